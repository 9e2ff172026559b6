import type { Database } from '@/db/database'
import type { LensId } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { headlineLens, lenses, toLens } from '@/lib/ownership/lenses'
import type { LoadedVotes } from '@/lib/publish/loadedVotes'
import { toDailyLens } from '@/lib/views/lensChoices'
import { loadViews, type Views } from './loadViews'

const now = ['delegatesTable', 'powerLadder', 'thresholdsTable'] as const
const everybody = ['delegationTable', 'quorumGauge'] as const
const overTime = ['powerOverTime-hhi', 'powerOverTime-nakamoto50', 'amplificationOverTime'] as const
type PowerChart = (typeof now)[number] | (typeof everybody)[number] | (typeof overTime)[number] | 'castOverTime' | 'powerGathered' | 'delegateListTable' | 'delegateListMetrics'

/** What a page on who decides shows. */
export interface PowerViews {
  /** By id; one is missing where there is nothing to show yet */
  views: Views<PowerChart>
  /** null where neither votes nor decided proposals are kept */
  votes: LoadedVotes | null
}

/** Every chart and table that says who decides, each as on its own page. */
export async function loadPowerViews(database: Database, slug: string, lens: LensId, locale: Locale): Promise<PowerViews> {
  const daily = toDailyLens(toLens(lens), lenses)?.id ?? lens
  const { views, loaded } = await loadViews<PowerChart>(database, slug, [
    { ids: now, lens },
    { ids: everybody, lens: headlineLens },
    { ids: overTime, lens: daily },
    { ids: ['castOverTime'], lens: daily },
    { ids: ['powerGathered'], lens },
    { ids: ['delegateListTable', 'delegateListMetrics'], lens: headlineLens },
  ], locale)
  return { views, votes: loaded[0]?.votes ?? null }
}
