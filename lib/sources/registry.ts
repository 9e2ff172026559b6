import { aaveToken } from './aaveToken'
import { bondingManager } from './bondingManager'
import { bridgeEscrow } from './bridgeEscrow'
import { comet } from './comet'
import { compoundToken } from './compoundToken'
import { erc4626Vault } from './erc4626Vault'
import { graphStaking } from './graphStaking'
import { liquidityGauge } from './liquidityGauge'
import { masterChef } from './masterChef'
import { merkleDistributor } from './merkleDistributor'
import { pocoEscrow } from './pocoEscrow'
import type { Source } from './source'
import { stakingRewards } from './stakingRewards'
import { uniswapV2Pair } from './uniswapV2Pair'
import { uniswapV3Pool } from './uniswapV3Pool'
import { vesting } from './vesting'
import { voteEscrow } from './voteEscrow'
import { wrappedByDeposit } from './wrappedByDeposit'
import { wrappedToken } from './wrappedToken'

/** Every contract family that is looked through. */
export const sources: readonly Source[] = [
  uniswapV2Pair,
  uniswapV3Pool,
  stakingRewards,
  liquidityGauge,
  masterChef,
  erc4626Vault,
  wrappedToken,
  wrappedByDeposit,
  voteEscrow,
  bondingManager,
  graphStaking,
  pocoEscrow,
  aaveToken,
  compoundToken,
  comet,
  vesting,
  merkleDistributor,
  bridgeEscrow,
]

/**
 * The source that a wrapper names.
 *
 * @throws Error that names those there are
 * @example toSource('voteEscrow').role // 'voteEscrow'
 */
export function toSource(id: string): Source {
  const source = sources.find((source) => source.id === id)
  if (!source) throw new Error(`There is no source ${id}: there are ${sources.map((source) => source.id).join(', ')}.`)
  return source
}
