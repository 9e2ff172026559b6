import type { Database } from '@/db/database'
import type { LensId } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { lenses, toLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import type { Part, View } from '@/lib/publish/view'
import type { ChosenComparison } from '@/lib/views/comparison/chosenProtocols'
import { toDailyLens } from '@/lib/views/lensChoices'
import { toEmptyLoaded } from './emptyLoaded'
import { loadComparison } from './loadComparison'
import type { Views } from './loadViews'

type ComparisonChart = 'compareOverTime' | 'compareNow' | 'compareCurves' | 'compareTable'

/** A page that compares protocols. */
export interface ComparisonViews {
  /** Each as on its own page; one is missing where there is nothing to show yet */
  views: Views<ComparisonChart>
  /** Slugs of those that are compared */
  slugs: readonly string[]
  /** The lens of the days: the closest one of which there are some */
  daily: LensId
}

/** Everything that compares protocols under a lens. */
export async function loadComparisonViews(database: Database, chosen: ChosenComparison, lens: LensId, locale: Locale): Promise<ComparisonViews> {
  const daily = toDailyLens(toLens(lens), lenses)?.id ?? lens
  const load = async (under: LensId, needs: readonly Part[]) =>
    ({ ...toEmptyLoaded(under), comparison: await loadComparison(database, { protocol: 'all', name: 'compareNow', lens: under, from: null, to: null, ...chosen }, needs) })
  const [now, days] = [await load(lens, ['curve']), await load(daily, ['comparisonDays'])]
  const made = (['compareOverTime', 'compareNow', 'compareCurves', 'compareTable'] as const).flatMap((id): [ComparisonChart, View][] => {
    const view = toView(findChart(id, 'all')!, id === 'compareOverTime' ? days : now, locale)
    return view ? [[id, view]] : []
  })
  return { views: Object.fromEntries(made), slugs: now.comparison.protocols.map(({ protocol }) => protocol.slug), daily }
}
