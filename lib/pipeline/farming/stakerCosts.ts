import type { Database } from '@/db/database'
import { loadTransactionFees } from '@/db/transactionFees'
import { addKnown, type StakerCost } from '../../liquidity/farming'
import { divideGas, toSharedTransactions } from '../../liquidity/sharedGas'
import type { Staker } from '../../liquidity/stakers'
import type { ProgramRecord } from './loadProgram'

/**
 * What each staker's transactions cost, in wei and in reward tokens; null as soon as one of them is not known.
 *
 * @param inRewards what so much wei was worth in a block; null where that is not known
 */
export async function loadStakerCosts(
  database: Database,
  chainId: number,
  stakers: readonly Staker[],
  { doings }: Pick<ProgramRecord, 'doings'>,
  inRewards: (wei: bigint, blockNumber: number) => bigint | null,
): Promise<StakerCost[]> {
  const transactions = toSharedTransactions(doings)
  const fees = await loadTransactionFees(database, chainId, [...transactions.shared.keys()] as `0x${string}`[])
  const costs = new Map<string, { wei: bigint | null; rewards: bigint | null }>()
  for (const { account, blockNumber, wei } of divideGas(transactions, (hash) => fees.get(hash) ?? null)) {
    const cost = costs.get(account) ?? { wei: 0n, rewards: 0n }
    costs.set(account, { wei: addKnown(cost.wei, wei), rewards: addKnown(cost.rewards, wei === null ? null : inRewards(wei, blockNumber)) })
  }
  return stakers.map((staker) => ({ ...staker, gasWei: costs.get(staker.account)?.wei ?? null, gasInRewards: costs.get(staker.account)?.rewards ?? null }))
}
