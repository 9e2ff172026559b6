import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadPoolDays } from '@/db/poolDays'
import { loadPools, type SavedPool } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { loadProviderRanges, loadProviderResults } from '@/db/providerResults'
import type { Address } from '../../domain/address'
import { currencies, type Currency } from '../../domain/pool'
import type { PoolReading } from '../../domain/poolReading'
import type { LoadedMarket } from '../../publish/loadedMarket'
import type { Part } from '../../publish/view'
import { askOnce } from '../askOnce'
import { askWhileUsed } from '../askWhileUsed'

/**
 * A pool as a place of trade, with the parts of it that a chart names. A pool may have tens of thousands of providers: they are read once
 * for all who ask at a time, and kept no longer than they are used.
 *
 * @param currency what money is to be told in; null for the usual
 * @returns null before the first reading; 'unknown' where the protocol has no such pool
 */
export async function loadMarket(database: Database, { slug }: Pick<TrackedProtocol, 'slug'>, address: Address, needs: readonly Part[], currency: Currency | null): Promise<LoadedMarket | null | 'unknown'> {
  const version = await loadContentVersion(database)
  const pools = await askOnce('pools', `${version}:${slug}`, () => loadPools(database, slug), 64)
  const pool = pools.find(({ facts }) => facts.address === address)
  if (!pool) return 'unknown'
  const { id, facts, reading } = pool
  if (!reading) return null
  const [results, days, ranges] = await Promise.all([
    askWhileUsed(`providerResults:${version}:${id}`, () => loadProviderResults(database, id)),
    needs.includes('marketDays') ? askOnce('poolDays', `${version}:${id}`, () => loadPoolDays(database, id)) : [],
    needs.includes('marketDepth') ? askWhileUsed(`providerRanges:${version}:${id}`, () => loadProviderRanges(database, id)) : [],
  ])
  return { facts, reading, results, days, ranges, currency: currency ?? toUsualCurrency(reading) }
}

/** All of a pool's newest reading, as it is kept for ever: read anew, so that it does not stay in memory. */
export const readMarket = async (database: Database, { id, facts }: SavedPool, reading: PoolReading): Promise<LoadedMarket> => ({
  facts, reading, currency: toUsualCurrency(reading), results: await loadProviderResults(database, id), days: await loadPoolDays(database, id), ranges: await loadProviderRanges(database, id),
})

/**
 * What money of a pool is told in where nobody chooses: dollars where its prices lead to them, or else its quote token.
 *
 * @example toUsualCurrency({ marks: { quote, ether: null, dollar: null } }) // 'quote'
 */
export const toUsualCurrency = ({ marks }: Pick<PoolReading, 'marks'>): Currency => (marks.dollar ? 'dollar' : 'quote')

/**
 * The currencies that a pool's prices lead to.
 *
 * @example toPricedCurrencies({ marks: { quote, ether, dollar: null } }) // ['quote', 'ether']
 */
export const toPricedCurrencies = ({ marks }: Pick<PoolReading, 'marks'>): Currency[] => currencies.filter((currency) => marks[currency])

