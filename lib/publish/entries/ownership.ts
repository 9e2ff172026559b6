import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toChartTable } from '@/lib/views/chartTable'
import { largestHolders as largestHoldersSpec } from '@/lib/views/largestHolders'
import { lorenz as lorenzView } from '@/lib/views/lorenz'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toDataTable, type DataTable } from '../dataTable'
import { holdersColumns } from '../holdersCsv'
import { toPercentDecimal } from '../plainDecimal'
import type { Chart, View } from '../view'
import { toSubjectParts } from './subjectParts'

/** So many bars are drawn; the list of all holders is a table of its own. */
export const barsShown = 15

/** A drawn chart as a view: its words and its table come from the chart itself. */
export const toChartView = (chart: ChartSpec, id: string, data: DataTable, locale: Locale): View => ({
  id, locale, title: chart.title, sentence: chart.sentence, notes: chart.notes, chart, table: toChartTable(chart), data,
})

export const lorenz: Chart = {
  id: 'lorenz',
  title: { en: 'Lorenz curve', de: 'Lorenzkurve' },
  kind: 'chart',
  scopes: ['token', 'pool', 'list'],
  lenses: true,
  days: false,
  fixed: true,
  needs: ['curve'],
  long: false,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    const chart = parts && lorenzView(parts.measurement, parts.basis, { name: parts.name, people: parts.isPool ? 'providers' : 'holders' }, locale)
    if (!parts || !chart) return null
    const columns: CsvColumn<readonly [number, number]>[] = [
      { name: 'holders_share_pct', kind: 'number', value: ([holders]) => toPercentDecimal(holders) },
      { name: 'held_share_pct', kind: 'number', value: ([, held]) => toPercentDecimal(held) },
      ...basisColumns(parts.csvBasis),
    ]
    return toChartView(chart, 'lorenz', toDataTable(columns, parts.measurement.curve ?? []), locale)
  },
}

export const largestHolders: Chart = {
  id: 'largestHolders',
  title: { en: 'Largest holders', de: 'Größte Halter' },
  kind: 'chart',
  scopes: ['token', 'list'],
  lenses: true,
  days: false,
  fixed: true,
  needs: ['holders'],
  long: false,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts) return null
    const rows = loaded.holders.rows.slice(0, barsShown)
    const chart = largestHoldersSpec(rows, parts.measurement.denominator, parts.basis, parts.name, locale)
    return toChartView(chart, 'largestHolders', toDataTable(holdersColumns(parts.token, parts.csvBasis, { ways: parts.lens.looksThrough }), rows), locale)
  },
}
