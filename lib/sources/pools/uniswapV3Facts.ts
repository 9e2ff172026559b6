import { parseAbi } from 'viem'
import { z } from 'zod'
import type { ChainReader } from '../../chain/reader'
import { addressSchema } from '../../domain/address'
import type { PoolFacts, PoolPlace } from '../../domain/pool'
import { readEach, readToken } from './readToken'

const poolAbi = parseAbi([
  'function token0() view returns (address)',
  'function token1() view returns (address)',
  'function fee() view returns (uint24)',
  'function tickSpacing() view returns (int24)',
])

/** Ticks between two that may bound a position, by fee: the factory's own, and those that Uniswap's governance has enabled on one chain or another. */
const spacings: Readonly<Record<number, number>> = { 100: 1, 200: 4, 300: 6, 400: 8, 500: 10, 3000: 60, 10_000: 200 }

/**
 * The tick spacing of pools with a fee.
 *
 * @throws Error for a fee that no Uniswap v3 pool is known to have
 * @example toTickSpacing(3000) // 60
 */
export function toTickSpacing(feePpm: number): number {
  const spacing = spacings[feePpm]
  if (spacing === undefined) throw new Error(`No Uniswap v3 pool is known with a fee of ${feePpm} millionths: add its tick spacing to uniswapV3Facts.`)
  return spacing
}

/**
 * What never changes of a Uniswap v3 pool. Symbols may be text or, as MKR's, 32 bytes.
 *
 * @throws Error that says what could not be read, or that the fee and the tick spacing do not belong together
 * @example (await readPoolFacts(place, reader, 7)).feePpm // 3000
 */
export async function readPoolFacts(pool: PoolPlace, reader: Pick<ChainReader, 'readContracts'>, blockNumber: number): Promise<Omit<PoolFacts, 'quote'>> {
  const names = ['token0', 'token1', 'fee', 'tickSpacing']
  const [token0, token1, fee, spacing] = await readEach(reader, blockNumber, names.map((name) => [pool.address, poolAbi, name] as const))
  const feePpm = z.int().parse(fee)
  if (toTickSpacing(feePpm) !== spacing) throw new Error(`The pool ${pool.address} has a fee of ${feePpm} millionths and a tick spacing of ${String(spacing)}: it is none of Uniswap v3.`)
  const tokens = await Promise.all([token0, token1].map((token) => readToken(addressSchema.parse(token), reader, blockNumber)))
  return { ...pool, tokens: [tokens[0]!, tokens[1]!], feePpm }
}
