import { toRatio } from '../../domain/amount'
import type { Address } from '../../domain/address'
import { depths, type Depth, type LargestOwners, type PoolStakes, type Superuser, type SuperuserHolding, type TopHolders } from '../../domain/superuser'
import { toPoolOwners, toShareOfAll, toSuperuserPool } from './poolOwners'

/** Who belongs together, and what they are called. */
export interface Owners {
  /** The address that stands for each address that is known to have an owner with several */
  representatives: ReadonlyMap<Address, Address>
  names: ReadonlyMap<Address, string>
}

/** So many places make a superuser: with one it is only large. */
const fewestPlaces = 2

/**
 * Who is large in several places at once: among the hundred largest holders of at least two protocols' tokens, or a large provider of at least two pools.
 * An owner's addresses count together in all protocols, whichever of them said that they belong together; its place is that of the largest of them.
 *
 * Amounts of different tokens are never added, only shares; what pools are worth is added in a currency that all of them have.
 *
 * @returns in most protocols first, then by the sum of shares, then by address
 * @example superusers([uni, comp], [], owners).map(({ account, among }) => [account, among.hundred]) // [[whale, 2]]
 */
export function superusers(lists: readonly TopHolders[], pools: readonly PoolStakes[], { representatives, names }: Owners): Superuser[] {
  const ownerOf = (account: Address) => representatives.get(account) ?? account
  const held = lists.map((list) => toPlaces(list, ownerOf))
  const provided = pools.map((pool) => toPoolOwners(pool, ownerOf))
  const everyone = new Set([...held, ...provided.map(({ stakes }) => stakes)].flatMap((one) => [...one.keys()]))
  const found: Superuser[] = []
  for (const account of everyone) {
    const places = held.flatMap((list) => list.get(account) ?? [])
    const stakes = provided.flatMap((pool) => (pool.stakes.has(account) ? [{ pool, stake: pool.stakes.get(account)! }] : []))
    const holdings = places.map(({ holding }) => holding)
    const among = countAmong(holdings)
    const largeIn = stakes.filter(({ pool, stake }) => stake.rank <= pool.largest).length
    if (among.hundred < fewestPlaces && largeIn < fewestPlaces) continue
    const addresses = [...new Set([...places, ...stakes.map(({ stake }) => stake)].flatMap((one) => one.addresses))]
    const demo = stakes[0]?.pool.demo ?? lists.some((list) => list.demo && holdings.some(({ protocol }) => protocol === list.protocol))
    found.push({
      account, addresses, demo, among, holdings, largeIn,
      name: [account, ...addresses].flatMap((address) => names.get(address) ?? [])[0] ?? null,
      shareSum: holdings.reduce((sum, holding) => sum + (holding.among.includes('hundred') ? holding.share : 0), 0),
      pools: stakes.map(({ pool, stake }) => toSuperuserPool(pool, stake)),
      ofAll: stakes.length > 0 ? toShareOfAll(account, provided.filter((pool) => pool.demo === demo)) : null,
    })
  }
  return found.sort((a, b) => b.among.hundred - a.among.hundred || b.largeIn - a.largeIn || b.shareSum - a.shareSum || (a.account < b.account ? -1 : 1))
}

/**
 * The same lists as overlaps are told from: each owner once.
 *
 * @example toLargestOwners(uni, owners).members.hundred.has(whale) // true
 */
export function toLargestOwners(list: TopHolders, { representatives }: Pick<Owners, 'representatives'>): LargestOwners {
  const places = [...toPlaces(list, (account) => representatives.get(account) ?? account)]
  const inList = (depth: Depth) => new Set(places.flatMap(([owner, { holding }]) => (holding.among.includes(depth) ? [owner] : [])))
  return { protocol: list.protocol, demo: list.demo, holders: list.holders, members: { hundred: inList('hundred'), hundredth: inList('hundredth') } }
}

interface Place {
  holding: SuperuserHolding
  addresses: Address[]
}

/** What owners have in a list. It comes largest first: the first of an owner's addresses is its largest. */
function toPlaces({ protocol, denominator, depth, top }: TopHolders, ownerOf: (account: Address) => Address): Map<Address, Place> {
  const places = new Map<Address, Place>()
  for (const { account, rank, amount } of top) {
    const owner = ownerOf(account)
    const known = places.get(owner)
    const total = (known?.holding.amount ?? 0n) + amount
    const first = known?.holding.rank ?? rank
    const among = depths.filter((one) => first <= depth[one])
    places.set(owner, { holding: { protocol, rank: first, amount: total, share: toRatio(total, denominator), among }, addresses: [...(known?.addresses ?? []), account] })
  }
  return places
}

const countAmong = (holdings: readonly SuperuserHolding[]): Record<Depth, number> => ({
  hundred: holdings.filter(({ among }) => among.includes('hundred')).length,
  hundredth: holdings.filter(({ among }) => among.includes('hundredth')).length,
})
