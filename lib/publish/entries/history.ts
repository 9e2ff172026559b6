import type { MetricResult } from '@/lib/domain/metric'
import { toMetric } from '@/lib/metrics/registry'
import { concentrationOverTime, historyMetricIds } from '@/lib/views/concentrationOverTime'
import { unresolvedNote } from '@/lib/views/unresolvedNote'
import type { CsvColumn } from '../csv'
import { basisColumns, type CsvBasis } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toColumnName } from '../columnName'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, LoadedDay } from '../view'
import { toChartView } from './ownership'
import { toSubjectParts } from './subjectParts'

/** What a day's figures rest on, where the newest ones rest on `newest`. */
export const toDayBasis = (newest: CsvBasis, { day, block, timestamp, denominator, origin }: LoadedDay): CsvBasis => ({ ...newest, denominator, origin, day, block: { number: block, timestamp } })

/** One chart for each metric that is drawn over time. The drawing may have a point a week; the data have every day. */
export const history: readonly Chart[] = historyMetricIds.map((metricId): Chart => {
  const metric = toMetric(metricId)
  const id = `concentrationOverTime-${metricId}`
  return {
    id,
    title: { en: `${metric.name.en} over time`, de: `${metric.name.de} im Lauf der Zeit` },
    kind: 'chart',
    scopes: ['token', 'pool'],
    lenses: true,
    days: true,
    fixed: true,
    needs: ['history'],
    long: false,
    view: (loaded, locale) => {
      const { history, lens } = loaded
      const parts = toSubjectParts(loaded, locale)
      if (!parts || history.length === 0) return null
      const basis = basisColumns<LoadedDay>((day) => toDayBasis(parts.csvBasis, day))
      const result = (day: LoadedDay): MetricResult | undefined => day.metrics[metricId]
      const write = metric.unit === 'share' ? toPercentDecimal : toPlainDecimal
      const columns: CsvColumn<LoadedDay>[] = [
        ...basis.filter(({ name }) => name === 'day'),
        {
          name: toColumnName(metric),
          kind: 'number',
          value: (day) => {
            const found = result(day)
            return found?.status === 'ok' ? write(found.value) : null
          },
        },
        {
          name: 'status',
          kind: 'code',
          value: (day) => {
            const found = result(day)
            return found === undefined ? 'notMeasured' : found.status === 'ok' ? 'ok' : found.reason
          },
        },
        ...basis.filter(({ name }) => name !== 'day'),
      ]
      const chart = concentrationOverTime(history, metric, lens, locale, { unresolved: unresolvedNote(lens, parts.measurement, locale), published: parts.isPool ? [] : parts.protocol.published })
      // Alone it must say whose it is; on the page of its protocol that stands above.
      return toChartView({ ...chart, title: `${parts.name}: ${chart.title}` }, id, toDataTable(columns, history), locale)
    },
  }
})
