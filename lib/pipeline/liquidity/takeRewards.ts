import type { Database } from '@/db/database'
import { loadEvents, loadEventsEnd } from '@/db/eventLogs'
import { saveRewardPayments } from '@/db/rewardPayments'
import type { TrackedProtocol } from '@/db/protocols'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { RewardPayment } from '../../domain/provider'
import { toParty } from '../../sources/eventWords'
import { toTopics } from '../../sources/foldStakes'
import { findRewardSource } from '../../sources/rewards/registry'
import type { LogFilter } from '../../sources/source'
import { toEventFilters } from './poolPlaces'
import type { Doing } from './readGas'

/** What a contract paid for stakes, and who staked, took back or fetched in which transaction. */
export interface Rewards {
  /** What is staked in it */
  stakeToken: Address
  payments: RewardPayment[]
  doings: Doing[]
}

/**
 * Everything that the contracts of a protocol paid for stakes up to a block, from kept logs; kept as payments of their own.
 *
 * @throws Error in plain words where a contract's logs do not reach the block, or are none of its kind
 */
export async function takeRewards({ protocol, database }: { protocol: TrackedProtocol; database: Database }, upTo: number): Promise<Rewards[]> {
  const { slug, token: { chainId }, wrappers } = protocol
  const found: Rewards[] = []
  for (const wrapper of wrappers) {
    const source = findRewardSource(wrapper.source)
    const program = source?.toProgram(wrapper)
    if (!source || !program) continue
    const paid = (await loadAll(database, chainId, wrapper, source.logs(wrapper), upTo)).flatMap((log) => {
      const payment = source.toPayment(wrapper, log)
      return payment ? [{ payment, transaction: log.transactionHash ?? null }] : []
    })
    const staked = await loadAll(database, chainId, wrapper, [{ address: wrapper.address, topics: toTopics(source.stakes) }], upTo)
    const payments = paid.map(({ payment }) => payment)
    await saveRewardPayments(database, { protocol: slug, chainId, contract: wrapper.address }, payments)
    found.push({
      stakeToken: program.stakeToken,
      payments,
      doings: [
        ...paid.map(({ payment: { account, blockNumber }, transaction }) => ({ account, blockNumber, transaction })),
        ...staked.map((log) => ({ account: toParty(log, 1), blockNumber: log.blockNumber, transaction: log.transactionHash ?? null })),
      ],
    })
  }
  return found
}

async function loadAll(database: Database, chainId: number, { name }: Wrapper, logs: readonly LogFilter[], upTo: number): Promise<Log[]> {
  const filters = toEventFilters(chainId, logs)
  const end = await loadEventsEnd(database, filters)
  if (end === null || end < upTo) throw new Error(`rewards of ${name}: its logs are ${end === null ? 'not read yet' : `read up to block ${end}, needed is block ${upTo}`}`)
  return (await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))).flat().sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
}
