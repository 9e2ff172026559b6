import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Metric } from '@/lib/domain/metric'
import type { PoolDay } from '@/lib/domain/poolReading'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { toDayPoints, toDrawnDays } from '../drawnDays'
import { formatDate, formatNumber } from '../format'
import { toNumberFormat, toValue } from '../metricCell'

/** The metrics of a pool's providers that are drawn over time, one chart each. */
export const liquidityMetricIds = ['hhi', 'nakamoto50'] as const

const words = {
  en: {
    title: (name: string, metric: string) => `${name}: ${metric} of providers`,
    value: 'by value', inRange: 'in range', weekly: 'One point a week; every day stands in the CSV file.',
    meaning: 'By value: what each account’s positions were worth at the day’s end, without fees. In range: liquidity in use at the price of that moment.',
    none: 'No day of this pool has been measured yet.',
    tell: (metric: string, day: string, value: string, inRange: string | null) => `${metric} on ${day}: ${value} by value${inRange === null ? '' : `, ${inRange} in range`}.`,
    always: 'All liquidity of this pool has always been in range: both are the same.',
    first: (day: string, value: string) => ` On ${day} it was ${value} by value.`,
  },
  de: {
    title: (name: string, metric: string) => `${name}: ${metric} der Anbieter`,
    value: 'nach Wert', inRange: 'im Preisbereich', weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.',
    meaning: 'Nach Wert: was die Positionen eines Kontos am Ende des Tages wert waren, ohne Gebühren. Im Preisbereich: Liquidität, die beim damaligen Preis genutzt wurde.',
    none: 'Von diesem Pool ist noch kein Tag gemessen.',
    tell: (metric: string, day: string, value: string, inRange: string | null) => `${metric} am ${day}: ${value} nach Wert${inRange === null ? '' : `, ${inRange} im Preisbereich`}.`,
    always: 'Alle Liquidität dieses Pools war immer im Preisbereich: Beides ist dasselbe.',
    first: (day: string, value: string) => ` Am ${day} waren es ${value} nach Wert.`,
  },
} as const

/**
 * How concentrated a pool's providers were, day by day: by what they had in, and by liquidity in use.
 *
 * @param days oldest first
 * @example liquidityOverTime(days, hhi, 'WETH/USDC 0.3%', [], 'en').series.map(({ id }) => id) // ['value', 'inRange']
 */
export function liquidityOverTime(days: readonly PoolDay[], metric: Pick<Metric, 'id' | 'name' | 'unit'>, name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const drawn = toDrawnDays(days)
  const always = days.every(({ concentration: { byValue, byInRange } }) => isSame(toValue(byValue[metric.id]), toValue(byInRange[metric.id])))
  return {
    id: `liquidityConcentrationOverTime-${metric.id}`,
    title: word.title(name, metric.name[locale]),
    sentence: toSentence(days, metric, always, locale),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: metric.name[locale], scale: 'linear', format: toNumberFormat(metric) },
    series: [
      { id: 'value', label: word.value, shape: 'line', emphasis: 'main', points: toDayPoints(drawn, ({ concentration }) => toValue(concentration.byValue[metric.id])) },
      ...(always ? [] : [{ id: 'inRange', label: word.inRange, shape: 'line', emphasis: 'second', points: toDayPoints(drawn, ({ concentration }) => toValue(concentration.byInRange[metric.id])) } as const]),
    ],
    notes: [...notes, always ? word.always : word.meaning, ...(drawn.step === 1 ? [] : [word.weekly])],
    locale,
  }
}

/** A v2 share spans all prices; doubles of the two differ in their last digits. */
const isSame = (one: number | null, other: number | null) => one === other || (one !== null && other !== null && Math.abs(one - other) <= 1e-9 * Math.abs(one))

function toSentence(days: readonly PoolDay[], metric: Pick<Metric, 'id' | 'name' | 'unit'>, always: boolean, locale: Locale): string {
  const word = words[locale]
  const measured = days.flatMap(({ day, concentration }) => {
    const value = toValue(concentration.byValue[metric.id])
    return value === null ? [] : [{ day, value, inRange: always ? null : toValue(concentration.byInRange[metric.id]) }]
  })
  const [first, last] = [measured[0], measured.at(-1)]
  if (!first || !last) return word.none
  const write = (value: number) => formatNumber(value, toNumberFormat(metric), locale)
  const on = (day: string) => formatDate(toTimestamp(day), locale)
  return word.tell(metric.name[locale], on(last.day), write(last.value), last.inRange === null ? null : write(last.inRange)) + (first === last ? '' : word.first(on(first.day), write(first.value)))
}
