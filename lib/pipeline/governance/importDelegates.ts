import type { Database } from '@/db/database'
import { saveDelegateList } from '@/db/delegateLists'
import { settleLabels } from '@/db/labels'
import type { TrackedProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import type { DelegateList } from '../../domain/delegateList'
import { toDistribution } from '../../domain/distribution'
import type { HolderList } from '../../lists/holderList'
import { measureTruncated, toBounds } from '../../metrics/bounds'
import { measure } from '../../metrics/registry'
import type { ListOrigin } from '../importList'
import { toSmallestUnits } from '../listUnit'

/**
 * Keeps a list of delegates as who can cast how many votes on a protocol, marked as imported: its figures stand beside those that were read from the
 * chain, with the file's name and checksum. One list a day is kept.
 *
 * A list that is only the top of a longer one (`total` or `holders` say so) keeps the figures that it decides; the others are undefined.
 *
 * @param list amounts at the scale of `list.decimals`
 * @throws Error where the unit cannot be told, an amount is finer than the token's decimals, or total and list contradict each other
 * @example (await importDelegates({ database, protocol, list, origin })).delegates.length // 100
 */
export async function importDelegates({ database, protocol, list, origin }: { database: Database; protocol: TrackedProtocol; list: HolderList; origin: ListOrigin }): Promise<DelegateList> {
  const { slug, token, tokenId } = protocol
  const toSmallest = toSmallestUnits(list, token, { unit: origin.unit, supply: (await loadNewestSnapshot(database, tokenId))?.supply ?? null })
  const distribution = toDistribution(list.claims.map(({ account, amount }) => ({ account, amount: toSmallest(amount) })))
  const total = origin.total === null ? null : toSmallest(origin.total)
  const bounds = toBounds(distribution, { ...(total === null ? {} : { total }), ...(origin.holders === null ? {} : { holders: origin.holders }) })
  const kept: DelegateList = {
    day: origin.asOf,
    block: origin.blockNumber,
    file: origin.file,
    population: bounds ? 'truncated' : 'complete',
    denominator: total ?? distribution.total,
    delegates: distribution.accounts.map((delegate, place) => ({ delegate, votes: distribution.amounts[place]! })),
    metrics: bounds ? measureTruncated(distribution, bounds) : measure(distribution),
  }
  await saveDelegateList(database, slug, kept)
  // Files may name accounts that nobody had seen before this list.
  await settleLabels(database, slug)
  return kept
}
