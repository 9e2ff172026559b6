import { keccak256, toBytes } from 'viem'
import { addressSchema, type Address } from '../../domain/address'
import type { ControlPower, ControlWay } from '../../domain/controlMap'
import { askAddress, toAccount, toWay, type Found, type Subject } from './controlKind'

/** An account that has no rights anywhere, for questions of which only the form of the answer counts. */
export const somebody: Address = '0x000000000000000000000000000000000000dead'

/** LogPermit(bytes32,bytes32,bytes32). https://github.com/dapphub/ds-guard/blob/master/src/guard.sol */
const permitted = keccak256(toBytes('LogPermit(bytes32,bytes32,bytes32)'))
/** In a DSGuard: every account, contract or function. */
const any = `0x${'f'.repeat(64)}`
/** No function has this selector: who may call it, may call all. */
const noFunction = '0xffffffff'
/** More permits than any guard known gives for one contract. */
const permitsKept = 200

/**
 * Whether a contract is a DSGuard, a list of who may call which function of which contract.
 *
 * @example await isGuard(subject, authority) // true
 */
export const isGuard = async ({ askOf }: Pick<Subject, 'askOf'>, address: Address): Promise<boolean> => (await askOf(address, 'ANY() view returns (bytes32)')) === any

/**
 * The owner of a contract of ds-auth and its authority, who may both do whatever it lets them.
 *
 * @returns null where it does not name both
 * @example (await readOwnerAndAuthority(pause, 'act', 172_800))?.map(({ means, delay }) => [means, delay]) // [['owner', 172800], ['named', 172800]]
 */
export async function readOwnerAndAuthority(subject: Pick<Subject, 'ask'>, power: ControlPower, delay = 0): Promise<ControlWay[] | null> {
  const [owner, authority] = await Promise.all(['owner', 'authority'].map((name) => askAddress(subject, name)))
  if (owner === undefined || authority === undefined) return null
  const named = toAccount(authority)
  return [
    toWay({ power, means: 'owner', delay, evidence: `owner() = ${owner}` }, owner),
    ...(named ? [toWay({ power, means: 'named', detail: 'authority', delay, evidence: `authority() = ${named}` }, named)] : []),
  ]
}

/**
 * What a DSGuard lets others do with a contract: whoever was ever permitted and, as `canCall` says, still is.
 *
 * @returns one way for each function, and for all of them
 * @example (await readPermits(sai, guard, 'settings')).ways[0]?.detail // '0x40c10f19', mint(address,uint256)
 */
export async function readPermits(subject: Subject, guard: Address, power: ControlPower, delay = 0): Promise<Required<Pick<Found, 'ways' | 'gaps'>>> {
  const logs = await subject.eventsOf(guard, [permitted])
  const here = [any, `0x${subject.address.slice(2).padStart(64, '0')}`]
  const permits = (logs ?? []).flatMap(({ topics }) => (topics.length === 4 && here.includes(topics[2]!) ? [{ from: topics[1]!, selector: topics[3]!.slice(0, 10) as `0x${string}` }] : []))
  const each = [...new Map(permits.map((permit) => [permit.from + permit.selector, permit])).values()]
  const asked = each.slice(0, permitsKept)
  const said = await Promise.all(asked.map(({ from, selector }) => subject.askOf(guard, 'canCall(address,address,bytes4) view returns (bool)', from === any ? somebody : `0x${from.slice(26)}`, subject.address, selector)))
  const held = asked.filter((_, place) => said[place] === true)
  const ways = [...new Set(held.map(({ selector }) => selector))].map((selector): ControlWay => {
    const members = held.flatMap((permit) => (permit.selector === selector && permit.from !== any ? (addressSchema.safeParse(`0x${permit.from.slice(26)}`).data ?? []) : []))
    const way = toWay({ power, means: 'role', detail: selector === noFunction ? 'ANY' : selector, delay, evidence: `authority() = ${guard}, LogPermit logs, canCall()` }, ...members)
    return held.some((permit) => permit.selector === selector && permit.from === any) ? { ...way, groups: [] } : way
  })
  const gap = !logs || said.some((answer) => typeof answer !== 'boolean') ? 'roles' as const : each.length > permitsKept ? 'tooMany' as const : null
  return { ways, gaps: gap ? [{ power, reason: gap, detail: null }] : [] }
}
