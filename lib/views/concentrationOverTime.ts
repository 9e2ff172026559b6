import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Metric, MetricResult } from '@/lib/domain/metric'
import type { PublishedFigure } from '@/lib/domain/publishedFigure'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { toDayPoints, toDrawnDays } from './drawnDays'
import { formatDate, formatNumber } from './format'
import { toNumberFormat, toValue } from './metricCell'
import { toPublishedDots } from './publishedFigures'

/** One day of a token's history under a lens. */
export interface HistoryDay {
  /** UTC day, as in '2026-04-01' */
  day: string
  block: number
  /** Unix seconds of the block */
  timestamp: number
  metrics: Readonly<Record<string, MetricResult>>
}

/** The metrics that are drawn over time, one chart each: their scales have nothing in common. */
export const historyMetricIds = ['gini', 'nakamoto50', 'top10Share', 'holders'] as const

const words = {
  en: {
    lens: (lens: string, denominator: string) => `Lens: ${lens}. Shares are taken of each day’s ${denominator}.`,
    ledger: 'Each day to its last block, replayed from the ledger of Transfer logs.',
    weekly: 'One point a week; every day stands in the CSV file.',
    newest: 'Newest block',
    over: 'over time',
    none: 'There is no history yet.',
  },
  de: {
    lens: (lens: string, denominator: string) => `Sicht: ${lens}. Bezugsgröße der Anteile: ${denominator} des jeweiligen Tages.`,
    ledger: 'Jeder Tag bis zu seinem letzten Block, aus den Transfer-Logs nachgerechnet.',
    weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.',
    newest: 'Neuester Block',
    over: 'im Lauf der Zeit',
    none: 'Es gibt noch keinen Verlauf.',
  },
} as const

/**
 * A metric of one token, day by day. A day without a snapshot or without a value is a gap in the line, never bridged.
 *
 * @param history one entry a day, oldest first
 * @param lens the one that the history was loaded under; the block of each point is in the history's CSV
 * @param beside.unresolved what the newest block leaves unresolved under it, in words
 * @param beside.published what others published of the protocol: dots of their own, each with a note
 * @example concentrationOverTime(history, gini, toLens('raw'), 'en').sentence
 * // 'Gini coefficient: 0.712 on 1 Jan 2024, 0.934 on 1 Nov 2026; highest 0.951 on 3 Mar 2026, lowest 0.702 on 9 Jan 2024.'
 */
export function concentrationOverTime(
  history: readonly HistoryDay[],
  metric: Pick<Metric, 'id' | 'name' | 'unit'>,
  lens: Pick<Lens, 'name' | 'denominator'>,
  locale: Locale,
  { unresolved = null, published = [] }: { unresolved?: string | null; published?: readonly PublishedFigure[] } = {},
): ChartSpec {
  const drawn = toDrawnDays(history)
  const others = toPublishedDots(published, metric, drawn.days, locale)
  const format = toNumberFormat(metric)
  const name = metric.name[locale]
  return {
    id: `concentrationOverTime-${metric.id}`,
    title: `${name} ${words[locale].over}`,
    sentence: toSentence(drawn.days, metric, locale),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: name, scale: 'linear', format },
    series: [{ id: metric.id, label: name, shape: 'line', emphasis: 'main', points: toDayPoints(drawn, ({ metrics }) => toValue(metrics[metric.id])) }, ...others.series],
    notes: [words[locale].lens(lens.name[locale], lens.denominator[locale]), ...others.notes, words[locale].ledger, ...(drawn.step === 1 ? [] : [words[locale].weekly]), ...(unresolved === null ? [] : [`${words[locale].newest}: ${unresolved}`])],
    locale,
  }
}

function toSentence(days: readonly HistoryDay[], metric: Pick<Metric, 'id' | 'name' | 'unit'>, locale: Locale): string {
  const measured = days.flatMap(({ day, metrics }) => {
    const value = toValue(metrics[metric.id])
    return value === null ? [] : [{ day, value }]
  })
  const first = measured[0]
  const last = measured.at(-1)
  if (!first || !last) return words[locale].none
  const highest = measured.reduce((best, point) => (point.value > best.value ? point : best))
  const lowest = measured.reduce((best, point) => (point.value < best.value ? point : best))
  const tell = ({ day, value }: { day: string; value: number }) => {
    const on = locale === 'en' ? 'on' : 'am'
    return `${formatNumber(value, toNumberFormat(metric), locale)} ${on} ${formatDate(toTimestamp(day), locale)}`
  }
  const name = metric.name[locale]
  if (measured.length === 1) return `${name}: ${tell(last)}.`
  return locale === 'en'
    ? `${name}: ${tell(first)}, ${tell(last)}; highest ${tell(highest)}, lowest ${tell(lowest)}.`
    : `${name}: ${tell(first)}, ${tell(last)}; höchster Wert ${tell(highest)}, niedrigster ${tell(lowest)}.`
}
