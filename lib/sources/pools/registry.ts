import type { PoolSource } from './poolSource'
import { uniswapV2Pair } from './uniswapV2Pair'
import { uniswapV3Pool } from './uniswapV3Pool'

/** Every family of pools whose providers can be told from its logs. */
export const poolSources: readonly PoolSource[] = [uniswapV2Pair, uniswapV3Pool]

/** The pool source of an id, or null: not every pool that is looked through has one. */
export const findPoolSource = (id: string): PoolSource | null => poolSources.find((source) => source.id === id) ?? null
