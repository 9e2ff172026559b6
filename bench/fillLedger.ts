import { ChangeChunks } from '@/db/changeChunks'
import { copyBinary, copyRows } from '@/db/copy'
import type { Database } from '@/db/database'
import { chunkColumns } from '@/db/ledgerTransactions'
import { setBalance, wordsPerBalance } from '@/lib/ledger/balanceWords'
import { toBenchAddress, toTransferHistory, type HistorySize } from './transferHistory'

/** The ledger as a whole would be most of the memory that is measured. */
const daysACopy = 50

/** Writes a token's life into its ledger. @returns how many accounts it has; the n-th has the id n + 1 */
export async function fillLedger({ pool }: Database, tokenId: number, size: HistorySize): Promise<number> {
  const client = await pool.connect()
  let accounts = 0
  const chunks = new ChangeChunks(tokenId)
  const words = new Uint32Array(wordsPerBalance)
  for (const day of toTransferHistory(size)) {
    for (const { block, account, balance } of day.rows) {
      accounts = Math.max(accounts, account + 1)
      setBalance(words, 0, balance)
      chunks.append(block, account + 1, words, 0)
    }
    if (day.day % daysACopy === daysACopy - 1) await copyBinary(client, chunkColumns, chunks.take())
  }
  await copyBinary(client, chunkColumns, chunks.take())
  client.release()
  return accounts
}

/** Writes the addresses of so many accounts. */
export async function fillAccounts({ pool }: Database, count: number): Promise<void> {
  const client = await pool.connect()
  function* toAccounts() {
    for (let account = 0; account < count; account++) yield [account + 1, `\\\\x${toBenchAddress(account).slice(2)}`]
  }
  await copyRows(client, 'accounts (id, address)', toAccounts())
  client.release()
}
