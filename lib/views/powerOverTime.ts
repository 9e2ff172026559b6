import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Metric, MetricResult } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { toDayPoints, toDrawnDays } from './drawnDays'
import { formatDate, formatNumber } from './format'
import { toNumberFormat, toValue } from './metricCell'

/** The metrics of votes that are drawn beside those of what is held, one chart each. */
export const powerMetricIds = ['hhi', 'nakamoto50'] as const

/** One day: a metric of votes, and of what was held. */
export interface PowerDay {
  /** UTC day */
  day: string
  votes: MetricResult | undefined
  /** undefined where what was held that day is not kept */
  held: MetricResult | undefined
}

const words = {
  en: {
    title: (name: string, metric: string) => `${name}: ${metric} of votes and of what is held`,
    votes: 'votes', held: 'held',
    lens: (lens: string) => `Held: lens ${lens}. Votes: every account with a vote, nobody left out, because who the delegates of past days were is not kept.`,
    weekly: 'One point a week; every day stands in the CSV file.',
    none: 'There is no history of votes yet.',
    tell: (metric: string, day: string, votes: string, held: string | null) => `${metric} on ${day}: votes ${votes}${held === null ? '' : `, held ${held}`}.`,
    first: (day: string, votes: string) => ` On ${day} it was ${votes} for votes.`,
  },
  de: {
    title: (name: string, metric: string) => `${name}: ${metric} der Stimmen und des Besitzes`,
    votes: 'Stimmen', held: 'Besitz',
    lens: (lens: string) => `Besitz: Sicht ${lens}. Stimmen: alle Konten mit Stimmen, niemand weggelassen, denn wer an früheren Tagen Delegierter war, ist nicht gespeichert.`,
    weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.',
    none: 'Es gibt noch keinen Verlauf der Stimmen.',
    tell: (metric: string, day: string, votes: string, held: string | null) => `${metric} am ${day}: Stimmen ${votes}${held === null ? '' : `, Besitz ${held}`}.`,
    first: (day: string, votes: string) => ` Am ${day} waren es ${votes} bei den Stimmen.`,
  },
} as const

/**
 * A metric of votes day by day, beside that of what was held on the same day. A day that is missing is a gap in the line.
 *
 * @param days oldest first
 * @param lens what was held is seen through
 * @example powerOverTime(days, hhi, { lens: toLens('raw'), name: 'UNI' }, 'en').series.map(({ id }) => id) // ['votes', 'held']
 */
export function powerOverTime(
  days: readonly PowerDay[],
  metric: Pick<Metric, 'id' | 'name' | 'unit'>,
  { lens, name }: { lens: Pick<Lens, 'name'>; name: string },
  locale: Locale,
): ChartSpec {
  const word = words[locale]
  const drawn = toDrawnDays(days)
  const format = toNumberFormat(metric)
  return {
    id: `powerOverTime-${metric.id}`,
    title: word.title(name, metric.name[locale]),
    sentence: toSentence(days, metric, locale),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: metric.name[locale], scale: 'linear', format },
    series: [
      { id: 'votes', label: word.votes, shape: 'line', emphasis: 'main', points: toDayPoints(drawn, ({ votes }) => toValue(votes)) },
      { id: 'held', label: word.held, shape: 'line', emphasis: 'second', points: toDayPoints(drawn, ({ held }) => toValue(held)) },
    ],
    notes: [word.lens(lens.name[locale]), ...(drawn.step === 1 ? [] : [word.weekly])],
    locale,
  }
}

function toSentence(days: readonly PowerDay[], metric: Pick<Metric, 'name' | 'unit'>, locale: Locale): string {
  const word = words[locale]
  const measured = days.filter(({ votes }) => toValue(votes) !== null)
  const [first, last] = [measured[0], measured.at(-1)]
  if (!first || !last) return word.none
  const write = (result: MetricResult | undefined) => {
    const value = toValue(result)
    return value === null ? null : formatNumber(value, toNumberFormat(metric), locale)
  }
  const on = ({ day }: PowerDay) => formatDate(toTimestamp(day), locale)
  return word.tell(metric.name[locale], on(last), write(last.votes)!, write(last.held)) + (first === last ? '' : word.first(on(first), write(first.votes)!))
}
