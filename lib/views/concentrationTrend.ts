import type { ChartSpec, NumberFormat } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { toMeasureTrend, type MeasuredDay, type MeasureTrend, type TrendMetricId } from '@/lib/metrics/monthlyTrends'
import { toDirection, type Trend } from '@/lib/metrics/trend'
import { toTimestamp } from './day'
import { formatDate, formatNumber } from './format'
import { toNumberFormat } from './metricCell'
import { toTrendDays, trendStepNotes } from './trendDays'

const words = {
  en: {
    title: (name: string, metric: string) => `${name}: ${metric}, trend`,
    measured: 'measured', line: 'trend',
    lens: (lens: string, denominator: string) => `Lens: ${lens}. Shares are taken of each day’s ${denominator}.`,
    tell: (metric: string, slope: string, low: string, high: string) => `${metric}: ${slope} a year (95%: ${low} to ${high})`,
    ends: (first: string, from: string, last: string, to: string) => `from ${first} on ${from} to ${last} on ${to}`,
    chance: (p: string) => `chance gives so much of a trend in ${p} of cases`,
    none: (p: string) => `that is no trend: chance gives as much in ${p} of cases`,
  },
  de: {
    title: (name: string, metric: string) => `${name}: ${metric}, Trend`,
    measured: 'gemessen', line: 'Trend',
    lens: (lens: string, denominator: string) => `Sicht: ${lens}. Bezugsgröße der Anteile: ${denominator} des jeweiligen Tages.`,
    tell: (metric: string, slope: string, low: string, high: string) => `${metric}: ${slope} im Jahr (95 %: ${low} bis ${high})`,
    ends: (first: string, from: string, last: string, to: string) => `von ${first} am ${from} auf ${last} am ${to}`,
    chance: (p: string) => `der Zufall ergibt einen so starken Trend in ${p} der Fälle`,
    none: (p: string) => `das ist kein Trend: Der Zufall ergibt so viel in ${p} der Fälle`,
  },
} as const

/** How a change of a measure by year is written: of a count it has decimals. */
export const toSlopeFormat = (metric: Pick<Metric, 'unit'>): NumberFormat => (metric.unit === 'count' ? 'ratio' : toNumberFormat(metric))

/** What Theil and Sen's line has so many years after the first moment. */
export const toLineValue = ({ intercept, slope }: Pick<Trend, 'intercept' | 'slope'>, years: number): number => intercept + slope * years

/**
 * Where a measure of a token goes: its values, and the line that outliers do not move.
 *
 * @param history one entry a day, oldest first, with `holders` among its metrics
 * @param lens the one that the history was loaded under
 * @returns null where fewer than two days have a value
 * @example concentrationTrend(history, gini, { name: 'UNI', lens: toLens('raw') }, 'en')?.sentence
 * // 'Gini coefficient: 0.021 a year (95%: 0.015 to 0.027), from 0.712 on 31 Jan 2023 to 0.781 on 31 Dec 2025; chance gives so much of a trend in 0.2% of cases.'
 */
export function concentrationTrend(
  history: readonly MeasuredDay[],
  metric: Pick<Metric, 'name' | 'unit'> & { id: string },
  { name, lens, unresolved = null }: { name: string; lens: Pick<Lens, 'name' | 'denominator'>; unresolved?: string | null },
  locale: Locale,
): ChartSpec | null {
  const word = words[locale]
  const { days, step } = toTrendDays(history)
  const { moments, trend } = toMeasureTrend(days, metric.id as TrendMetricId)
  if (!trend) return null
  const note = trendStepNotes[locale]
  return {
    id: `concentrationTrend-${metric.id}`,
    title: word.title(name, metric.name[locale]),
    sentence: toTrendSentence(moments, trend, metric, locale),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: metric.name[locale], scale: 'linear', format: toNumberFormat(metric) },
    series: [
      { id: 'measured', label: word.measured, shape: 'dot', emphasis: 'main', points: moments.map(({ of, value }) => ({ x: toTimestamp(of.day), y: value })) },
      { id: 'trend', label: word.line, shape: 'line', emphasis: 'second', points: moments.map(({ of, years }) => ({ x: toTimestamp(of.day), y: toLineValue(trend, years) })) },
    ],
    notes: [word.lens(lens.name[locale], lens.denominator[locale]), note[step], note.method, ...(unresolved === null ? [] : [unresolved])],
    locale,
  }
}

function toTrendSentence(moments: MeasureTrend<MeasuredDay>['moments'], trend: Trend, metric: Pick<Metric, 'name' | 'unit'>, locale: Locale): string {
  const word = words[locale]
  const write = (value: number, format: NumberFormat) => formatNumber(value, format, locale)
  const slope = (value: number) => write(value, toSlopeFormat(metric))
  const [first, last] = [moments[0]!, moments.at(-1)!]
  const tell = ({ of, value }: typeof first) => [write(value, toNumberFormat(metric)), formatDate(toTimestamp(of.day), locale)] as const
  const p = write(trend.p, 'share')
  const chance = toDirection(trend) === 0 ? word.none(p) : word.chance(p)
  return `${word.tell(metric.name[locale], slope(trend.slope), slope(trend.low), slope(trend.high))}, ${word.ends(...tell(first), ...tell(last))}; ${chance}.`
}
