import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { RewardPayment } from '@/lib/domain/provider'
import { saveAccounts } from './accounts'
import { markProtocolChanged } from './contentVersion'
import { copyRows } from './copy'
import { inTransaction, type Database } from './database'
import { accounts, rewardPayments } from './schema'

/** What some contracts paid for stakes, in the chain's order. */
export async function loadRewardPayments({ db }: Database, chainId: number, contracts: readonly Address[]): Promise<RewardPayment[]> {
  if (contracts.length === 0) return []
  const { contract, token, amount, blockNumber, logIndex } = rewardPayments
  return db
    .select({ contract, account: accounts.address, token, amount, blockNumber, logIndex })
    .from(rewardPayments)
    .innerJoin(accounts, eq(accounts.id, rewardPayments.accountId))
    .where(and(eq(rewardPayments.chainId, chainId), inArray(contract, [...contracts])))
    .orderBy(asc(blockNumber), asc(logIndex))
}

/** Keeps all that a contract ever paid, in place of what was kept of it. */
export async function saveRewardPayments(database: Database, { protocol, chainId, contract }: { protocol: string; chainId: number; contract: Address }, payments: readonly RewardPayment[]): Promise<void> {
  const ids = await saveAccounts(database.pool, payments.map(({ account }) => account))
  await inTransaction(database, async (db, client) => {
    await db.delete(rewardPayments).where(and(eq(rewardPayments.chainId, chainId), eq(rewardPayments.contract, contract)))
    await copyRows(
      client,
      'reward_payments (chain_id, contract, block_number, log_index, account_id, token, amount)',
      payments.map(({ account, token, amount, blockNumber, logIndex }) => [chainId, `\\\\x${contract.slice(2)}`, blockNumber, logIndex, ids.get(account)!, `\\\\x${token.slice(2)}`, amount]),
    )
    await markProtocolChanged(db, protocol)
  })
}
