import type { ChainReader } from '../../chain/reader'
import { largestFirst } from '../../domain/order'
import type { PoolState } from '../../domain/pool'
import type { ContractProviders } from '../../domain/poolReading'
import type { ProviderHolding } from '../../domain/provider'
import type { Gap } from '../../domain/snapshot'
import { findShareManagers } from '../../sources/pools/shareManagerFacts'
import { toShareManagers } from '../../sources/pools/shareManagers'
import { recognise } from '../../sources/recognise/recognise'
import type { FollowedPool } from './readPoolFacts'

/** So many of the largest are asked, once a day: a question each, and some more of those that are contracts. */
const asked = 50

/**
 * Which of a pool's largest providers are contracts that keep what they have for nobody knows whom: wrappers are looked through before. Whoever signs
 * for a Safe is its owner: it is none. Among those of a Uniswap v3 pool, who manages liquidity in it for others is found by what it answers.
 *
 * @param holdings of everybody, wrappers looked through
 * @returns what could not be read as gaps
 * @example (await readContractProviders(reader, pool, state, holdings, 7)).providers.contracts // [{ account: '0x…', name: 'contract' }]
 */
export async function readContractProviders(
  reader: Pick<ChainReader, 'chainId' | 'readContracts' | 'readCodes' | 'readStorage'>,
  { place, facts }: Pick<FollowedPool, 'place' | 'facts'>,
  { price }: Pick<PoolState, 'price'>,
  holdings: readonly ProviderHolding[],
  blockNumber: number,
): Promise<{ providers: ContractProviders; gaps: Gap[] }> {
  // In token1: what is larger there is larger in token0.
  const worth = ({ principal: [amount0, amount1] }: ProviderHolding) => ((amount0 * (price ?? 0n)) >> 128n) + amount1
  const present = holdings.filter(({ positions }) => positions > 0).map((holding) => ({ account: holding.account, amount: worth(holding) }))
  const largest = present.sort(largestFirst).slice(0, asked)
  const { recognised, gaps } = await recognise(reader, largest.map(({ account }) => account), blockNumber)
  const contracts = recognised.filter(({ kind }) => kind === 'contract').map(({ address, name }) => ({ account: address, name }))
  const believed = new Set(toShareManagers(facts.contracts))
  const known = toShareManagers(place.contracts).map((account) => ({ account, status: believed.has(account) ? ('lookedThrough' as const) : ('unbelieved' as const) }))
  const others = place.source === 'uniswapV3Pool' ? contracts.map(({ account }) => account).filter((account) => !known.some((one) => one.account === account)) : []
  const found = (await findShareManagers(reader, place.address, others, blockNumber)).map((account) => ({ account, status: 'found' as const }))
  const managers = [...known, ...found]
  return { providers: { asked: largest.length, contracts, ...(managers.length > 0 ? { managers } : {}) }, gaps }
}
