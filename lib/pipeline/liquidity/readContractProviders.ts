import type { ChainReader } from '../../chain/reader'
import type { PoolState } from '../../domain/pool'
import type { ContractProviders } from '../../domain/poolReading'
import type { ProviderHolding } from '../../domain/provider'
import type { Gap } from '../../domain/snapshot'
import { recognise } from '../../sources/recognise/recognise'

/** So many of the largest are asked, once a day: a question each, and some more of those that are contracts. */
const asked = 50

/**
 * Which of a pool's largest providers are contracts that keep what they have for nobody knows whom: wrappers are looked through before. Whoever signs
 * for a Safe is its owner: it is none.
 *
 * @param holdings of everybody, wrappers looked through
 * @returns what could not be read as gaps
 * @example (await readContractProviders(reader, state, holdings, 7)).providers.contracts // [{ account: '0x…', name: 'contract' }]
 */
export async function readContractProviders(
  reader: Pick<ChainReader, 'chainId' | 'readContracts' | 'readCodes' | 'readStorage'>,
  { price }: Pick<PoolState, 'price'>,
  holdings: readonly ProviderHolding[],
  blockNumber: number,
): Promise<{ providers: ContractProviders; gaps: Gap[] }> {
  // In token1: what is larger there is larger in token0.
  const worth = ({ principal: [amount0, amount1] }: ProviderHolding) => ((amount0 * (price ?? 0n)) >> 128n) + amount1
  const present = holdings.filter(({ positions }) => positions > 0).map((holding) => ({ account: holding.account, value: worth(holding) }))
  const largest = present.sort((one, other) => (one.value > other.value ? -1 : one.value < other.value ? 1 : one.account < other.account ? -1 : 1)).slice(0, asked)
  const { recognised, gaps } = await recognise(reader, largest.map(({ account }) => account), blockNumber)
  return { providers: { asked: largest.length, contracts: recognised.filter(({ kind }) => kind === 'contract').map(({ address, name }) => ({ account: address, name })) }, gaps }
}
