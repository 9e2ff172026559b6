import { saveAccounts } from '@/db/accounts'
import type { Database } from '@/db/database'
import { settleLabels } from '@/db/labels'
import type { TrackedProtocol } from '@/db/protocols'
import { loadNewestSnapshot, saveSnapshot } from '@/db/snapshots'
import { toDistribution, type Claim } from '../domain/distribution'
import type { Snapshot } from '../domain/snapshot'
import type { HolderList } from '../lists/holderList'
import { measureTruncated, toBounds } from '../metrics/bounds'
import { toLorenzCurve } from '../metrics/lorenzCurve'
import { measure } from '../metrics/registry'
import { lenses } from '../ownership/lenses'
import { throughLens, toPlainSight } from '../ownership/throughLens'
import { toSmallestUnits, type ListUnit } from './listUnit'

/** What is known of a list beside its rows. */
export interface ListOrigin {
  file: { name: string; sha256: string }
  /** UTC day, as in '2026-04-01' */
  asOf: string
  /** The block that the list says it is of; its hash stays unknown */
  blockNumber: number | null
  /** Known unit; worked out where null */
  unit: ListUnit | null
  /** The whole supply in the list's unit, and the number of all holders, where the list is only their top */
  total: bigint | null
  holders: number | null
}

/**
 * Keeps a holder list as a snapshot of a protocol's token, marked as imported: its figures stand on the protocol's pages beside those
 * from the chain, with the file's name and checksum. The same file for the same day replaces itself.
 *
 * A list that is only the top of a longer one (`total` or `holders` say so) keeps the figures that it decides; the others are undefined.
 *
 * @param list amounts at the scale of `list.decimals`
 * @throws Error where the unit cannot be told, an amount is finer than the token's decimals, or total and list contradict each other
 */
export async function importList(options: {
  database: Database
  protocol: TrackedProtocol
  list: HolderList
  origin: ListOrigin
}): Promise<Snapshot> {
  const { database, protocol, list, origin } = options
  const { token, tokenId, slug } = protocol
  const supply = (await loadNewestSnapshot(database, tokenId))?.supply ?? null
  const toSmallest = toSmallestUnits(list, token, { unit: origin.unit, supply })
  const claims = list.claims.map(({ account, amount }): Claim => ({ account, amount: toSmallest(amount) }))
  // Imported files may have named accounts that nobody had seen before this list.
  await saveAccounts(database.pool, claims.map(({ account }) => account))
  const labels = await settleLabels(database, slug)
  const total = origin.total === null ? null : toSmallest(origin.total)
  const distribution = toDistribution(claims)
  const whole = { ...(total === null ? {} : { total }), ...(origin.holders === null ? {} : { holders: origin.holders }) }
  const truncated = toBounds(distribution, whole) !== null
  const snapshot: Snapshot = {
    origin: 'imported',
    day: origin.asOf,
    block: origin.blockNumber === null ? null : { number: origin.blockNumber, hash: null, timestamp: Date.parse(`${origin.asOf}T00:00:00Z`) / 1000 },
    supply: total ?? distribution.total,
    population: truncated ? 'truncated' : 'complete',
    gaps: [],
    audit: null,
    measurements: toLenses(truncated).map((lens) => {
      const seen = throughLens(toPlainSight(claims, labels), lens)
      const left = seen.excluded.reduce((sum, { amount }) => sum + amount, 0n)
      const known = {
        ...(whole.total === undefined ? {} : { total: whole.total - left }),
        ...(whole.holders === undefined ? {} : { holders: whole.holders - seen.excluded.reduce((sum, { accounts }) => sum + accounts, 0) }),
      }
      const bounds = truncated ? toBounds(seen.distribution, known) : null
      return {
        lens: lens.id,
        denominator: known.total ?? seen.distribution.total,
        excluded: seen.excluded,
        metrics: bounds ? measureTruncated(seen.distribution, bounds) : measure(seen.distribution),
        // The part of the curve that is missing is its long flat beginning: half a curve would look more equal than it is.
        curve: bounds ? null : toLorenzCurve(seen.distribution),
        composition: null,
      }
    }),
    file: origin.file,
  }
  const holders = distribution.accounts.map((account, index) => ({ account, amount: distribution.amounts[index]! }))
  await saveSnapshot(database, tokenId, snapshot, { holders })
  return snapshot
}

/** Nobody looked into the contracts of a list, or asked who belongs together; and of a list that was cut off the smallest are not known. */
const toLenses = (truncated: boolean) =>
  lenses.filter(({ looksThrough, mergesEntities, ofSupply, withoutDust }) => !looksThrough && !mergesEntities && !ofSupply && !(truncated && withoutDust))
