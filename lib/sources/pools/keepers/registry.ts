import type { Address } from '../../../domain/address'
import type { Wrapper } from '../../../domain/protocol'
import { erc4626Vault } from './erc4626Vault'
import { liquidityGauge } from './liquidityGauge'
import { masterChef } from './masterChef'
import type { Keeping, ShareKeeper } from './shareKeeper'
import { stakingRewards } from './stakingRewards'
import { wrappedToken } from './wrappedToken'

/** Every family of contracts through which a pool's shares are followed. */
export const shareKeepers: readonly ShareKeeper[] = [stakingRewards, liquidityGauge, masterChef, erc4626Vault, wrappedToken]

/** A contract of a protocol in which shares lie for others, and how it keeps them. */
export interface KeepingWrapper {
  wrapper: Wrapper
  keeping: Keeping
}

const toKeepings = (wrapper: Wrapper): KeepingWrapper[] =>
  (shareKeepers.find(({ id }) => id === wrapper.source)?.toKeepings(wrapper) ?? []).map((keeping) => ({ wrapper, keeping }))

/**
 * The contracts in which a pool's shares lie, and those in which lies what these gave out for them, however deep.
 *
 * @param wrappers of the protocol; any others among them are left out
 * @returns each behind what it keeps; one that keeps several kinds stands there for each
 * @example toShareKeepers(pair, [vaultOverGauge, gaugeOverPair, vaultOfUni]).map(({ wrapper }) => wrapper.name) // ['Gauge', 'Vault']
 */
export function toShareKeepers(shares: Address, wrappers: readonly Wrapper[]): KeepingWrapper[] {
  const known = new Set([shares])
  const left = new Set(wrappers.flatMap(toKeepings))
  const keepers: KeepingWrapper[] = []
  for (let found = true; found; ) {
    found = false
    for (const keeper of left) {
      const { keeping } = keeper
      if (!known.has(keeping.asset)) continue
      left.delete(keeper)
      if ('token' in keeping) known.add(keeping.token)
      keepers.push(keeper)
      found = true
    }
  }
  return keepers
}
