import type { Database } from '@/db/database'
import { forgetEvents } from '@/db/eventLogs'
import { forgetPoolPrices } from '@/db/poolPrices'
import { removeOtherPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { rewindLedger } from '@/db/rewind'
import { toLedgers } from './ledger'
import { toDollarPool, toPoolPlaces } from './liquidity/poolPlaces'
import { toNeededFilters } from './neededFilters'

/**
 * Lets go all that was read of a protocol's ledgers, events and pools, so that the next sync reads it from the first block on: what
 * `lorenz sync --again` does. Snapshots stay. Events that another protocol needs too are read again for both.
 */
export async function readAgain(database: Database, protocol: TrackedProtocol): Promise<void> {
  const { slug, token: { chainId } } = protocol
  for (const { tokenId } of toLedgers(protocol)) await rewindLedger(database, tokenId, 0)
  await forgetEvents(database, toNeededFilters(protocol).map(({ filter }) => ({ chainId, ...filter })))
  await removeOtherPools(database, slug, [])
  await forgetPoolPrices(database, chainId, [...toPoolPlaces(protocol), toDollarPool(protocol)].flatMap((pool) => pool?.place.address ?? []))
}
