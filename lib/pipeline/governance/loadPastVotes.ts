import { loadEventsEnd } from '@/db/eventLogs'
import type { Database } from '@/db/database'
import { loadCursor } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadVotesAnswers } from '@/db/votesSnapshots'
import type { Address } from '@/lib/domain/address'
import type { HoldingChange } from '@/lib/domain/changedDistribution'
import type { UntoldVotes } from '@/lib/domain/votingPower'
import { toVotesSource } from '@/lib/sources/votes/registry'
import { openVotes, type AnswersOf } from './openVotes'

/** What votes are asked for: after a block, and, where they hang on time, as they count at a second. */
export interface PastMoment {
  block: number
  /** Unix seconds; null where nobody knows it: votes that hang on time cannot be told then */
  timestamp: number | null
}

/** Votes of everybody at past blocks. */
export interface PastVotes {
  /** Up to which block they can be told */
  end: number
  /** Whether they fall by themselves: votes of locks */
  hangOnTime: boolean
  /**
   * Folds all logs once for moments in any order, none after the end.
   *
   * @returns everybody's votes at each of them, made when it is asked for: of a token whose holders all vote it is large. Who has none is missing
   */
  at: (moments: readonly PastMoment[]) => Promise<(place: number) => ReadonlyMap<Address, bigint>>
}

/**
 * What everybody could cast at blocks of the past, from what is kept alone: logs, and what accounts held where votes hang on that. What only the
 * contract tells (how long the longest lock lasts) is taken from the newest votes that were read.
 *
 * @returns why it cannot be told, where it cannot
 * @example const past = await loadPastVotes(database, protocol); if (typeof past !== 'string') (await past.at([{ block: 7, timestamp: null }]))(0) // Map { '0xaa…' => 5n }
 */
export async function loadPastVotes(database: Database, protocol: TrackedProtocol): Promise<PastVotes | UntoldVotes> {
  const { governance: { votes: contracts }, token: { chainId }, ledgers } = protocol
  if (contracts.length === 0) return 'noContract'
  const ends: (number | null)[] = []
  for (const contract of contracts) {
    const source = toVotesSource(contract.source)
    const logs = await loadEventsEnd(database, source.logs(contract).map((filter) => ({ chainId, ...filter })))
    if (logs === null) return 'noLogs'
    ends.push(logs)
    if (source.balances !== 'votes') continue
    const tokenId = ledgers.get(contract.address)
    const held = tokenId === undefined ? null : await loadCursor(database.db, tokenId)
    if (!held) return 'noBalances'
    ends.push(held.block.number)
  }
  const hangOnTime = contracts.some(({ source }) => toVotesSource(source).hangsOnTime)
  const answers: AnswersOf | null = hangOnTime ? await loadAnswers(database, protocol) : new Map()
  if (!answers) return 'noLongestLock'
  const end = Math.min(...(ends as number[]))
  return { end, hangOnTime, at: (moments: readonly PastMoment[]) => foldMoments(database, protocol, { end, answers, hangOnTime }, moments) }
}

/** Of contracts whose votes hang on time; null where one has not answered yet. */
async function loadAnswers(database: Database, { slug, governance }: TrackedProtocol): Promise<AnswersOf | null> {
  const kept = await loadVotesAnswers(database, slug)
  const found = governance.votes.map((contract) => [contract, { clock: 'timestamp' as const, answers: kept[contract.address] ?? null, gaps: [] }] as const)
  return found.some(([{ source }, { answers }]) => toVotesSource(source).hangsOnTime && answers === null) ? null : new Map(found)
}

async function foldMoments(
  database: Database,
  protocol: TrackedProtocol,
  { end, answers, hangOnTime }: { end: number; answers: AnswersOf; hangOnTime: boolean },
  moments: readonly PastMoment[],
): Promise<(place: number) => ReadonlyMap<Address, bigint>> {
  const opened = await openVotes(database, protocol, { upTo: end, withGivers: false })
  const order = moments.map((_, place) => place).sort((a, b) => moments[a]!.block - moments[b]!.block)
  const changes: (readonly HoldingChange[])[] = []
  for (const place of order) {
    const { block, timestamp } = moments[place]!
    await opened.foldTo(block)
    changes.push(opened.changesAt(hangOnTime && timestamp !== null ? { timestamp } : null, answers))
  }
  const ranks = new Map(order.map((place, rank) => [place, rank]))
  let votes = new Map<Address, bigint>()
  let next = 0
  return (place) => {
    const rank = ranks.get(place)!
    // Who asks for one after the other has each told from the one before.
    if (rank + 1 < next) [votes, next] = [new Map(), 0]
    for (; next <= rank; next += 1) for (const { account, after } of changes[next]!) after > 0n ? votes.set(account, after) : votes.delete(account)
    return new Map(votes)
  }
}
