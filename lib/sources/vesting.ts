import { parseAbi } from 'viem'
import { z } from 'zod'
import { addressSchema, zeroAddress } from '../domain/address'
import { amountSchema } from './answers'
import type { Source } from './source'
import { holdingOf, toOwnership } from './toOwnership'
import { toOnlyAsset } from './wrapperFacts'

const id = 'vesting'

// Since OpenZeppelin 5 the beneficiary is the wallet's owner; before, it had a function of its own, and the owner could be somebody else: that is
// why OwnershipTransferred is not read. A vester has a recipient, who changes without a log.
const abi = parseAbi([
  'function recipient() view returns (address)',
  'function beneficiary() view returns (address)',
  'function owner() view returns (address)',
  'function vestedAmount(address token, uint64 timestamp) view returns (uint256)',
  'function released(address token) view returns (uint256)',
  'function vestingAmount() view returns (uint256)',
  'function vestingBegin() view returns (uint256)',
  'function vestingCliff() view returns (uint256)',
  'function vestingEnd() view returns (uint256)',
  'function lastUpdate() view returns (uint256)',
])

const walletSchema = z.object({ kind: z.literal('vestingWallet'), beneficiary: addressSchema, vested: amountSchema, released: amountSchema })
const vesterSchema = z
  .object({
    kind: z.literal('treasuryVester'),
    beneficiary: addressSchema,
    /** Of the block: all times are Unix seconds */
    timestamp: amountSchema,
    lastUpdate: amountSchema,
    vestingAmount: amountSchema,
    vestingBegin: amountSchema,
    vestingCliff: amountSchema,
    vestingEnd: amountSchema,
  })
  .refine(({ vestingBegin, vestingEnd }) => vestingBegin < vestingEnd, 'its end is not after its begin')
const answersSchema = z.discriminatedUnion('kind', [walletSchema, vesterSchema])

/**
 * OpenZeppelin's VestingWallet of any schedule (https://docs.openzeppelin.com/contracts/5.x/api/finance) and Uniswap's TreasuryVester
 * (https://github.com/Uniswap/governance/blob/master/contracts/TreasuryVester.sol). How much may be fetched depends on the time, which no log
 * tells: without the contract's answers all of it counts as not vested yet. A wallet whose ownership was given up can pay out to nobody.
 */
export const vesting: Source = {
  id,
  name: { en: 'Vesting', de: 'Vesting' },
  description: {
    en: 'What may be fetched at the block belongs to the beneficiary. The rest stays unresolved until it is vested, and so does all of it where the contract was not asked.',
    de: 'Was beim Block abgeholt werden darf, gehört dem Begünstigten. Der Rest bleibt ungeklärt, bis er freigegeben ist; wurde der Contract nicht befragt, bleibt alles ungeklärt.',
  },
  role: 'vesting',
  ledgers: () => [],
  logs: () => [],
  async read({ wrapper }, reader, blockNumber) {
    const asset = toOnlyAsset(wrapper, id)
    const { timestamp } = await reader.readBlock(blockNumber)
    const toArguments = (name: string) => (name === 'vestedAmount' ? [asset, BigInt(timestamp)] : name === 'released' ? [asset] : [])
    const calls = abi.map(({ name }) => ({ address: wrapper.address, abi, functionName: name, args: toArguments(name) }))
    const results = await reader.readContracts(calls, blockNumber)
    const told = Object.fromEntries(abi.flatMap(({ name }, place) => (results[place]?.status === 'ok' ? [[name, String(results[place].value)]] : [])))
    const answers =
      told.recipient !== undefined
        ? { ...told, kind: 'treasuryVester', beneficiary: told.recipient, timestamp: String(timestamp) }
        : { kind: 'vestingWallet', beneficiary: told.beneficiary ?? told.owner, vested: told.vestedAmount, released: told.released }
    const parsed = answersSchema.safeParse(answers)
    if (parsed.success) return { answers, gaps: [] }
    const lacking = parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `no ${path.join('.')}` : message))
    const refusal = results.find((result) => result.status === 'failed')?.reason
    const reason = [lacking.join(', '), ...(refusal ? [refusal] : [])].join(': ')
    return { answers: null, gaps: [{ subject: `vesting schedule of ${wrapper.address}`, reason }] }
  },
  toOwnerships(input) {
    const asset = toOnlyAsset(input.wrapper, id)
    const answers = answersSchema.nullable().parse(input.answers)
    const held = holdingOf(input, asset)
    const releasable = answers ? toReleasable(answers, held) : 0n
    const isLocked = answers?.beneficiary === zeroAddress
    const claims = answers && !isLocked && releasable > 0n ? [{ account: answers.beneficiary, amount: releasable }] : []
    return toOwnership(input, { source: id, asset, shares: null, claims, rest: isLocked ? 'locked' : 'unvested' })
  },
}

/** What could be fetched at the block. */
function toReleasable(answers: z.output<typeof answersSchema>, held: bigint): bigint {
  if (answers.kind === 'vestingWallet') return answers.vested - answers.released
  const { timestamp, lastUpdate, vestingAmount, vestingBegin, vestingCliff, vestingEnd } = answers
  if (timestamp < vestingCliff) return 0n
  if (timestamp >= vestingEnd) return held
  return (vestingAmount * (timestamp - lastUpdate)) / (vestingEnd - vestingBegin)
}
