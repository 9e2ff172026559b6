import { sql } from 'drizzle-orm'
import type { Database } from '@/db/database'
import { loadLedger } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { openChainReader } from '@/lib/chain/reader'
import { toLedgers } from '@/lib/pipeline/ledger'
import { takeSnapshot } from '@/lib/pipeline/takeSnapshot'
import { toDigest, type TransferHistory } from './history'

/**
 * Holds the database against the generator: each balance, every change row by count and weighted sums, and the audit.
 *
 * @returns bytes on disk of the change rows, indexes included
 * @throws Error naming what differs
 */
export async function verifyLedger(options: {
  database: Database
  protocol: TrackedProtocol
  url: string
  expected: TransferHistory['expected']
}): Promise<number> {
  const { database, protocol, url, expected } = options
  const ledger = await loadLedger(database, protocol.tokenId)
  const digest = toDigest((ledger?.balances ?? []).map(({ account, balance }) => [account.slice(2), balance] as const))
  const { rows } = await database.db.execute<Record<string, string>>(sql`
    select count(*)::int as "changes", sum(block_number)::text as "blockSum", sum(balance * (block_number % 1009 + 1))::text as "balanceSum"
    from balance_changes where token_id = ${protocol.tokenId}`)
  const found = { ...rows[0]!, digest }
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`the ledger is wrong: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
  const reader = await openChainReader({ chainId: 1, urls: [url] })
  const snapshot = await takeSnapshot({ ledger: toLedgers(protocol)[0]!, reader, database })
  if (snapshot?.audit?.status !== 'passed') throw new Error(`the audit is ${snapshot?.audit?.status}: ${JSON.stringify(snapshot?.gaps)}`)
  const size = await database.db.execute<{ bytes: string }>(sql`select pg_total_relation_size('balance_change_chunks')::text as bytes`)
  return Number(size.rows[0]!.bytes)
}
