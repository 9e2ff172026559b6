import type { Table } from '@/lib/domain/chartSpec'
import type { Metric, MetricResult } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'
import { toMetricCell, toValue } from '../metricCell'

/** Every metric of what providers have in, of what of it is in use at the price, and of the fees that they earned. */
export interface SharedLiquidity {
  byValue: Readonly<Record<string, MetricResult>>
  byInRange: Readonly<Record<string, MetricResult>>
  byFees: Readonly<Record<string, MetricResult>>
}

const words = {
  en: {
    caption: 'How liquidity and fees are shared', metric: 'Measure', value: 'By value', inRange: 'In range', fees: 'By fees',
    tell: (providers: string, ten: string, gini: string) => `${providers} accounts provide this pool now; the ten largest have ${ten} of it by value, the Gini coefficient is ${gini}.`,
    few: (providers: string, half: string) => `${providers} accounts provide this pool now; ${half} of them have more than half of it by value.`,
    range: (holders: string, half: string) => ` In range at its price are ${holders}, of whom ${half} have more than half.`,
    fees100: (ten: string) => ` The ten who earned most took ${ten} of all fees so far.`,
    one: 'One account provides this pool now.', none: 'Nobody provides this pool now.',
  },
  de: {
    caption: 'Wie Liquidität und Gebühren verteilt sind', metric: 'Maß', value: 'Nach Wert', inRange: 'Im Preisbereich', fees: 'Nach Gebühren',
    tell: (providers: string, ten: string, gini: string) => `${providers} Konten stellen diesen Pool jetzt bereit; die zehn größten haben dem Wert nach ${ten} davon, der Gini-Koeffizient beträgt ${gini}.`,
    few: (providers: string, half: string) => `${providers} Konten stellen diesen Pool jetzt bereit; auf ${half} von ihnen entfällt dem Wert nach mehr als die Hälfte.`,
    range: (holders: string, half: string) => ` Beim jetzigen Preis sind ${holders} im Preisbereich; mehr als die Hälfte der genutzten Liquidität haben ${half} von ihnen.`,
    fees100: (ten: string) => ` Die zehn mit den höchsten Einnahmen bekamen ${ten} aller bisherigen Gebühren.`,
    one: 'Ein einziges Konto stellt diesen Pool jetzt bereit.', none: 'Niemand stellt diesen Pool jetzt bereit.',
  },
} as const

/**
 * Each measure three times: by value, by liquidity in use, by fees.
 *
 * @example liquidityConcentration(metrics, shared, 'en').rows[0]?.[1] // { value: 412, text: '412' }
 */
export function liquidityConcentration(metrics: readonly Metric[], shared: SharedLiquidity, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'metric', label: word.metric, numeric: false },
      { id: 'value', label: word.value, numeric: true },
      { id: 'inRange', label: word.inRange, numeric: true },
      { id: 'fees', label: word.fees, numeric: true },
    ],
    rows: metrics.map((metric) => [
      { value: metric.id, text: metric.name[locale] },
      ...[shared.byValue, shared.byInRange, shared.byFees].map((results) => toMetricCell(results[metric.id], metric, locale)),
    ]),
  }
}

/**
 * The same in a sentence.
 *
 * @example liquiditySentence(shared, 'en') // '412 accounts provide this pool now; the ten largest have 64.2% of it by value, the Gini coefficient is 0.931. …'
 */
export function liquiditySentence({ byValue, byInRange, byFees }: SharedLiquidity, locale: Locale): string {
  const word = words[locale]
  const [providers, ten, gini, half] = [toValue(byValue.holders), toValue(byValue.top10Share), toValue(byValue.gini), toValue(byValue.nakamoto50)]
  if (!providers || half === null) return word.none
  if (providers === 1) return word.one
  const count = (value: number) => formatNumber(value, 'count', locale)
  const head = providers > 10 && ten !== null && gini !== null ? word.tell(count(providers), formatNumber(ten, 'share', locale), formatNumber(gini, 'index', locale)) : word.few(count(providers), count(half))
  const [inRange, inRangeHalf, tenOfFees] = [toValue(byInRange.holders), toValue(byInRange.nakamoto50), toValue(byFees.top10Share)]
  return head + (inRange !== null && inRangeHalf !== null ? word.range(count(inRange), count(inRangeHalf)) : '') + (tenOfFees !== null && (toValue(byFees.holders) ?? 0) > 10 ? word.fees100(formatNumber(tenOfFees, 'share', locale)) : '')
}
