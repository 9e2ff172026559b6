import type { Database } from '@/db/database'
import type { LensId } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { headlineLens, lenses, toLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import type { LoadedVotes } from '@/lib/publish/loadedVotes'
import { toView } from '@/lib/publish/toView'
import type { Loaded, View } from '@/lib/publish/view'
import { toDailyLens } from '@/lib/views/lensChoices'
import { loadEdition } from './loadEdition'

/** Who decides, by what has to be loaded for it: of each line the first chart needs all that the others need. */
const charts = [
  { ids: ['delegatesTable', 'powerLadder', 'thresholdsTable'], lens: (lens: LensId) => lens },
  { ids: ['delegationTable', 'quorumGauge'], lens: () => headlineLens },
  { ids: ['powerOverTime-hhi', 'powerOverTime-nakamoto50', 'amplificationOverTime'], lens: (lens: LensId) => toDailyLens(toLens(lens), lenses)?.id ?? lens },
  { ids: ['powerGathered'], lens: (lens: LensId) => lens },
] as const
type PowerChart = (typeof charts)[number]['ids'][number]

/** What a page on who decides shows. */
export interface PowerViews {
  /** By id; one is missing where there is nothing to show yet */
  views: Partial<Record<PowerChart, View>>
  /** null where neither votes nor decided proposals are kept */
  votes: LoadedVotes | null
}

const noWork: () => Promise<Loaded['work']> = () => Promise.resolve(null)

/** Every chart and table that says who decides, each as on its own page. */
export async function loadPowerViews(database: Database, slug: string, lens: LensId, locale: Locale): Promise<PowerViews> {
  const found = await Promise.all(charts.map(async ({ ids, lens: toOwn }) => {
    const { loaded } = await loadEdition(database, { protocol: slug, name: ids[0], lens: toOwn(lens), from: null, to: null }, noWork)
    const views = ids.flatMap((id) => {
      const chart = findChart(id, 'token')
      const view = chart && toView(chart, loaded, locale)
      return view ? [[id, view] as const] : []
    })
    return { views, votes: loaded.votes }
  }))
  return { views: Object.fromEntries(found.flatMap(({ views }) => views)), votes: found[0]?.votes ?? null }
}
