import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Address } from '@/lib/domain/address'
import { usualCount, type Voted } from '@/lib/governance/decidedProposals'
import { toGatheredPower } from '@/lib/governance/powerBefore'
import type { Gathered, GatheredProposal } from '@/lib/views/powerGathered'
import { loadPastVotes, type PastMoment } from './loadPastVotes'
import { toBlockAt, toTimeAt, type Moment } from './toBlockAt'
import { toKeptDelegates, toOwnersVotes, type VotesLens } from './votesUnderLens'

const daySeconds = 86_400
/** So many of the largest gains before a proposal are shown. */
const largestShown = 5

/**
 * Who gathered votes before the newest decided proposals, newest first. Votes of locks fall by themselves: locks as they stood on other days are
 * counted as at the moment of the proposal, so that only what was locked, extended or taken out makes a difference.
 *
 * @returns why it cannot be told, where it cannot
 */
export async function loadGathered(database: Database, protocol: TrackedProtocol, voted: readonly Voted[], lens: VotesLens): Promise<Gathered> {
  const past = await loadPastVotes(database, protocol)
  if (typeof past === 'string') return past
  const days = (await loadHistory(database, protocol.tokenId, 'raw')).map(({ block, timestamp }) => ({ block, timestamp }))
  if (days.length < 2) return 'noDays'
  const newest = voted.slice(0, usualCount)
  const recent = newest.flatMap((one) => {
    const around = toBlocksAround(one, past.end, days)
    return around ? [{ one, around }] : []
  })
  if (newest.length > 0 && recent.length === 0) return 'notReached'
  const moments = recent.flatMap(({ around: { blocks, timestamp } }) => blocks.map((block): PastMoment => ({ block, timestamp })))
  const votesAt = await past.at(moments)
  const known = new Map(protocol.labels.map(({ address, name }) => [address, name]))
  let place = 0
  const proposals = recent.map(({ one, around: { blocks } }): GatheredProposal => {
    const { key, title, closes, rule } = one.proposal
    const [at, weekBefore, monthBefore, monthAfter = null] = blocks.map(() => toList(votesAt(place++), lens))
    const { gatherers, ...sums } = toGatheredPower({ at: at!, weekBefore: weekBefore!, monthBefore: monthBefore!, monthAfter }, toOwnersVotes([one], lens)[0]!.votes, rule)
    const largest = gatherers.slice(0, largestShown).map(({ account, ...amounts }) => ({ ...amounts, address: toChecksumAddress(account), label: known.get(account) ?? null }))
    return { key, title, closes, ...sums, gatherers: gatherers.length, largest }
  })
  return { proposals, untold: newest.length - recent.length, hangOnTime: past.hangOnTime }
}

/**
 * When a vote opens its votes are counted: the moments around are told from that. null where they cannot be.
 *
 * @returns the blocks at it, 7 and 30 days before and, where it is read already, 30 days after; and the seconds at which votes that hang on time are counted
 */
function toBlocksAround({ proposal: { countedAt, opens } }: Voted, end: number, days: readonly Moment[]): { blocks: number[]; timestamp: number | null } | null {
  const blockAt = (timestamp: number) => toBlockAt(days, timestamp)
  const at = countedAt?.clock === 'blockNumber' ? countedAt.at : (countedAt?.block ?? blockAt(countedAt?.at ?? opens))
  const moment = countedAt?.clock === 'timestamp' ? countedAt.at : opens
  const week = blockAt(moment - 7 * daySeconds)
  const month = blockAt(moment - 30 * daySeconds)
  const after = blockAt(moment + 30 * daySeconds)
  if (at === null || week === null || month === null || after === null || at > end) return null
  const timestamp = countedAt?.clock === 'blockNumber' ? toTimeAt(days, at) : moment
  return { blocks: [at, Math.min(week, at), Math.min(month, at), ...(after > end ? [] : [after])], timestamp }
}

const toList = (votes: ReadonlyMap<Address, bigint>, lens: VotesLens) => toKeptDelegates([...votes].map(([delegate, votes]) => ({ delegate, votes, delegators: null, own: null })), lens).kept
