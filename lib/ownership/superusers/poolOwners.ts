import { toRatio } from '../../domain/amount'
import type { Address } from '../../domain/address'
import { currencies, type Currency } from '../../domain/pool'
import type { PoolStake, PoolStakes, ShareOfPools, SuperuserPool } from '../../domain/superuser'
import { toLargest } from './poolStakes'

/** What an owner has in a pool, by all its addresses; its rank is that of the largest of them. */
export type OwnerStake = Pick<PoolStake, 'rank' | 'value' | 'fees'> & { addresses: readonly Address[] }

type Part = 'value' | 'fees'

/** A pool's providers, owners with several addresses as one. */
export interface PoolOwners extends Pick<PoolStakes, 'protocol' | 'demo' | 'pool'> {
  stakes: ReadonlyMap<Address, OwnerStake>
  /** Down to which rank providers are large */
  largest: number
  /** What all have together; of fees, those that could be priced. null where nothing could */
  totals: Readonly<Record<Part, Readonly<Record<Currency, bigint | null>>>>
}

/**
 * A pool's providers by owners.
 *
 * @example toPoolOwners(pool, (account) => account).stakes.get(whale)?.rank // 1
 */
export function toPoolOwners({ protocol, demo, pool, stakes: all }: PoolStakes, ownerOf: (account: Address) => Address): PoolOwners {
  const stakes = new Map<Address, OwnerStake>()
  const totals = { value: none(), fees: none() }
  for (const { account, rank, value, fees } of all) {
    const owner = ownerOf(account)
    const known = stakes.get(owner)
    stakes.set(owner, { rank: known?.rank ?? rank, value: add(known?.value ?? none(), value), fees: add(known?.fees ?? none(), fees), addresses: [...(known?.addresses ?? []), account] })
    totals.value = add(totals.value, value)
    totals.fees = add(totals.fees, fees)
  }
  return { protocol, demo, pool, stakes, largest: toLargest(all.length), totals }
}

/**
 * An owner's place in a pool, with its shares of what the pool is worth and of what it earned its providers.
 *
 * @example toSuperuserPool(poolOwners, stake) // { protocol: 'demo-swap', pool, rank: 1, isLarge: true, liquidity: 0.25, fees: 0.3 }
 */
export const toSuperuserPool = ({ protocol, pool, largest, totals }: PoolOwners, { rank, value, fees }: OwnerStake): SuperuserPool => ({
  protocol, pool, rank, isLarge: rank <= largest, liquidity: toShare(value.quote, totals.value.quote), fees: toShare(fees.quote, totals.fees.quote),
})

/**
 * An owner's share of what several pools are worth together, and of what they earned their providers: in dollars where each of the pools has a price in
 * them, else in ether.
 *
 * @returns null where they have no such currency in common, or there are none
 * @example toShareOfAll(whale, [one, other]) // { currency: 'dollar', liquidity: 0.2, fees: 0.25 }
 */
export function toShareOfAll(owner: Address, pools: readonly PoolOwners[]): ShareOfPools | null {
  const currency = (['dollar', 'ether'] as const).find((one) => pools.every(({ totals }) => totals.value[one] !== null))
  if (!currency || pools.length === 0) return null
  const sumOf = (of: (pool: PoolOwners) => OwnerStake[Part] | undefined) => pools.reduce((sum, pool) => sum + (of(pool)?.[currency] ?? 0n), 0n)
  const share = (part: Part) => toShare(sumOf(({ stakes }) => stakes.get(owner)?.[part]), sumOf(({ totals }) => totals[part]))
  return { currency, liquidity: share('value'), fees: share('fees') }
}

const none = (): Readonly<Record<Currency, bigint | null>> => ({ quote: null, ether: null, dollar: null })

function add(one: OwnerStake['value'], other: OwnerStake['value']): OwnerStake['value'] {
  const sum = (currency: Currency) => (one[currency] === null ? other[currency] : one[currency] + (other[currency] ?? 0n))
  return Object.fromEntries(currencies.map((currency) => [currency, sum(currency)])) as OwnerStake['value']
}

const toShare = (amount: bigint | null, whole: bigint | null): number | null => (amount === null || whole === null || whole <= 0n ? null : toRatio(amount, whole))
