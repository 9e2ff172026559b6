import { keccak256, toBytes } from 'viem'
import { zeroAddress, type Address } from '../../domain/address'
import type { ControlGapReason, ControlPower } from '../../domain/controlMap'
import { somebody } from './dsAuthority'
import { toAccount, toWay, type Found, type Subject } from './controlKind'

const topicOf = (signature: string) => keccak256(toBytes(signature))
/** Of contracts that tell it by events, and of those whose modifier `note` writes the call itself. https://github.com/makerdao/dss/blob/master/src/lib.sol */
const [relied, denied, relyCall, denyCall] = [
  topicOf('Rely(address)'), topicOf('Deny(address)'), topicOf('rely(address)').slice(0, 10).padEnd(66, '0') as `0x${string}`, topicOf('deny(address)').slice(0, 10).padEnd(66, '0') as `0x${string}`,
]
/** So many wards are kept, and so many accounts that ever were one are asked about. */
const [wardsKept, candidatesAsked] = [100, 1_000]

/** Who may call all that is guarded in a contract. */
interface Wards {
  members: Address[]
  /** Why wards may be missing */
  gap: ControlGapReason | null
}

/** Everybody who is named in a log about wards and, as `wards` says, is one; null where the contract has none. */
async function readWards(subject: Pick<Subject, 'ask' | 'events'>): Promise<Wards | null> {
  const ask = (account: Address) => subject.ask('wards(address) view returns (uint256)', account)
  if (typeof (await ask(somebody)) !== 'bigint') return null
  const logs = await subject.events([relied, denied, relyCall, denyCall])
  if (!logs) return { members: [], gap: 'roles' }
  const named = logs.map(({ topics }) => topics.slice(1).flatMap((topic) => (topic.startsWith(zeroAddress.slice(0, 26)) ? (toAccount(`0x${topic.slice(26)}`) ?? []) : [])))
  const candidates = [...new Set(named.flat())]
  const said = await Promise.all(candidates.slice(0, candidatesAsked).map(ask))
  const members = candidates.filter((_, place) => typeof said[place] === 'bigint' && said[place] > 0n)
  const isTold = (place: number) => logs[place]!.topics[0] === relied || named[place]!.length > 1
  const wasDenied = logs.some(({ topics }, place) => (topics[0] === denied || topics[0] === denyCall) && named[place]![0] !== undefined && !named.slice(0, place).flat().includes(named[place]![0]))
  const isFirstKnown = logs.length > 0 && (isTold(0) || wasDenied)
  const gap = members.length > wardsKept || candidates.length > candidatesAsked ? 'tooMany' as const : !isFirstKnown || said.some((answer) => typeof answer !== 'bigint') ? 'roles' as const : null
  return { members: members.slice(0, wardsKept), gap }
}

/**
 * What the wards of one of MakerDAO's contracts can do with it at the block, each alone.
 *
 * Whoever created the contract was its first ward, and older contracts do not say so. He is known where he was among those who called `rely`, or
 * was denied without having been relied on; else he may still be one, which is a gap.
 *
 * @param besides what else says that wards have this power
 * @returns null where the contract has no wards
 * @example (await readWardWays(susds, 'code', 'proxiableUUID(), '))?.ways[0]?.detail // 'wards'
 */
export async function readWardWays(subject: Pick<Subject, 'ask' | 'events'>, power: ControlPower, besides = ''): Promise<Required<Pick<Found, 'ways' | 'gaps'>> | null> {
  const wards = await readWards(subject)
  if (!wards) return null
  const { members, gap } = wards
  return {
    ways: members.length > 0 ? [toWay({ power, means: 'role', detail: 'wards', evidence: `${besides}logs of rely() and deny(), wards() = 1` }, ...members)] : [],
    gaps: gap ? [{ power, reason: gap, detail: 'wards' }] : [],
  }
}
