import type { Database } from '@/db/database'
import { loadEvents } from '@/db/eventLogs'
import type { Log } from '../../chain/log'
import { inChainOrder } from '../../domain/chainOrder'
import type { Wrapper } from '../../domain/protocol'
import type { RewardPayment } from '../../domain/provider'
import { toParty } from '../../sources/eventWords'
import { toTopics } from '../../sources/foldStakes'
import { toShareKeepers } from '../../sources/pools/keepers/registry'
import { findRewardSource } from '../../sources/rewards/registry'
import type { LogFilter } from '../../sources/source'
import { toEventFilters } from './poolPlaces'
import type { Doing } from '../../liquidity/sharedGas'
import type { FollowedPool } from './readPoolFacts'
import { assertEventsReach } from '../assertEventsReach'

/** What contracts paid for stakes of a pool's shares, and who staked, took back or fetched in which transaction. */
export interface Rewards {
  payments: RewardPayment[]
  doings: Doing[]
}

/**
 * Everything that was paid for stakes of a pool's shares up to a block, from kept logs, or of what a contract gave out for these. A contract that takes in
 * another token, or none of whose payments can be told, pays nothing for them.
 *
 * @throws Error in plain words where a contract's logs do not reach the block, or are none of its kind
 */
export async function loadRewards(database: Database, { facts: { address, chainId }, stakings }: FollowedPool, upTo: number): Promise<Rewards> {
  const rewards: Rewards = { payments: [], doings: [] }
  const taken = toShareKeepers(address, stakings).map(({ keeping }) => keeping.asset)
  for (const wrapper of stakings) {
    const source = findRewardSource(wrapper.source)
    const stakeToken = source?.toProgram(wrapper)?.stakeToken
    if (!source || !stakeToken || !taken.includes(stakeToken)) continue
    for (const log of await loadAll(database, chainId, wrapper, source.logs(wrapper), upTo)) {
      const payment = source.toPayment(wrapper, log)
      if (!payment) continue
      rewards.payments.push(payment)
      rewards.doings.push({ account: payment.account, blockNumber: log.blockNumber, transaction: log.transactionHash ?? null })
    }
    for (const log of await loadAll(database, chainId, wrapper, [{ address: wrapper.address, topics: toTopics(source.stakes) }], upTo))
      rewards.doings.push({ account: toParty(log, 1), blockNumber: log.blockNumber, transaction: log.transactionHash ?? null })
  }
  return rewards
}

async function loadAll(database: Database, chainId: number, { name }: Wrapper, logs: readonly LogFilter[], upTo: number): Promise<Log[]> {
  const filters = toEventFilters(chainId, logs)
  await assertEventsReach(database, filters, upTo, `rewards of ${name}`)
  return (await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))).flat().sort(inChainOrder)
}
