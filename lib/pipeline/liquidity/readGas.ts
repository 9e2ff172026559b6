import type { Database } from '@/db/database'
import { loadTransactionFees, saveTransactionFees, type TransactionFee } from '@/db/transactionFees'
import type { ChainReader } from '../../chain/reader'
import type { Gap } from '../../domain/snapshot'
import type { GasPayment } from '../../liquidity/providerResults'
import { divideGas, toSharedTransactions, type Doing } from '../../liquidity/sharedGas'
import type { OnProgress } from '../progress'

/** So many receipts are asked for and kept together. */
const pieceLength = 1_000

/**
 * What accounts paid for the transactions in which they did something, each transaction once: in equal parts where several did something in it, what
 * cannot be divided to the first by address. Receipts are asked for once and kept.
 *
 * @returns payments, null in place of wei where a receipt could not be read; and what could not be
 */
export async function readGas(
  { reader, database, onProgress }: { reader: Pick<ChainReader, 'chainId' | 'readTransactionFees'>; database: Database; onProgress?: OnProgress },
  doings: Iterable<Doing>,
  label: string,
): Promise<{ payments: GasPayment[]; gaps: Gap[] }> {
  const transactions = toSharedTransactions(doings)
  const { shared, unknown } = transactions
  const { fees, failed } = await readFees({ reader, database, onProgress }, [...shared.keys()] as `0x${string}`[], label)
  const payments = divideGas(transactions, (hash) => fees.get(hash) ?? null)
  const gaps = [
    ...(failed.length > 0 ? [{ subject: `gas of ${failed.length} of ${shared.size} transactions`, reason: failed[0]! }] : []),
    ...(unknown.length > 0 ? [{ subject: `gas of ${unknown.length} events`, reason: 'in which transactions they happened is not kept' }] : []),
  ]
  return { payments, gaps }
}

async function readFees(
  { reader, database, onProgress }: { reader: Pick<ChainReader, 'chainId' | 'readTransactionFees'>; database: Database; onProgress?: OnProgress },
  hashes: readonly `0x${string}`[],
  label: string,
): Promise<{ fees: ReadonlyMap<string, bigint>; failed: string[] }> {
  const fees = await loadTransactionFees(database, reader.chainId, hashes)
  const missing = hashes.filter((hash) => !fees.has(hash))
  const failed: string[] = []
  for (let from = 0; from < missing.length; from += pieceLength) {
    const piece = missing.slice(from, from + pieceLength)
    const answers = await reader.readTransactionFees(piece)
    const read = answers.flatMap((answer, place): TransactionFee[] => (answer.status === 'ok' ? [{ hash: piece[place]!, sender: answer.sender, wei: answer.wei }] : []))
    failed.push(...answers.flatMap((answer) => (answer.status === 'failed' ? [answer.reason] : [])))
    await saveTransactionFees(database, reader.chainId, read)
    for (const { hash, wei } of read) fees.set(hash, wei)
    onProgress?.({ label, unit: 'transactions', done: from + piece.length, total: missing.length })
  }
  return { fees, failed }
}
