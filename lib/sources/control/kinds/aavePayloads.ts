import { z } from 'zod'
import { addressSchema, type Address } from '../../../domain/address'
import { askAddress, toAccount, toWay, type ControlKindReader, type Found, type Subject } from '../controlKind'

const settingsSchema = z.tuple([addressSchema, z.number()])
const levels = [1, 2]

/**
 * Aave's Governance v3 where it acts: the PayloadsController runs what the governance sends, through executors of two levels, each of which waits its
 * own time. Whoever decides what counts as sent (the CrossChainController) can send too. https://github.com/bgd-labs/aave-governance-v3
 */
export const aavePayloads: ControlKindReader = {
  id: 'aavePayloads',
  read: async (subject) => (await readController(subject)) ?? readExecutor(subject),
}

const askSettings = async ({ askOf }: Pick<Subject, 'askOf'>, controller: Address) =>
  Promise.all(levels.map((level) => askOf(controller, 'getExecutorSettingsByAccessControl(uint8) view returns (address, uint40)', level).then((answer) => settingsSchema.safeParse(answer).data)))

async function readController(subject: Subject): Promise<Found | null> {
  const [bridge, sender, chain] = await Promise.all([askAddress(subject, 'CROSS_CHAIN_CONTROLLER'), askAddress(subject, 'MESSAGE_ORIGINATOR'), subject.ask('ORIGIN_CHAIN_ID() view returns (uint256)')])
  const [passes, sends] = [toAccount(bridge), toAccount(sender)]
  if (!passes || !sends || typeof chain !== 'bigint') return null
  const settings = await askSettings(subject, subject.address)
  const isHere = chain === BigInt(subject.chainId)
  return {
    said: [`ORIGIN_CHAIN_ID() = ${chain}`, ...settings.flatMap((one, place) => (one ? [`getExecutorSettingsByAccessControl(${levels[place]}) = ${one[0]}, ${one[1]}`] : []))],
    ways: [
      ...(isHere ? [toWay({ power: 'act', means: 'named', detail: 'MESSAGE_ORIGINATOR', evidence: `MESSAGE_ORIGINATOR() = ${sends}` }, sends)] : []),
      toWay({ power: 'act', means: 'named', detail: 'CROSS_CHAIN_CONTROLLER', evidence: `CROSS_CHAIN_CONTROLLER() = ${passes}` }, passes),
    ],
    // An account of another chain, of which this one knows nothing.
    gaps: isHere ? [] : [{ power: 'act', reason: 'unknownContract', detail: `${sends}, chain ${chain}` }],
  }
}

/** An executor waits as its level does, or as a higher one with which it is run. */
async function readExecutor(subject: Subject): Promise<Found | null> {
  const owner = toAccount(await askAddress(subject, 'owner'))
  const settings = owner ? await askSettings(subject, owner) : []
  const place = settings.findIndex((one) => one?.[0] === subject.address)
  if (!owner || place < 0) return null
  const delay = Math.min(...settings.slice(place).flatMap((one) => (one && toAccount(one[0]) ? [one[1]] : [])))
  const evidence = `owner() = ${owner}, its getExecutorSettingsByAccessControl(${levels[place]}) = ${subject.address}, ${settings[place]![1]}`
  return { kind: 'timelock', isFixed: true, said: [evidence], ways: [toWay({ power: 'act', means: 'owner', delay, evidence }, owner)] }
}
