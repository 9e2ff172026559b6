import type { Database } from '@/db/database'
import type { LensId } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { headlineLens, lenses, toLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import type { Loaded, View } from '@/lib/publish/view'
import { toDailyLens } from '@/lib/views/lensChoices'
import { loadEdition } from './loadEdition'

/** What stands behind addresses, by what has to be loaded for it: of each line the first chart needs all that the others need. */
const charts = [
  { ids: ['lookThroughFlow', 'wrappingDepth', 'wrappersTable', 'unresolvedTable'], lens: () => headlineLens, ruled: false },
  { ids: ['composition', 'decompositionTable', 'groupTable', 'custodyTable'], lens: (lens: LensId) => lens, ruled: true },
  { ids: ['compositionOverTime'], lens: (lens: LensId) => toDailyLens(toLens(lens), lenses)?.id ?? lens, ruled: true },
  { ids: ['bandTable', 'unresolvedBoundsTable'], lens: (lens: LensId) => lens, ruled: true },
] as const
type OwnerChart = (typeof charts)[number]['ids'][number]

/** Their views, by id; one is missing where there is nothing to show yet. */
export type OwnerViews = Partial<Record<OwnerChart, View>>

const noWork: () => Promise<Loaded['work']> = () => Promise.resolve(null)

/**
 * Every chart and table that says what stands behind a token's addresses, each as on its own page.
 *
 * @param rules by which addresses become one holder; null for the usual ones
 */
export async function loadOwnerViews(database: Database, slug: string, lens: LensId, locale: Locale, rules: readonly string[] | null = null): Promise<OwnerViews> {
  const found = await Promise.all(charts.map(async ({ ids, lens: toOwn, ruled }) => {
    const { loaded } = await loadEdition(database, { protocol: slug, name: ids[0], lens: toOwn(lens), from: null, to: null, rules: ruled ? rules : null }, noWork)
    return ids.flatMap((id) => {
      const chart = findChart(id, 'token')
      const view = chart && toView(chart, loaded, locale)
      return view ? [[id, view] as const] : []
    })
  }))
  return Object.fromEntries(found.flat())
}
