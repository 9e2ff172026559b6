import type { Address } from '../../domain/address'
import type { NftKeeper } from './nftKeeper'
import { uniswapV3Staker } from './uniswapV3Staker'

/** Every family of contracts that keep position NFTs for others. */
export const nftKeepers: readonly NftKeeper[] = [uniswapV3Staker]

/**
 * Those that a pool's place names, by their address.
 *
 * @param contracts as in a wrapper: by the name that a source gives them
 * @example toNftKeepers({ positionManager: '0xc364…', uniswapV3Staker: '0xe341…' }) // Map { '0xe341…' => uniswapV3Staker }
 */
export function toNftKeepers(contracts: Readonly<Record<string, Address>>): ReadonlyMap<Address, NftKeeper> {
  return new Map(
    Object.entries(contracts).flatMap(([name, address]) => {
      const keeper = nftKeepers.find(({ id }) => id === name.split('.')[0])
      return keeper ? [[address, keeper] as const] : []
    }),
  )
}
