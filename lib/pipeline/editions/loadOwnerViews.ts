import type { Database } from '@/db/database'
import type { LensId } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { headlineLens, lenses, toLens } from '@/lib/ownership/lenses'
import { toDailyLens } from '@/lib/views/lensChoices'
import { loadViews, type Views } from './loadViews'

const through = ['lookThroughFlow', 'wrappingDepth', 'wrappersTable', 'unresolvedTable'] as const
const groups = ['composition', 'decompositionTable', 'groupTable', 'custodyTable'] as const
const bands = ['bandTable', 'unresolvedBoundsTable'] as const
type OwnerChart = (typeof through)[number] | (typeof groups)[number] | 'compositionOverTime' | (typeof bands)[number]

/** Their views, by id; one is missing where there is nothing to show yet. */
export type OwnerViews = Views<OwnerChart>

/**
 * Every chart and table that says what stands behind a token's addresses, each as on its own page.
 *
 * @param rules by which addresses become one holder; null for the usual ones
 */
export async function loadOwnerViews(database: Database, slug: string, lens: LensId, locale: Locale, rules: readonly string[] | null = null): Promise<OwnerViews> {
  const { views } = await loadViews<OwnerChart>(database, slug, [
    { ids: through, lens: headlineLens },
    { ids: groups, lens, rules },
    { ids: ['compositionOverTime'], lens: toDailyLens(toLens(lens), lenses)?.id ?? lens, rules },
    { ids: bands, lens, rules },
  ], locale)
  return views
}
