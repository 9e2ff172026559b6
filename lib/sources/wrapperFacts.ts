import type { Address } from '../domain/address'
import type { Farm, Token, Wrapper } from '../domain/protocol'

/**
 * The one asset of a wrapper whose family holds one.
 *
 * @throws Error that names the wrapper where it says that it holds several
 */
export function toOnlyAsset({ assets, address, name }: Wrapper, source: string): Address {
  if (assets.length !== 1) throw new Error(`${name} (${address}): a wrapper of source ${source} holds one asset, not ${assets.length}`)
  return assets[0]!
}

/**
 * The token in which a wrapper's shares are held.
 *
 * @throws Error that names the wrapper where it has no shareToken
 */
export function toShareToken({ shareToken, address, name }: Wrapper, source: string): Token {
  if (!shareToken) throw new Error(`${name} (${address}): a wrapper of source ${source} needs shareToken, the ERC-20 token that it gives out`)
  return shareToken
}

/**
 * A contract that a source asks or tells apart, by the name that the source gives it.
 *
 * @throws Error that names the wrapper where it does not say
 */
export function toContract({ contracts, address, name }: Wrapper, source: string, contract: string): Address {
  const found = contracts[contract]
  if (!found) throw new Error(`${name} (${address}): a wrapper of source ${source} needs contracts.${contract}`)
  return found
}

/**
 * The pools of a contract that takes in many tokens.
 *
 * @throws Error that names the wrapper where it has none, or one whose asset is none of the wrapper's
 */
export function toFarm({ farm, assets, address, name }: Wrapper, source: string): Farm {
  if (!farm) throw new Error(`${name} (${address}): a wrapper of source ${source} needs farm, its pools by their numbers`)
  const strange = farm.pools.find(({ asset }) => !assets.includes(asset))
  if (strange) throw new Error(`${name} (${address}): its pool ${strange.id} takes in ${strange.asset}, which is none of its assets`)
  return farm
}
