import type { TokenPair } from '../domain/pool'
import { squareRoot } from './squareRoot'

/**
 * LP tokens that a Uniswap v2 pair mints to the protocol before its next deposit or withdrawal: one sixth of what √(reserve0 · reserve1)
 * has grown by since the last, as UniswapV2Pair._mintFee of v2-core computes it, roots and quotient rounded down.
 *
 * @param kLast reserve0 · reserve1 after the last deposit or withdrawal
 * @example mintedAsFee({reserves: [121n, 100n], kLast: 10_000n, totalSupply: 650n}) // 10n: 650 · (110 − 100) / (5 · 110 + 100)
 */
export function mintedAsFee({ reserves, kLast, totalSupply }: { reserves: TokenPair; kLast: bigint; totalSupply: bigint }): bigint {
  const root = squareRoot(reserves[0] * reserves[1])
  const rootLast = squareRoot(kLast)
  return root > rootLast ? (totalSupply * (root - rootLast)) / (5n * root + rootLast) : 0n
}
