import type { ProtocolInput } from '@/lib/domain/protocol'
import { saidBy, type LabelInput } from './saidBy'

/** What a protocol's file writes down about a pool. */
export type PoolInput = NonNullable<ProtocolInput['pools']>[number]

const uniswapSource = 'https://docs.uniswap.org/sdk/v2/guides/getting-pair-addresses'
const sushiSource = 'https://www.npmjs.com/package/@sushiswap/core-sdk/v/0.1.2'

/**
 * A Uniswap v2 pair on Ethereum. Its address follows from the factory and the two tokens (CREATE2); a test computes it.
 *
 * @param tokens the two symbols, as in 'UNI/WETH'
 * @param firstBlock the factory's first block (10,000,835) or the token's, whichever is later: no liquidity lies before it
 *
 * @example uniswapPair('UNI/WETH', '0xd3d2e2692501a5c9ca623199d38826e513033a17', 10_861_674).lpToken.symbol // 'UNI-V2'
 */
export function uniswapPair(tokens: string, address: string, firstBlock: number): PoolInput {
  return {
    kind: 'uniswapV2Pair',
    lpToken: { chainId: 1, address, symbol: 'UNI-V2', name: `Uniswap v2 ${tokens}`, decimals: 18, firstBlock },
    source: uniswapSource,
  }
}

/**
 * A SushiSwap pair on Ethereum: the same contract as a Uniswap v2 pair, from SushiSwap's factory.
 *
 * @param tokens the two symbols, as in 'SUSHI/WETH'
 * @param firstBlock the factory's first block (10,794,229) or the token's, whichever is later: no liquidity lies before it
 *
 * @example sushiPair('SUSHI/WETH', '0x795065dcc9f64b5614c407a6efdc400da6221fb0', 10_794_229).lpToken.symbol // 'SLP'
 */
export function sushiPair(tokens: string, address: string, firstBlock: number): PoolInput {
  return {
    kind: 'uniswapV2Pair',
    lpToken: { chainId: 1, address, symbol: 'SLP', name: `SushiSwap ${tokens}`, decimals: 18, firstBlock },
    source: sushiSource,
  }
}

/**
 * The label of a pool as a holder of the protocol's token: what lies in the pair belongs to its liquidity providers.
 *
 * @example toPoolLabel(uniswapPair('UNI/WETH', '0xd3d2…', 10_861_674)) // { role: 'pool', name: 'Uniswap v2 UNI/WETH', … }
 */
export function toPoolLabel({ lpToken, source }: PoolInput): LabelInput {
  return saidBy(source, '2026-11-22')(lpToken.address, 'contract', 'pool', lpToken.name)
}
