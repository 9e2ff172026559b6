import type { Address } from '../../domain/address'
import { inChainOrder } from '../../domain/chainOrder'
import type { PoolFacts } from '../../domain/pool'
import { joinHoldings, managedHoldings, managedRange, managedWeights } from '../../liquidity/managedReading'
import type { ManagedShares } from '../../liquidity/managedShares'
import { poolState, providerHoldings, providerRanges, providerWeights, toPrice } from '../../liquidity/providerReading'
import { transferTopic } from '../erc20'
import { toWord } from '../eventWords'
import type { LogFilter } from '../source'
import { poolTopics, priceTopics, toPoolContracts, toPoolFilters } from '../uniswapV3Logs'
import type { PoolBook, PoolSource } from './poolSource'
import { toShareManagers } from './shareManagers'
import { readPoolFacts } from './uniswapV3Facts'
import { openReplay } from './uniswapV3Replay'

/**
 * A Uniswap v3 pool, replayed from its logs alone: each swap goes through the steps of the pool's own contract, so that fees are the contract's to the
 * unit. A log that does not follow from those before it is an error that names it: logs are missing.
 */
export const uniswapV3Pool: PoolSource = {
  id: 'uniswapV3Pool',
  name: { en: 'Uniswap v3 pool', de: 'Uniswap-v3-Pool' },
  description: {
    en: 'Every swap is replayed as the pool’s contract made it, tick by tick, from logs alone: fees of each position are the contract’s own, to the smallest unit. A position belongs to the owner of its NFT, also while it is deposited with Uniswap’s staker, or to whom the pool itself names; what a contract has that manages liquidity for others is told of those who have its shares.',
    de: 'Jeder Tausch wird allein aus Logs so nachgerechnet, wie der Vertrag des Pools ihn gemacht hat, Tick für Tick: Die Gebühren jeder Position stimmen auf die kleinste Einheit. Eine Position gehört dem Eigentümer ihres NFT, auch solange es in Uniswaps Staker liegt, oder dem, den der Pool selbst nennt; was ein Contract hat, der Liquidität für andere verwaltet, steht bei denen, die seine Anteile haben.',
  },
  logs: (pool) => [...toPoolFilters(toPoolContracts(pool)), ...toShareManagers(pool.contracts).map((address): LogFilter => ({ address, topics: [transferTopic] }))],
  usualFeePpm: null,
  priceTopics,
  readFacts: readPoolFacts,
  toPrice: (log) => {
    if (log.topics[0] === poolTopics.swap) return toPrice(toWord(log, 2))
    return log.topics[0] === poolTopics.initialize ? toPrice(toWord(log, 0)) : null
  },
  open: openBook,
}

function openBook(pool: PoolFacts): PoolBook {
  const { book, shared, add } = openReplay(pool)
  const { managers } = shared
  /** What is told of a share manager, told of those who have its shares. */
  const handOn = <Told extends { account: Address }>(told: readonly Told[], divide: (shares: ManagedShares, one: Told) => Told[]): Told[] =>
    told.flatMap((one) => {
      const manager = managers.get(one.account)
      return manager ? divide(manager.shares, one) : [one]
    })
  return {
    add,
    takeFlows: () => {
      const [own, handed] = [book.takeFlows(), shared.takeFlows()]
      return handed.length === 0 ? own : [...own, ...handed].sort(inChainOrder)
    },
    state: (block) => poolState(book, block),
    holdings: () => {
      const all = providerHoldings(book)
      if (managers.size === 0) return all
      for (const manager of managers.values()) manager.settle()
      const managed = new Map(all.map((holding) => [holding.account, holding]))
      return joinHoldings([...all.filter(({ account }) => !managers.has(account)), ...[...managers].flatMap(([account, { shares }]) => managedHoldings(shares, managed.get(account)))])
    },
    ranges: () => handOn(providerRanges(book), managedRange),
    weights: () => handOn(providerWeights(book), managedWeights),
    // What does not follow from the logs before it is an error.
    gaps: () => shared.withoutPositions().map((account) => ({ subject: `the manager of liquidity ${account}`, reason: 'it has never had a position in this pool: nobody is looked through' })),
    // An NFT that lies in a contract is its owner's own: nothing is paid to the contract for it. What is paid to a share manager is whose its shares are.
    ownersOf: (contract, amount) => {
      const shares = managers.get(contract)?.shares
      return shares ? shares.byShares(amount).map((part, place) => ({ account: shares.holders[place]!.account, part })) : null
    },
    isKept: () => true,
  }
}
