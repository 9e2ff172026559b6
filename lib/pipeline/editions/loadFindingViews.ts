import type { Database } from '@/db/database'
import type { Finding, ThesisWords } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { headlineLens } from '@/lib/ownership/lenses'
import { toChartGroups } from '@/lib/publish/chartGroups'
import { findChart } from '@/lib/publish/charts'
import { loadFindings } from '../findings/loadFindings'
import { loadViews, type Views } from './loadViews'

/** What all claims come to for one protocol, with the charts of its token that they rest on. */
export interface FindingViews {
  /** In reading order; a claim that is not told of single protocols is left out */
  findings: readonly { words: ThesisWords; finding: Finding }[]
  /** By the ids of their charts; what there is nothing of is left out */
  views: Views<string>
}

/** What the page of a protocol's verdicts shows, each chart as on its own page. */
export async function loadFindingViews(database: Database, slug: string, locale: Locale): Promise<FindingViews> {
  const findings = (await loadFindings(database)).flatMap(({ words, findings: all }) => {
    const finding = all.find(({ subject }) => subject.kind === 'protocol' && subject.id === slug)
    return finding ? [{ words, finding }] : []
  })
  const ids = [...new Set(findings.flatMap(({ words }) => words.charts))]
  const groups = toChartGroups(ids.flatMap((id) => findChart(id, 'token') ?? [])).map(([first, ...others]) => ({ ids: [first!.id, ...others.map(({ id }) => id)] as const, lens: headlineLens }))
  const { views } = await loadViews<string>(database, slug, groups, locale)
  return { findings, views }
}
