import { and, eq, inArray } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import { copyRows } from './copy'
import { inTransaction, type Database } from './database'
import { transactionFees } from './schema'

/** What a transaction cost whoever sent it. */
export interface TransactionFee {
  hash: `0x${string}`
  sender: Address
  wei: bigint
}

/** So many are asked for in one question. */
const hashesAPiece = 10_000

/** What some transactions cost, in wei by hash: of those that are kept. */
export async function loadTransactionFees({ db }: Database, chainId: number, hashes: readonly `0x${string}`[]): Promise<Map<string, bigint>> {
  const { hash, wei } = transactionFees
  const found = new Map<string, bigint>()
  for (let from = 0; from < hashes.length; from += hashesAPiece) {
    const rows = await db.select({ hash, wei }).from(transactionFees).where(and(eq(transactionFees.chainId, chainId), inArray(hash, hashes.slice(from, from + hashesAPiece))))
    for (const row of rows) found.set(row.hash, row.wei)
  }
  return found
}

/** Keeps what final transactions cost. What another process has kept meanwhile stays. */
export async function saveTransactionFees(database: Database, chainId: number, fees: readonly TransactionFee[]): Promise<void> {
  await inTransaction(database, async (_, client) => {
    await client.query('create temporary table new_fees (like transaction_fees) on commit drop')
    await copyRows(client, 'new_fees (chain_id, hash, sender, wei)', fees.map(({ hash, sender, wei }) => [chainId, `\\\\x${hash.slice(2)}`, `\\\\x${sender.slice(2)}`, wei]))
    await client.query('insert into transaction_fees select * from new_fees on conflict do nothing')
  })
}
