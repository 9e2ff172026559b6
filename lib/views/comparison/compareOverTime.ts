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
    title: (metric: string, names: string) => `${metric} over time: ${names}`, on: 'on', from: 'from', brackets: 'and in brackets', weekly: 'One point a week; every day stands in the CSV file.', none: 'no days measured',
    ledger: 'Each day to its last block, replayed from the ledger of Transfer logs.',
  },
  de: {
    title: (metric: string, names: string) => `${metric} im Lauf der Zeit: ${names}`, on: 'am', from: 'nach', brackets: 'in Klammern', weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.', none: 'keine Tage gemessen',
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
    sentence: toSentence(compared, metric, locale),
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

/** First and last of each; days that all of them have in common are said once. */
function toSentence(compared: readonly Compared[], metric: Pick<Metric, 'id' | 'name' | 'unit'>, locale: Locale): string {
  const word = words[locale]
  const on = (day: string) => `${word.on} ${formatDate(toTimestamp(day), locale)}`
  const told = compared.map(({ protocol: { name }, days }) => {
    const measured = days.flatMap(({ day, metrics }) => {
      const value = toValue(metrics[metric.id])
      return value === null ? [] : [{ day, text: formatNumber(value, toNumberFormat(metric), locale) }]
    })
    return { name, first: measured[0], last: measured.at(-1) }
  })
  const [first, last] = [told[0]?.first, told[0]?.last]
  const isShared = first && last && first !== last && told.every((one) => one.first?.day === first.day && one.last?.day === last.day)
  if (isShared) return `${metric.name[locale]} ${on(last.day)}, ${word.brackets} ${on(first.day)}: ${told.map((one) => `${one.name} ${one.last!.text} (${one.first!.text})`).join('; ')}.`
  const tell = ({ name, first: begin, last: end }: (typeof told)[number]) =>
    !begin || !end ? `${name} ${word.none}` : `${name} ${end.text} ${on(end.day)}${begin === end ? '' : ` (${word.from} ${begin.text} ${on(begin.day)})`}`
  return `${metric.name[locale]}: ${told.map(tell).join('; ')}.`
}
