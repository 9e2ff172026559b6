import { eq, sql } from 'drizzle-orm'
import type { Database } from './database'
import { proposals, votes } from './schema'

/** How many votes were cast on the chain in each month, by the protocol and the month (UTC, as in '2026-04'): each account once a proposal. */
export async function loadVotesByMonth({ db }: Database): Promise<Map<string, Map<string, number>>> {
  const month = sql<string>`to_char(to_timestamp(${votes.timestamp}) at time zone 'UTC', 'YYYY-MM')`
  const rows = await db
    .select({ protocol: proposals.protocol, month, count: sql<number>`count(*)::int` })
    .from(votes)
    .innerJoin(proposals, eq(proposals.id, votes.proposalId))
    .where(eq(proposals.origin, 'chain'))
    .groupBy(proposals.protocol, month)
  const found = new Map<string, Map<string, number>>()
  for (const { protocol, month: of, count } of rows) found.set(protocol, (found.get(protocol) ?? new Map<string, number>()).set(of, count))
  return found
}
