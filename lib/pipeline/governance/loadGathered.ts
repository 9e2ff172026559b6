import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { usualCount, type Voted } from '@/lib/governance/decidedProposals'
import { toGatheredPower, type VotesAround } from '@/lib/governance/powerBefore'
import type { GatheredProposal } from '@/lib/views/powerGathered'
import { loadPastVotes, type VotesAt } from './loadPastVotes'
import { toBlockAt, type Moment } from './toBlockAt'
import { toKeptDelegates, toOwnersVotes, type VotesLens } from './votesUnderLens'

const daySeconds = 86_400
/** So many of the largest gains before a proposal are shown. */
const largestShown = 5

/**
 * Who gathered votes before the newest decided proposals, newest first.
 *
 * @returns null where votes at past blocks, or the days that tell the chain's pace, are not kept
 */
export async function loadGathered(database: Database, protocol: TrackedProtocol, voted: readonly Voted[], lens: VotesLens): Promise<GatheredProposal[] | null> {
  const past = await loadPastVotes(database, protocol)
  if (!past) return null
  const days = (await loadHistory(database, protocol.tokenId, 'raw')).map(({ block, timestamp }) => ({ block, timestamp }))
  const recent = voted.slice(0, usualCount).flatMap((one) => {
    const blocks = toBlocksAround(one, past.end, days)
    return blocks ? [{ one, blocks }] : []
  })
  const votes = await past.at(recent.flatMap(({ blocks }) => Object.values(blocks).filter((block): block is number => block !== null)))
  const known = new Map(protocol.labels.map(({ address, name }) => [address, name]))
  return recent.map(({ one, blocks }): GatheredProposal => {
    const { key, title, closes, rule } = one.proposal
    const { gatherers, ...sums } = toGatheredPower(toVotesAround(blocks, votes, lens), toOwnersVotes([one], lens)[0]!.votes, rule)
    const largest = gatherers.slice(0, largestShown).map(({ account, ...amounts }) => ({ ...amounts, address: toChecksumAddress(account), label: known.get(account) ?? null }))
    return { key, title, closes, ...sums, gatherers: gatherers.length, largest }
  })
}

type BlocksAround = Record<Exclude<keyof VotesAround, 'monthAfter'>, number> & { monthAfter: number | null }

/** When a vote opens its votes are counted: the moments around are told from that. null where they cannot be. */
function toBlocksAround({ proposal: { countedAt, opens } }: Voted, end: number, days: readonly Moment[]): BlocksAround | null {
  const blockAt = (timestamp: number) => toBlockAt(days, timestamp)
  const at = countedAt?.clock === 'blockNumber' ? countedAt.at : (countedAt?.block ?? blockAt(countedAt?.at ?? opens))
  const moment = countedAt?.clock === 'timestamp' ? countedAt.at : opens
  const week = blockAt(moment - 7 * daySeconds)
  const month = blockAt(moment - 30 * daySeconds)
  const after = blockAt(moment + 30 * daySeconds)
  if (at === null || week === null || month === null || after === null || at > end) return null
  return { at, weekBefore: Math.min(week, at), monthBefore: Math.min(month, at), monthAfter: after > end ? null : after }
}

function toVotesAround(blocks: BlocksAround, votes: VotesAt, lens: VotesLens): VotesAround {
  const list = (block: number) => toKeptDelegates([...votes.get(block)!].map(([delegate, votes]) => ({ delegate, votes, delegators: null, own: null })), lens).kept
  const { at, weekBefore, monthBefore, monthAfter } = blocks
  return { at: list(at), weekBefore: list(weekBefore), monthBefore: list(monthBefore), monthAfter: monthAfter === null ? null : list(monthAfter) }
}
