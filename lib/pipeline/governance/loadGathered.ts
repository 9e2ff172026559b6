import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { usualCount, type Voted } from '@/lib/governance/decidedProposals'
import { toGatheredPower, type VotesAround } from '@/lib/governance/powerBefore'
import type { GatheredProposal } from '@/lib/views/powerGathered'
import { loadPastVotes, type PastVotes, type ToVotesFilter } from './loadPastVotes'
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
export async function loadGathered(database: Database, protocol: TrackedProtocol, voted: readonly Voted[], lens: VotesLens, toFilter?: ToVotesFilter): Promise<GatheredProposal[] | null> {
  const { governance: { votes: contracts }, token: { chainId }, tokenId } = protocol
  const past = await loadPastVotes(database, contracts, chainId, toFilter)
  if (!past) return null
  const days = (await loadHistory(database, tokenId, 'raw')).map(({ block, timestamp }) => ({ block, timestamp }))
  const known = new Map(protocol.labels.map(({ address, name }) => [address, name]))
  return voted.slice(0, usualCount).flatMap((one): GatheredProposal[] => {
    const around = toVotesAround(one, past, days, lens)
    if (!around) return []
    const { key, title, closes, rule } = one.proposal
    const { gatherers, ...sums } = toGatheredPower(around, toOwnersVotes([one], lens)[0]!.votes, rule)
    const largest = gatherers.slice(0, largestShown).map(({ account, ...amounts }) => ({ ...amounts, address: toChecksumAddress(account), label: known.get(account) ?? null }))
    return [{ key, title, closes, ...sums, gatherers: gatherers.length, largest }]
  })
}

/** When a vote opens its votes are counted: the moments around are told from that. */
function toVotesAround({ proposal: { countedAt, opens } }: Voted, past: PastVotes, days: readonly Moment[], lens: VotesLens): VotesAround | null {
  const blockAt = (timestamp: number) => toBlockAt(days, timestamp)
  const at = countedAt?.clock === 'blockNumber' ? countedAt.at : (countedAt?.block ?? blockAt(countedAt?.at ?? opens))
  const moment = countedAt?.clock === 'timestamp' ? countedAt.at : opens
  const [week, month, after] = [-7, -30, 30].map((distance) => blockAt(moment + distance * daySeconds))
  if (at === null || week === null || month === null || after === null || at > past.end) return null
  const list = (block: number) => toKeptDelegates([...past.at(block)].map(([delegate, votes]) => ({ delegate, votes, delegators: null, own: null })), lens).kept
  return { at: list(at), weekBefore: list(Math.min(week!, at)), monthBefore: list(Math.min(month!, at)), monthAfter: after! > past.end ? null : list(after!) }
}
