import { toMeasureTrend, trendMetricIds } from '@/lib/metrics/monthlyTrends'
import { toMetric } from '@/lib/metrics/registry'
import { concentrationTrend as trendSpec, toLineValue } from '@/lib/views/concentrationTrend'
import { toTrendDays, trendStepNotes } from '@/lib/views/trendDays'
import { toTrendRows, trendsSentence, trendsTable as trendsTableView, type TrendRow } from '@/lib/views/trendsTable'
import { unresolvedNote } from '@/lib/views/unresolvedNote'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, LoadedDay } from '../view'
import { toDayBasis } from './history'
import { toChartView } from './ownership'
import { toSubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: true, days: true, fixed: true, needs: ['history'], long: false } as const

interface Row {
  of: LoadedDay
  value: number
  line: number
}

/** One chart for each measure of which a trend is told. */
export const concentrationTrend: readonly Chart[] = trendMetricIds.map((metricId): Chart => {
  const metric = toMetric(metricId)
  const id = `concentrationTrend-${metricId}`
  return {
    ...shared,
    id,
    title: { en: `${metric.name.en}: trend`, de: `${metric.name.de}: Trend` },
    kind: 'chart',
    view: (loaded, locale) => {
      const parts = toSubjectParts(loaded, locale)
      if (!parts) return null
      const { history, lens } = loaded
      const chart = trendSpec(history, metric, { name: parts.name, lens, unresolved: unresolvedNote(lens, parts.measurement, locale) }, locale)
      const { moments, trend } = toMeasureTrend(toTrendDays(history).days, metricId)
      if (!chart || !trend) return null
      const basis = basisColumns<Row>(({ of }) => toDayBasis(parts.csvBasis, of))
      const columns: CsvColumn<Row>[] = [
        ...basis.filter(({ name }) => name === 'day'),
        { name: 'measured', kind: 'number', value: ({ value }) => toPlainDecimal(value) },
        { name: 'trend_line', kind: 'number', value: ({ line }) => toPlainDecimal(line) },
        { name: 'metric', kind: 'code', value: () => metricId },
        ...basis.filter(({ name }) => name !== 'day'),
      ]
      const rows = moments.map(({ of, years, value }): Row => ({ of, value, line: toLineValue(trend, years) }))
      return toChartView(chart, id, toDataTable(columns, rows), locale)
    },
  }
})

export const trendsTable: Chart = {
  ...shared,
  id: 'trendsTable',
  title: { en: 'Where concentration goes', de: 'Wohin sich die Konzentration bewegt' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    const { days, step } = toTrendDays(loaded.history)
    const rows = toTrendRows(days)
    if (!parts || rows.length === 0) return null
    const number = (name: string, tell: (row: TrendRow) => number): CsvColumn<TrendRow> => ({ name, kind: 'number', value: (row) => toPlainDecimal(tell(row)) })
    const columns: CsvColumn<TrendRow>[] = [
      { name: 'metric', kind: 'code', value: ({ id }) => id },
      number('first_value', ({ moments }) => moments[0]!.value),
      number('last_value', ({ moments }) => moments.at(-1)!.value),
      number('slope_per_year', ({ trend }) => trend.slope),
      number('slope_low', ({ trend }) => trend.low),
      number('slope_high', ({ trend }) => trend.high),
      { name: 'by_chance_pct', kind: 'number', value: ({ trend }) => toPercentDecimal(trend.p) },
      number('moments', ({ trend }) => trend.count),
      number('variance_factor', ({ trend }) => trend.factor),
      number('kendall_tau', ({ trend }) => trend.tau),
      { name: 'moments_apart', kind: 'code', value: () => step },
      { name: 'first_day', kind: 'code', value: ({ moments }) => moments[0]!.of.day },
      { name: 'last_day', kind: 'code', value: ({ moments }) => moments.at(-1)!.of.day },
      ...basisColumns(parts.csvBasis),
    ]
    const notes = trendStepNotes[locale]
    return toTableView({
      id: 'trendsTable', title: toTitle(trendsTable.title, parts.name, locale), sentence: trendsSentence(rows, locale), notes: [...parts.basis.notes, notes[step], notes.method],
      table: trendsTableView(rows, locale), columns, rows,
    }, locale)
  },
}
