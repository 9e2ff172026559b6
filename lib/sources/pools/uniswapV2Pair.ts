import { parseAbi } from 'viem'
import { addressSchema, type Address } from '../../domain/address'
import type { PoolFacts } from '../../domain/pool'
import type { Gap } from '../../domain/snapshot'
import { openPair, type Shortfalls } from '../../liquidity/pairBook'
import { openPairDays } from '../../liquidity/pairDays'
import { pairHoldings, pairRanges } from '../../liquidity/pairReading'
import { transferTopic } from '../erc20'
import { toWord } from '../eventWords'
import { toStakeFilter } from '../foldStakes'
import type { LogFilter } from '../source'
import { openStakes } from './exchangedStakes'
import { toShareKeepers, type KeepingWrapper } from './keepers/registry'
import type { PoolSource } from './poolSource'
import { readEach, readToken } from './readToken'
import type { Staking } from './stakedShares'
import { openPairLogs, pairEvents, type Kept } from './uniswapV2Logs'

const pairAbi = parseAbi(['function token0() view returns (address)', 'function token1() view returns (address)'])

/** Uniswap v2 writes it into its contract: `balance.mul(1000).sub(amountIn.mul(3))`. So does SushiSwap; other copies take another. */
const usualFeePpm = 3000

/**
 * Uniswap v2's pairs, and copies that write the same logs. `openPairMarket` says how fees and losses are reckoned, `openShareLedger` how
 * shares are followed.
 */
export const uniswapV2Pair: PoolSource = {
  id: 'uniswapV2Pair',
  name: { en: 'Uniswap v2 pair', de: 'Uniswap-v2-Pair' },
  description: {
    en: 'Deposits, withdrawals, swaps and transfers of the LP token, as the pair logs them, followed through the staking contracts, gauges, farms and vaults in which it lies. Fees are the pair’s part of what swaps pay in, 0.3 % where its exchange takes no other, shared by LP shares at that moment; a swap that pays less is told as a fault.',
    de: 'Einzahlungen, Auszahlungen, Swaps und Übertragungen des LP-Tokens, so wie das Pair sie protokolliert, verfolgt durch die Staking-Contracts, Gauges, Farmen und Vaults, in denen er liegt. Gebühren sind der Anteil des Pairs an dem, was Swaps einzahlen, 0,3 %, wo seine Börse nichts anderes nimmt, verteilt auf die LP-Anteile in diesem Augenblick; ein Swap, der weniger zahlt, wird als Fehler genannt.',
  },
  logs: ({ address }, wrappers) => [
    { address, topics: [pairEvents.sync.topic, pairEvents.swap.topic] },
    { address, topics: [pairEvents.mint.topic, pairEvents.burn.topic, transferTopic] },
    ...toShareKeepers(address, wrappers).map(({ wrapper, keeping }): LogFilter =>
      'stakes' in keeping ? toStakeFilter(wrapper.address, keeping.stakes) : { address: keeping.token, topics: [transferTopic] },
    ),
  ],
  usualFeePpm,
  priceTopics: [pairEvents.sync.topic],

  async readFacts(pool, reader, blockNumber) {
    const sides = await readEach(reader, blockNumber, ['token0', 'token1'].map((name) => [pool.address, pairAbi, name] as const))
    const tokens = await Promise.all(sides.map((token) => readToken(addressSchema.parse(token), reader, blockNumber)))
    return { ...pool, tokens: [tokens[0]!, tokens[1]!], feePpm: pool.feePpm ?? usualFeePpm }
  },

  toPrice: (log) => {
    if (log.topics[0] !== pairEvents.sync.topic) return null
    const [reserve0, reserve1] = [toWord(log, 0), toWord(log, 1)]
    return reserve0 === 0n || reserve1 === 0n ? null : (reserve1 << 128n) / reserve0
  },

  open: (facts: PoolFacts, wrappers) => {
    const keepers = toShareKeepers(facts.address, wrappers)
    const given = keepers.flatMap(({ wrapper: { address: contract }, keeping }) => ('token' in keeping ? [{ contract, token: keeping.token, asset: keeping.asset }] : []))
    const pair = openPair(facts, given)
    const kept = toKept(keepers)
    return {
      add: openPairLogs(facts.address, kept, pair.events),
      takeFlows: pair.ledger.takeFlows,
      ...openPairDays(pair, facts.quote),
      holdings: () => pairHoldings(pair),
      ranges: () => pairRanges(pair),
      gaps: () => toFeeGaps(pair.shortfalls(), facts.feePpm),
      ownersOf: (contract, amount) => pair.ledger.ownersOf(contract, amount),
      isKept: (contract, block) => kept.stakes?.isKept(contract, block) ?? true,
    }
  },
}

/** Swaps that paid less than the fee that they should. */
function toFeeGaps({ count, firstBlock }: Shortfalls, feePpm: number): Gap[] {
  const reason = `they paid less than ${feePpm / 10_000} % by the product of the reserves, first in block ${firstBlock}: the protocol's file must name the pair's fee as feePpm`
  return count === 0 ? [] : [{ subject: `fees of ${count.toLocaleString('en')} ${count === 1 ? 'swap' : 'swaps'}`, reason }]
}

/**
 * Where a pair's shares lie for others, as its logs are told with it.
 *
 * @example toKept(toShareKeepers(pair, wrappers)).tokens // Set { vault }
 */
export function toKept(keepers: readonly KeepingWrapper[]): Kept {
  const stakings = keepers.flatMap(({ wrapper: { address: contract }, keeping }): Staking[] => ('stakes' in keeping ? [{ contract, ...keeping }] : []))
  return { stakes: stakings.length === 0 ? null : openStakes(stakings, ({ topics }) => topics[0] === pairEvents.mint.topic), tokens: new Set(keepers.flatMap(({ keeping }) => ('token' in keeping ? [keeping.token] : []))) }
}
