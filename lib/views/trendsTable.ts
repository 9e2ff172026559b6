import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toMeasureTrend, trendMetricIds, type MeasuredDay, type MeasureTrend, type TrendMetricId } from '@/lib/metrics/monthlyTrends'
import { toMetric } from '@/lib/metrics/registry'
import { toDirection, type Trend } from '@/lib/metrics/trend'
import { toSlopeFormat } from './concentrationTrend'
import { toTimestamp } from './day'
import { formatDate, formatNumber } from './format'
import { toNumberFormat } from './metricCell'

const words = {
  en: {
    measure: 'Measure', first: 'At first', last: 'At last', slope: 'Change a year', low: '95%: from', high: 'to', p: 'By chance', count: 'Points', factor: 'Variance, times',
    up: 'rises', down: 'falls', level: 'shows no trend',
    tell: (from: string, to: string, parts: string) => `From ${from} to ${to}: ${parts}.`,
  },
  de: {
    measure: 'Maß', first: 'Zuerst', last: 'Zuletzt', slope: 'Änderung im Jahr', low: '95 %: von', high: 'bis', p: 'Durch Zufall', count: 'Punkte', factor: 'Varianz, mal',
    up: 'steigt', down: 'fällt', level: 'zeigt keinen Trend',
    tell: (from: string, to: string, parts: string) => `Vom ${from} bis zum ${to}: ${parts}.`,
  },
} as const

/** A measure with its trend. */
export interface TrendRow extends MeasureTrend<MeasuredDay> {
  id: TrendMetricId
  trend: Trend
}

/** Every measure of which a trend is told that has one on these days. */
export const toTrendRows = (days: readonly MeasuredDay[]): TrendRow[] => trendMetricIds.flatMap((id) => {
  const { moments, trend } = toMeasureTrend(days, id)
  return trend ? [{ id, moments, trend }] : []
})

/** What the rows say together: 'From 31 Jan 2023 to 31 Dec 2025: Gini coefficient rises, Nakamoto (half) shows no trend.' */
export function trendsSentence(rows: readonly TrendRow[], locale: Locale): string {
  const word = words[locale]
  const ways = { 1: word.up, 0: word.level, [-1]: word.down } as const
  const days = rows.flatMap(({ moments }) => moments.map(({ of }) => of.day)).sort()
  const on = (day: string) => formatDate(toTimestamp(day), locale)
  return word.tell(on(days[0]!), on(days.at(-1)!), rows.map(({ id, trend }) => `${toMetric(id).name[locale]} ${ways[toDirection(trend)]}`).join(', '))
}

/**
 * Where the measures of concentration go, one row each.
 *
 * @example trendsTable(toTrendRows(months), 'en').rows[0]?.[3]?.text // '0.021'
 */
export function trendsTable(rows: readonly TrendRow[], locale: Locale): Table {
  const word = words[locale]
  const columns = ['measure', 'first', 'last', 'slope', 'low', 'high', 'p', 'count', 'factor'] as const
  return {
    caption: '',
    columns: columns.map((id) => ({ id, label: word[id], numeric: id !== 'measure' })),
    rows: rows.map(({ id, moments, trend }) => {
      const metric = toMetric(id)
      const [format, slope] = [toNumberFormat(metric), toSlopeFormat(metric)]
      const cell = (value: number, as: typeof format): Cell => ({ value, text: formatNumber(value, as, locale) })
      return [
        { value: metric.name[locale], text: metric.name[locale] },
        cell(moments[0]!.value, format), cell(moments.at(-1)!.value, format),
        cell(trend.slope, slope), cell(trend.low, slope), cell(trend.high, slope),
        cell(trend.p, 'share'), cell(trend.count, 'count'), cell(trend.factor, 'ratio'),
      ]
    }),
  }
}
