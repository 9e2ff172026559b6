import { decodeAbiParameters, keccak256, parseAbiParameters, toBytes, toEventSelector } from 'viem'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Tally } from '../../domain/ballot'
import type { ProposalCall } from '../../domain/proposal'
import { assertEvent, toIndexedAddress, toPlace, toWord } from '../eventWords'
import type { GovernorEvent } from './governorEvent'

type Topic = `0x${string}`

/** First topics of the events that more than one family has, by what they say. */
export const topics = {
  created: toEventSelector('ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)'),
  canceled: toEventSelector('ProposalCanceled(uint256)'),
  executed: toEventSelector('ProposalExecuted(uint256)'),
  queued: toEventSelector('ProposalQueued(uint256,uint256)'),
  /** Of GovernorBravo and OpenZeppelin's alike */
  cast: toEventSelector('VoteCast(address,uint256,uint8,uint256,string)'),
  thresholdSet: toEventSelector('ProposalThresholdSet(uint256,uint256)'),
} as const

/** What a family's logs say, by their first topic. */
export type Readers = Readonly<Record<Topic, (log: Log) => GovernorEvent>>

/**
 * What a log says, by the readers of its family.
 *
 * @throws Error that names the log, where it is none of them or malformed
 * @example toEventBy(readers)(log).kind // 'cast'
 */
export const toEventBy = (readers: Readers) => (log: Log): GovernorEvent => {
  const read = readers[(log.topics[0] ?? '') as Topic]
  if (!read) throw new Error(`${toPlace(log)} is no event of this Governor: its first topic is ${log.topics[0] ?? 'absent'}`)
  return read(log)
}

/** ProposalCreated, which has the same fields in all families, none of them indexed. */
export const toCreated = (encode: (signature: string, argumentsOnly: Topic) => Pick<ProposalCall, 'data' | 'signature'>) => (log: Log): GovernorEvent => {
  const [id, proposer, targets, values, signatures, data, start, end, description] = decode(log)
  if ([values, signatures, data].some(({ length }) => length !== targets.length)) throw new Error(`${toPlace(log)} is no ProposalCreated: its lists differ in length`)
  const calls = targets.map((target, place) => ({ target: target.toLowerCase() as Address, value: values[place]!, ...encode(signatures[place]!, data[place]!) }))
  return { kind: 'created', key: String(id), proposer: proposer.toLowerCase() as Address, calls, start: toTime(log, start), end: toTime(log, end), description }
}

const createdFields = parseAbiParameters('uint256, address, address[], uint256[], string[], bytes[], uint256, uint256, string')

function decode(log: Log) {
  if (log.topics.length !== 1) throw new Error(`${toPlace(log)} is no ProposalCreated: ${log.topics.length - 1} of its fields are indexed, expected were 0`)
  try {
    return decodeAbiParameters(createdFields, log.data as Topic)
  } catch {
    throw new Error(`${toPlace(log)} is no ProposalCreated: its data does not hold the event's fields`)
  }
}

/** Calls whose data has the selector in front. */
export const whole = (signature: string, data: Topic) => ({ data, signature: signature || null })

/** Calls that keep signature and arguments apart, as Compound's Governors do: without a signature the arguments are the whole call. */
export const apart = (signature: string, data: Topic) => {
  if (!signature) return { data, signature: null }
  // As the timelock does: whatever the text is, it need be no signature.
  return { data: `${keccak256(toBytes(signature)).slice(0, 10)}${data.slice(2)}` as Topic, signature }
}

/** An event whose only field is the proposal's number. */
export const toEnded = (kind: 'canceled' | 'executed', name: string) => (log: Log): GovernorEvent => {
  assertEvent(log, { name, topic: topics[kind], indexed: 0, words: 1 })
  return { kind, key: String(toWord(log, 0)) }
}

/** ProposalQueued(uint256 id, uint256 eta). */
export function toQueued(log: Log): GovernorEvent {
  assertEvent(log, { name: 'ProposalQueued', topic: topics.queued, indexed: 0, words: 2 })
  return { kind: 'queued', key: String(toWord(log, 0)), eta: toTime(log, toWord(log, 1)) }
}

/** ProposalThresholdSet(uint256 before, uint256 after). */
export function toThresholdSet(log: Log): GovernorEvent {
  assertEvent(log, { name: 'ProposalThresholdSet', topic: topics.thresholdSet, indexed: 0, words: 2 })
  return { kind: 'thresholdSet', before: toWord(log, 0), after: toWord(log, 1) }
}

/** VoteCast(address indexed voter, uint256 id, uint8 support, uint256 votes, string reason), and with more behind it. The reason is not read. */
export function toCast(log: Log): Extract<GovernorEvent, { kind: 'cast' }> {
  const voter = log.topics.length === 2 ? toIndexedAddress(log.topics[1]!) : null
  // Number, support, votes, where the reason stands, and its length.
  if (voter === null || log.data.length < 2 + 64 * 5) throw new Error(`${toPlace(log)} is no VoteCast: it has not its fields`)
  const votes = toWord(log, 2)
  return { kind: 'cast', key: String(toWord(log, 0)), voter, votes, parts: toParts(toWord(log, 1), votes), fraction: null }
}

/** All votes under the one kind of support: 0 is against, 1 for, 2 abstention; null where it is none of them. */
export function toParts(support: bigint, votes: bigint): Tally | null {
  if (support > 2n) return null
  return { for: support === 1n ? votes : 0n, against: support === 0n ? votes : 0n, abstain: support === 2n ? votes : 0n }
}

/** A block or a moment as a number that a double holds. */
export function toTime(log: Log, time: bigint): number {
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error(`${toPlace(log)} names the moment ${time}, which no clock shows`)
  return Number(time)
}
