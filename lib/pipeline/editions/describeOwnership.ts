import { loadChangesOf } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import type { Distribution } from '@/lib/domain/distribution'
import type { HeadlineBand } from '@/lib/domain/headlineBand'
import type { Label } from '@/lib/domain/label'
import type { Lens } from '@/lib/domain/lens'
import type { Measurement } from '@/lib/domain/snapshot'
import { decompose } from '@/lib/metrics/decomposition'
import { findMovers } from '@/lib/metrics/movers'
import { toUnresolvedBounds } from '@/lib/metrics/unresolvedBounds'
import { toBands } from '@/lib/ownership/band'
import { toComposition, toGroups } from '@/lib/ownership/composition'
import { toCompositionDays } from '@/lib/ownership/compositionDays'
import { toCustody } from '@/lib/ownership/custody'
import type { LoadedComposition, LoadedCompositionDay, LoadedDay } from '@/lib/publish/view'
import { toUnresolvedAmount } from '@/lib/views/unresolvedNote'
import { askOnce } from '../askOnce'
import type { Ledger } from '../ledger'
import { toRecipe } from '../recipe'
import { keepsComposition } from '../toMeasurements'

/** Who holds by role, how unequal that is, and what custodians keep. */
export function describeComposition(distribution: Distribution, labels: readonly Label[], days: readonly LoadedCompositionDay[]): LoadedComposition {
  const groups = toGroups(distribution, labels)
  return { shares: toComposition(distribution, groups), decomposition: decompose(distribution, groups), custody: toCustody(distribution, labels), days }
}

/** The bands of the headline figures over all lenses, with the label that moves each most under the distribution's own, and what the unresolved leaves open there. */
export function describeBand(distribution: Distribution, measurements: readonly Measurement[], labels: readonly Label[], lens: Lens): HeadlineBand[] {
  const bands = toBands(measurements, {}, findMovers(distribution, labels))
  const excluded = measurements.find((one) => one.lens === lens.id)?.excluded ?? []
  const open = lens.looksThrough ? toUnresolvedAmount(excluded) : 0n
  // Shares of the whole supply have the unresolved in their denominator already.
  const bounds = open > 0n && !lens.ofSupply ? toUnresolvedBounds(distribution, open) : null
  return bounds ? bands.map((band) => ({ ...band, unresolved: bounds[band.metric] })) : bands
}

/** Who held by role on each of these days: as it was kept with them, or, where balances alone tell it, from the ledger's changes of the labelled accounts. */
export async function loadCompositionDays(database: Database, { tokenId, outlook }: Ledger, days: readonly LoadedDay[], lens: Lens): Promise<LoadedCompositionDay[]> {
  if (keepsComposition(lens))
    return days.flatMap(({ day, block, timestamp, denominator, origin, composition }) => (composition ? [{ day, block, timestamp, denominator, origin, shares: composition }] : []))
  const { labels } = outlook
  const last = days.at(-1)
  if (!last) return []
  const changes = await askOnce('changesOf', [tokenId, last.block, toRecipe(outlook)].join(':'), () =>
    loadChangesOf(database, tokenId, [...new Set(labels.map(({ address }) => address))], last.block))
  const totals = days.map(({ day, block, timestamp, denominator, origin, metrics: { holders } }) => ({
    day, block, timestamp, denominator, origin, holders: holders?.status === 'ok' ? holders.value : 0,
  }))
  return toCompositionDays(totals, changes, labels, lens)
}
