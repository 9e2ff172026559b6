import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { toDayPoints, type DrawnDays } from '../drawnDays'
import type { HistoryDay } from '../concentrationOverTime'
import { formatDate, formatNumber } from '../format'
import { toNumberFormat, toValue } from '../metricCell'
import { comparisonNotes, toNames, type Compared } from './compared'

const words = {
  en: {
    title: (metric: string, names: string) => `${metric} over time: ${names}`, on: 'on', from: 'from', weekly: 'One point a week; every day stands in the CSV file.', none: 'no days measured',
    ledger: 'Each day to its last block, replayed from the ledger of Transfer logs.',
  },
  de: {
    title: (metric: string, names: string) => `${metric} im Lauf der Zeit: ${names}`, on: 'am', from: 'nach', weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.', none: 'keine Tage gemessen',
    ledger: 'Jeder Tag bis zu seinem letzten Block, aus den Transfer-Logs nachgerechnet.',
  },
} as const

const daySeconds = 86_400
/** Above this many days lines have one point a week: their table has a column for each protocol. */
const mostDays = 200

/**
 * A metric of several protocols day by day, on the same axes: one line each, in the order in which they were asked for. Days that are missing are gaps.
 *
 * @example compareOverTime(compared, gini, toLens('raw'), 'en').series.map(({ id }) => id) // ['uniswap', 'compound']
 */
export function compareOverTime(compared: readonly Compared[], metric: Pick<Metric, 'id' | 'name' | 'unit'>, lens: Lens, locale: Locale): ChartSpec {
  const word = words[locale]
  const drawn = toSharedDays(compared.map(({ days }) => days))
  const format = toNumberFormat(metric)
  const name = metric.name[locale]
  return {
    id: 'compareOverTime',
    title: word.title(name, toNames(compared.map(({ protocol }) => protocol.name), locale)),
    sentence: `${name}: ${compared.map((one) => tell(one, metric, locale)).join('; ')}.`,
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: name, scale: 'linear', format },
    series: compared.map(({ protocol }, place) => ({
      id: protocol.slug, label: protocol.name, shape: 'line', emphasis: 'main', points: toDayPoints(drawn[place]!, ({ metrics }) => toValue(metrics[metric.id])),
    })),
    notes: [...comparisonNotes(compared, lens, locale), word.ledger, ...(drawn[0]?.step === 7 ? [word.weekly] : [])],
    locale,
  }
}

/** Of all histories the same days: every one where they are few together, and else every seventh before the newest of all. */
function toSharedDays(histories: readonly (readonly HistoryDay[])[]): DrawnDays<HistoryDay>[] {
  const all = new Set(histories.flatMap((days) => days.map(({ day }) => day)))
  if (all.size <= mostDays) return histories.map((days) => ({ days, step: 1 }))
  const newest = toTimestamp([...all].reduce((last, day) => (day > last ? day : last)))
  return histories.map((days) => ({ days: days.filter(({ day }) => ((newest - toTimestamp(day)) / daySeconds) % 7 === 0), step: 7 }))
}

function tell({ protocol, days }: Compared, metric: Pick<Metric, 'id' | 'unit'>, locale: Locale): string {
  const word = words[locale]
  const measured = days.flatMap(({ day, metrics }) => {
    const value = toValue(metrics[metric.id])
    return value === null ? [] : [`${formatNumber(value, toNumberFormat(metric), locale)} ${word.on} ${formatDate(toTimestamp(day), locale)}`]
  })
  const [first, last] = [measured[0], measured.at(-1)]
  if (!first || !last) return `${protocol.name} ${word.none}`
  return `${protocol.name} ${last}${measured.length > 1 ? ` (${word.from} ${first})` : ''}`
}
