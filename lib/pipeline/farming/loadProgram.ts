import type { Database } from '@/db/database'
import { loadEvents } from '@/db/eventLogs'
import { loadTransactionFees } from '@/db/transactionFees'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { RewardPayment } from '../../domain/provider'
import type { GasPayment } from '../../liquidity/providerResults'
import { divideGas, toSharedTransactions, type Doing } from '../../liquidity/sharedGas'
import type { StakeChange } from '../../liquidity/stakers'
import { toParty, toWord } from '../../sources/eventWords'
import { toTopics } from '../../sources/foldStakes'
import type { RewardProgram, RewardSource } from '../../sources/rewards/rewardSource'
import { assertEventsReach } from '../assertEventsReach'

/** A contract that pays for stakes, as a protocol's file names it. */
export interface ProgramPlace {
  wrapper: Wrapper
  source: RewardSource
  program: RewardProgram
}

/** Its stakes and payments up to a block, in the chain's order. */
export interface ProgramRecord {
  changes: StakeChange[]
  payments: RewardPayment[]
  /** What accounts paid for their transactions at the contract */
  gas: GasPayment[]
}

/**
 * What was staked with a contract and what it paid, from kept logs alone.
 *
 * @throws Error in plain words where they do not reach the block
 */
export async function loadProgram(database: Database, chainId: number, { wrapper, source }: ProgramPlace, upTo: number): Promise<ProgramRecord> {
  const filters = [{ address: wrapper.address, topics: toTopics(source.stakes) }, ...source.logs(wrapper)].map((filter) => ({ chainId, ...filter }))
  await assertEventsReach(database, filters, upTo, null)
  const [staked = [], ...paid] = await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))
  const changes = staked.map((log): StakeChange => {
    const amount = toWord(log, 0)
    return { account: toParty(log, 1), blockNumber: log.blockNumber, logIndex: log.logIndex, change: log.topics[0] === source.stakes.takenBack.topic ? -amount : amount }
  })
  const told = paid.flat().flatMap((log) => {
    const payment = source.toPayment(wrapper, log)
    return payment ? [{ log, payment }] : []
  })
  const toDoing = ({ blockNumber, transactionHash }: Log, account: Address): Doing => ({ account, blockNumber, transaction: transactionHash ?? null })
  const transactions = toSharedTransactions([...staked.map((log, place) => toDoing(log, changes[place]!.account)), ...told.map(({ log, payment }) => toDoing(log, payment.account))])
  const fees = await loadTransactionFees(database, chainId, [...transactions.shared.keys()] as `0x${string}`[])
  return { changes, payments: told.map(({ payment }) => payment), gas: divideGas(transactions, (hash) => fees.get(hash) ?? null) }
}
