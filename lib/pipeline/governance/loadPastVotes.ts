import { loadEvents, loadEventsEnd, type EventFilter } from '@/db/eventLogs'
import type { Database } from '@/db/database'
import type { Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import type { VotesContract } from '@/lib/domain/governance'
import { toIndexedAddress, toWord } from '@/lib/sources/eventWords'
import { votesSources } from '@/lib/sources/votes/registry'

/** DelegateVotesChanged(address indexed delegate, uint256 previousBalance, uint256 newBalance): what a delegate has from then on. */
export const votesChangedTopic = '0xdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724'

/** Votes of everybody at past blocks. */
export interface PastVotes {
  /** Up to which block it can be told */
  end: number
  at: (block: number) => Map<Address, bigint>
}

/** The filter by which a contract's logs are kept, where they tell each delegate's votes outright; null where votes follow from more than them. */
export type ToVotesFilter = (contract: VotesContract, chainId: number) => EventFilter | null

export const toVotesFilter: ToVotesFilter = (contract, chainId) => {
  const logs = votesSources.find(({ id }) => id === contract.source)?.logs(contract) ?? []
  const [filter] = logs
  return filter && logs.length === 1 && filter.topics.includes(votesChangedTopic) ? { chainId, address: filter.address, topics: filter.topics } : null
}

/**
 * What every delegate could cast at blocks of the past, from kept logs alone.
 *
 * @returns null where a contract's votes do not stand in its logs, or no log is kept yet
 */
export async function loadPastVotes(database: Database, contracts: readonly VotesContract[], chainId: number, toFilter: ToVotesFilter = toVotesFilter): Promise<PastVotes | null> {
  const filters = contracts.map((contract) => toFilter(contract, chainId)).filter((filter) => filter !== null)
  if (filters.length === 0 || filters.length < contracts.length) return null
  const end = await loadEventsEnd(database, filters)
  if (end === null) return null
  const logs = await Promise.all(filters.map(async (filter) => (await loadEvents(database, filter, -1, end)).flatMap((log) => toVotesChange(log) ?? [])))
  return {
    end,
    at: (block) => {
      const sum = new Map<Address, bigint>()
      for (const own of logs) for (const [delegate, votes] of toLast(own, block)) sum.set(delegate, (sum.get(delegate) ?? 0n) + votes)
      return sum
    },
  }
}

interface VotesChange {
  block: number
  delegate: Address
  votes: bigint
}

/** null for another event, and for one that only looks like it: whether all of them fit together is told where votes are audited. */
function toVotesChange(log: Log): VotesChange | null {
  const delegate = log.topics.length === 2 && log.topics[0] === votesChangedTopic && log.data.length === 130 ? toIndexedAddress(log.topics[1]!) : null
  return delegate && { block: log.blockNumber, delegate, votes: toWord(log, 1) }
}

/** What each delegate's last change up to a block left it. @param changes in the chain's order */
function toLast(changes: readonly VotesChange[], upTo: number): Map<Address, bigint> {
  const last = new Map<Address, bigint>()
  for (const { block, delegate, votes } of changes) {
    if (block > upTo) break
    last.set(delegate, votes)
  }
  return last
}
