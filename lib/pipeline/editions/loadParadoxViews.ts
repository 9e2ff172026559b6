import type { Database } from '@/db/database'
import type { ThesisFindings } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { headlineLens } from '@/lib/ownership/lenses'
import { allProtocols, findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import type { View } from '@/lib/publish/view'
import { loadFindings } from '../findings/loadFindings'
import { loadEdition } from './loadEdition'

/** Every claim with its verdicts, and the charts over all protocols that it rests on. */
export interface ParadoxViews {
  findings: readonly ThesisFindings[]
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
}

/** What the page of all claims shows, each chart as on its own page. */
export async function loadParadoxViews(database: Database, locale: Locale): Promise<ParadoxViews> {
  const findings = await loadFindings(database)
  const ids = new Set(['verdictsTable', ...findings.flatMap(({ words }) => [words.id, ...words.charts])])
  const views: Record<string, View> = {}
  for (const id of ids) {
    const chart = findChart(id, 'all')
    if (!chart) continue
    const { loaded } = await loadEdition(database, { protocol: allProtocols, name: id, lens: headlineLens, from: null, to: null }, () => Promise.resolve(null))
    const view = toView(chart, loaded, locale)
    if (view) views[id] = view
  }
  return { findings, views }
}
