import { amountAt } from '@/lib/domain/columns'
import type { Distribution } from '@/lib/domain/distribution'
import { bandMetricIds, type BandMetricId, type LabelEffect } from '@/lib/domain/headlineBand'
import type { Label } from '@/lib/domain/label'
import { toPlaces } from '@/lib/domain/places'
import { toMetric } from './registry'
import { measureWithout } from './withoutHolder'

/**
 * The one label whose removal moves each headline metric most: each labelled account that holds something is left out in turn, none is
 * passed over. Of labels that move it equally far, the one with the larger amount; ties by address.
 *
 * @param labels of several for one account the last counts
 * @returns null for a metric that no label moves
 * @example findMovers(uniHolders, labels).nakamoto50 // { name: 'Timelock', figure: 8, without: 28, … }
 */
export function findMovers(distribution: Distribution, labels: readonly Label[]): Record<BandMetricId, LabelEffect | null> {
  const places = toPlaces(distribution, labels.map(({ address }) => address))
  const known = new Map(labels.map((label) => [label.address, label]))
  // Places stand largest first, ties by address: the first of equals is the one to name.
  const left = [...places].map(([account, place]) => ({ label: known.get(account)!, place, without: measureWithout(distribution, place) })).sort((a, b) => a.place - b.place)
  const find = (metric: BandMetricId): LabelEffect | null => {
    const result = toMetric(metric).measure(distribution)
    if (result.status !== 'ok') return null
    const figure = result.value
    let best: LabelEffect | null = null
    for (const { label, place, without } of left) {
      if (!without || Math.abs(without[metric] - figure) <= (best ? Math.abs(best.without - figure) : 0)) continue
      best = { account: label.address, name: label.name, role: label.role, amount: amountAt(distribution.columns, place), figure, without: without[metric] }
    }
    return best
  }
  return Object.fromEntries(bandMetricIds.map((metric) => [metric, find(metric)])) as Record<BandMetricId, LabelEffect | null>
}
