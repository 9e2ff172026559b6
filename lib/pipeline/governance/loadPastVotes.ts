import { loadEventsEnd } from '@/db/eventLogs'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '@/lib/domain/address'
import { toVotesSource } from '@/lib/sources/votes/registry'
import { openVotes } from './openVotes'

/** Everybody's votes at some blocks; who has none is missing. */
export type VotesAt = ReadonlyMap<number, ReadonlyMap<Address, bigint>>

/** Votes of everybody at past blocks. */
export interface PastVotes {
  /** Up to which block they can be told */
  end: number
  /** @param blocks in any order, none after the end: logs are folded once for all of them */
  at: (blocks: Iterable<number>) => Promise<VotesAt>
}

/**
 * What every delegate could cast at blocks of the past, from kept logs alone.
 *
 * @returns null where the votes of one of its contracts hang on more than its logs, or no log is kept yet
 * @example (await (await loadPastVotes(database, protocol))!.at([7])).get(7) // Map { '0xaa…' => 5n }
 */
export async function loadPastVotes(database: Database, protocol: TrackedProtocol): Promise<PastVotes | null> {
  const { governance: { votes: contracts }, token: { chainId } } = protocol
  const sources = contracts.map((contract) => ({ contract, source: toVotesSource(contract.source) }))
  if (sources.length === 0 || sources.some(({ source }) => !source.isToldByLogs)) return null
  const filters = sources.flatMap(({ contract, source }) => source.logs(contract).map((filter) => ({ chainId, ...filter })))
  const end = await loadEventsEnd(database, filters)
  if (end === null) return null
  return { end, at: (blocks) => loadVotesAt(database, protocol, end, [...new Set(blocks)].sort((a, b) => a - b)) }
}

async function loadVotesAt(database: Database, protocol: TrackedProtocol, end: number, ascending: readonly number[]): Promise<VotesAt> {
  const opened = await openVotes(database, protocol, { upTo: end, withGivers: false })
  const votes = new Map<Address, bigint>()
  const found = new Map<number, ReadonlyMap<Address, bigint>>()
  for (const block of ascending) {
    await opened.foldTo(block)
    for (const { account, after } of opened.changesAt(null, new Map())) after > 0n ? votes.set(account, after) : votes.delete(account)
    found.set(block, new Map(votes))
  }
  return found
}
