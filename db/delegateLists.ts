import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { DelegateList } from '@/lib/domain/delegateList'
import { saveAccounts } from './accounts'
import { markProtocolChanged } from './contentVersion'
import { copyRows } from './copy'
import { inTransaction, type Database } from './database'
import { accounts, delegateVotes, votesSnapshots } from './schema'
import { metricsSchema } from './snapshotRows'

const summarySchema = z.object({ file: z.object({ name: z.string(), sha256: z.string() }), population: z.enum(['complete', 'truncated']), metrics: metricsSchema })

/** Keeps an imported list of delegates of a protocol: one a day, the one that came last. */
export async function saveDelegateList(database: Database, protocol: string, { day, block, file, population, denominator, delegates, metrics }: DelegateList): Promise<void> {
  const ids = await saveAccounts(database.pool, delegates.map(({ delegate }) => delegate))
  await inTransaction(database, async (db, client) => {
    const row = { protocol, origin: 'imported' as const, day, blockNumber: block, blockHash: null, blockTimestamp: null, delegated: denominator, summary: { file, population, metrics } }
    const [saved] = await db
      .insert(votesSnapshots)
      .values(row)
      .onConflictDoUpdate({ target: [votesSnapshots.protocol, votesSnapshots.origin, votesSnapshots.day], set: row })
      .returning({ id: votesSnapshots.id })
    await db.delete(delegateVotes).where(eq(delegateVotes.snapshotId, saved!.id))
    await copyRows(client, 'delegate_votes (snapshot_id, rank, account_id, votes)', delegates.map(({ delegate, votes }, place) => [saved!.id, place + 1, ids.get(delegate)!, votes]))
    await markProtocolChanged(db, protocol)
  })
}

/** The imported list of delegates with the newest day; null where none was imported. */
export async function loadDelegateList({ db }: Database, protocol: string): Promise<DelegateList | null> {
  const [row] = await db
    .select()
    .from(votesSnapshots)
    .where(and(eq(votesSnapshots.protocol, protocol), eq(votesSnapshots.origin, 'imported')))
    .orderBy(desc(votesSnapshots.day))
    .limit(1)
  if (!row) return null
  const delegates = await db
    .select({ delegate: accounts.address, votes: delegateVotes.votes })
    .from(delegateVotes)
    .innerJoin(accounts, eq(accounts.id, delegateVotes.accountId))
    .where(eq(delegateVotes.snapshotId, row.id))
    .orderBy(asc(delegateVotes.rank))
  return { day: row.day, block: row.blockNumber, denominator: row.delegated, delegates, ...summarySchema.parse(row.summary) }
}
