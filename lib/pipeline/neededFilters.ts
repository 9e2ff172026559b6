import { toTopicsKey, type FilterNeeds } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import { toDistributionLogs } from '../sources/distributions/registry'
import { toNetworkLogs } from '../sources/delegatedStakes/registry'
import { toGovernorSource } from '../sources/governors/registry'
import { toLiquidationLogs } from '../sources/liquidations/registry'
import { toSource } from '../sources/registry'
import { toRewardLogs } from '../sources/rewards/registry'
import type { LogFilter } from '../sources/source'
import { toVotesSource } from '../sources/votes/registry'
import { toDollarPool, toPoolFilters, toPoolPlaces, toPriceFilters } from './liquidity/poolPlaces'

/** Events of a contract, with what is needed of them. */
export interface NeededFilter extends FilterNeeds {
  /** What reports call the contract */
  name: string
  filter: LogFilter
}

/**
 * All events that are kept for a protocol: of its wrappers, of what these pay, seize and hand out, of votes, Governors and pools. Several who ask for the same
 * share it: from the first block that any of them names, and with transactions where any of them needs these. Transactions are needed for gas.
 *
 * @example toNeededFilters(uniswap)[0] // { name: 'UNI/WETH', filter: { address: '0xd3d2…', topics: ['0xc420…'] }, firstBlock: 10_861_674, withTransactions: false }
 */
export function toNeededFilters(protocol: TrackedProtocol): NeededFilter[] {
  const { wrappers, governance } = protocol
  const [pools, dollarPool] = [toPoolPlaces(protocol), toDollarPool(protocol)]
  const isFollowed = pools.some(({ place }) => place.address === dollarPool?.place.address)
  const needed = [
    ...wrappers.flatMap((wrapper) => [...need(wrapper, [...toSource(wrapper.source).logs(wrapper), ...toLiquidationLogs(wrapper), ...toDistributionLogs(wrapper), ...toNetworkLogs(wrapper)]), ...need(wrapper, toRewardLogs(wrapper), true)]),
    ...governance.votes.flatMap((contract) => need(contract, toVotesSource(contract.source).logs(contract), true)),
    ...governance.governors.flatMap((governor) => {
      const [course, votes] = toGovernorSource(governor.source).logs(governor)
      return [...need(governor, [course]), ...need(governor, [votes], true)]
    }),
    ...pools.flatMap((pool) => toPoolFilters(pool).flatMap(({ withTransactions, ...filter }) => need(pool.place, [filter], withTransactions))),
    ...(dollarPool && !isFollowed ? need(dollarPool.place, toPriceFilters(dollarPool, false)) : []),
  ]
  const filters = new Map<string, NeededFilter>()
  for (const one of needed) {
    const key = `${one.filter.address} ${toTopicsKey(one.filter)}`
    filters.set(key, join(one, filters.get(key) ?? one))
  }
  return [...filters.values()]
}

const need = ({ name, firstBlock }: { name: string; firstBlock: number }, logs: readonly LogFilter[], withTransactions = false): NeededFilter[] =>
  logs.map((filter) => ({ name, filter, firstBlock, withTransactions }))

const join = (one: NeededFilter, known: NeededFilter): NeededFilter => ({
  ...known,
  firstBlock: Math.min(one.firstBlock, known.firstBlock),
  withTransactions: one.withTransactions || known.withTransactions,
})
