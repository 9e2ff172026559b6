import { keccak256, toBytes } from 'viem'
import { zeroAddress, type Address } from '../../domain/address'
import type { ControlGapReason } from '../../domain/controlMap'
import { somebody } from './dsAuthority'
import { toAccount, type Subject } from './controlKind'

const topicOf = (signature: string) => keccak256(toBytes(signature))
/** Of contracts that tell it by events, and of those whose modifier `note` writes the call itself. https://github.com/makerdao/dss/blob/master/src/lib.sol */
const [relied, denied, relyCall, denyCall] = [
  topicOf('Rely(address)'), topicOf('Deny(address)'), topicOf('rely(address)').slice(0, 10).padEnd(66, '0') as `0x${string}`, topicOf('deny(address)').slice(0, 10).padEnd(66, '0') as `0x${string}`,
]
const wardsKept = 100

/** Who is a ward of a contract: may call all that is guarded in it. */
export interface Wards {
  members: Address[]
  /** Why wards may be missing */
  gap: ControlGapReason | null
}

/**
 * The wards of one of MakerDAO's contracts at the block: everybody who is named in a log about wards and, as `wards` says, is one.
 *
 * Whoever created the contract was its first ward, and older contracts do not say so. He is known where he was among those who called `rely`, or
 * was denied without having been relied on; else he may still be one, which is a gap.
 *
 * @returns null where the contract has no wards
 * @example await readWards(sky) // { members: [pauseProxy], gap: null }
 */
export async function readWards(subject: Subject): Promise<Wards | null> {
  const ask = (account: Address) => subject.ask('wards(address) view returns (uint256)', account)
  if (typeof (await ask(somebody)) !== 'bigint') return null
  const logs = await subject.events([relied, denied, relyCall, denyCall])
  if (!logs) return { members: [], gap: 'roles' }
  const named = logs.map(({ topics }) => topics.slice(1).flatMap((topic) => (topic.startsWith(zeroAddress.slice(0, 26)) ? (toAccount(`0x${topic.slice(26)}`) ?? []) : [])))
  const candidates = [...new Set(named.flat())]
  const said = await Promise.all(candidates.slice(0, 10 * wardsKept).map(ask))
  const members = candidates.filter((_, place) => typeof said[place] === 'bigint' && said[place] > 0n)
  const isTold = (place: number) => logs[place]!.topics[0] === relied || named[place]!.length > 1
  const wasDenied = logs.some(({ topics }, place) => (topics[0] === denied || topics[0] === denyCall) && !named.slice(0, place).flat().includes(named[place]![0]!))
  const isFirstKnown = logs.length > 0 && (isTold(0) || wasDenied)
  const gap = members.length > wardsKept ? 'tooMany' as const : !isFirstKnown || said.some((answer) => typeof answer !== 'bigint') ? 'roles' as const : null
  return { members: members.slice(0, wardsKept), gap }
}
