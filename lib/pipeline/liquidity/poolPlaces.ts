import type { TrackedProtocol } from '@/db/protocols'
import type { EventFilter } from '@/db/eventLogs'
import type { PoolPlace } from '../../domain/pool'
import type { Wrapper } from '../../domain/protocol'
import type { Address } from '../../domain/address'
import { toShareKeepers } from '../../sources/pools/keepers/registry'
import { findPoolSource } from '../../sources/pools/registry'
import { toShareManagers } from '../../sources/pools/shareManagers'
import type { PoolSource } from '../../sources/pools/poolSource'
import type { LogFilter } from '../../sources/source'

type Places = Pick<TrackedProtocol, 'token' | 'pools' | 'wrappers' | 'money' | 'managers'>

/** A pool with what reads it, with the wrappers that keep its shares for others, and with its own, which may name who pays for positions in it. */
export interface ReadPool {
  place: PoolPlace
  source: PoolSource
  stakings: readonly Wrapper[]
  own: readonly Wrapper[]
}

/** A filter of a pool's logs, and whether each is kept with its transaction. */
export interface PoolFilter extends LogFilter {
  withTransactions: boolean
}

/**
 * The pools whose providers are followed: a protocol's own, and what it looks through that a pool source can read. Others are looked through and
 * no more.
 *
 * @example toPoolPlaces(uniswap).map(({ place }) => place.name) // ['Uniswap v2 UNI/WETH', 'Uniswap v3 UNI/WETH 0.3 %']
 */
export function toPoolPlaces(protocol: Places): ReadPool[] {
  const { chainId } = protocol.token
  const own = protocol.pools.map(({ kind, lpToken: { address, name, firstBlock }, feePpm }): PoolPlace => ({ source: kind, chainId, address, name, firstBlock, contracts: {}, ...toFee(feePpm) }))
  const lookedThrough = protocol.wrappers.map(({ source, address, name, firstBlock, contracts, feePpm }): PoolPlace => ({ source, chainId, address, name, firstBlock, contracts, ...toFee(feePpm) }))
  const places = new Map([...lookedThrough, ...own].map((place) => [place.address, place]))
  return [...places.values()].flatMap((place) =>
    toReadPool(
      withFoundManagers(place, protocol.managers?.get(place.address)),
      [...new Set(toShareKeepers(place.address, protocol.wrappers).map(({ wrapper }) => wrapper))],
      protocol.wrappers.filter(({ address }) => address === place.address),
    ))
}

/** Where wrapped ether is traded for dollars; none where the protocol names no such pool, or none that can be read. */
export function toDollarPool({ token: { chainId }, money: { dollarPool } }: Places): ReadPool | null {
  if (!dollarPool) return null
  const { source, address, name, firstBlock } = dollarPool
  return toReadPool({ source, chainId, address, name, firstBlock, contracts: {} }, [], [])[0] ?? null
}

/** A pool with the managers of its liquidity that were found beside those that its file names. */
function withFoundManagers(place: PoolPlace, found: readonly Address[] = []): PoolPlace {
  const named = new Set(toShareManagers(place.contracts))
  const others = found.filter((account) => !named.has(account))
  return { ...place, contracts: { ...place.contracts, ...Object.fromEntries(others.map((account) => [`shareManager.${account}`, account])) } }
}

const toFee = (feePpm: number | undefined) => (feePpm === undefined ? {} : { feePpm })

const toReadPool = (place: PoolPlace, stakings: readonly Wrapper[], own: readonly Wrapper[]): ReadPool[] => {
  const source = findPoolSource(place.source)
  return source ? [{ place, source, stakings, own }] : []
}

/** All that is kept of a pool whose providers are followed. */
export const toPoolFilters = ({ place, source, stakings }: ReadPool): PoolFilter[] =>
  source.logs(place, stakings).map((filter) => ({ ...filter, withTransactions: !tellsPrices(filter, source) }))

/** Those of its filters that tell its price; where it is followed for its price alone, one of its own. */
export const toPriceFilters = ({ place, source, stakings }: ReadPool, isFollowed: boolean): LogFilter[] => {
  const followed = source.logs(place, stakings).filter((filter) => filter.address === place.address && tellsPrices(filter, source))
  return isFollowed ? followed : [{ address: place.address, topics: source.priceTopics }]
}

const tellsPrices = ({ topics }: LogFilter, { priceTopics }: PoolSource): boolean => topics.some((topic) => priceTopics.includes(topic))

/** As the database is asked for them. */
export const toEventFilters = (chainId: number, filters: readonly LogFilter[]): EventFilter[] => filters.map((filter) => ({ chainId, ...filter }))
