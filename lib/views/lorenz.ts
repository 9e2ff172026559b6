import type { ChartSpec, Point } from '@/lib/domain/chartSpec'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import type { Basis } from './basis'
import { formatNumber } from './format'
import { toValue } from './metricCell'

/** Who the chart speaks of: a token's holders or a pool's providers. */
export type People = 'holders' | 'providers'

/** What the curve is drawn of. `id` is the chart's id where a page draws several. */
export interface LorenzSubject {
  id?: string
  /** The token's or the pool's name */
  name: string
  people: People
}

const words = {
  en: {
    title: { holders: (name: string) => `Who holds ${name}`, providers: (name: string) => `Who provides ${name}` },
    x: { holders: 'Share of holders, smallest first', providers: 'Share of providers, smallest first' },
    y: 'Share of what they hold together',
    equality: 'All hold the same',
    one: 'One account holds everything that counts here.',
    few: { holders: 'holders', providers: 'providers' },
  },
  de: {
    title: { holders: (name: string) => `Wer ${name} hält`, providers: (name: string) => `Wer ${name} bereitstellt` },
    x: { holders: 'Anteil der Halter, kleinste zuerst', providers: 'Anteil der Anbieter, kleinste zuerst' },
    y: 'Anteil am gemeinsamen Bestand',
    equality: 'Alle halten gleich viel',
    one: 'Ein einziges Konto hält alles, was hier zählt.',
    few: { holders: 'Haltern', providers: 'Anbietern' },
  },
} as const

/**
 * The Lorenz curve of a measurement: how much the smallest x of the holders own together (Lorenz 1905). The further it hangs below the
 * diagonal, the more unequal; the Gini coefficient is twice the area between.
 *
 * @returns null where no curve was kept (history, nobody holds anything)
 * @example lorenz(measurement, basis, { name: 'UNI', people: 'holders' }, 'en')?.sentence
 * // 'The ten largest of 1,234 holders own 65.4 % of the total supply; the Gini coefficient is 0.98.'
 */
export function lorenz(
  { curve, metrics }: Pick<Measurement, 'curve' | 'metrics'>,
  basis: Basis,
  { id = 'lorenz', name, people }: LorenzSubject,
  locale: Locale,
): ChartSpec | null {
  if (!curve || curve.length === 0) return null
  const word = words[locale]
  const share = { scale: 'linear', format: 'share', domain: [0, 1] } as const
  const points: Point[] = curve.map(([x, y]) => ({ x, y }))
  return {
    id,
    title: word.title[people](name),
    sentence: toSentence(metrics, basis, people, locale),
    x: { ...share, label: word.x[people] },
    y: { ...share, label: word.y },
    series: [
      { id: 'equality', label: word.equality, shape: 'line', emphasis: 'reference', points: [{ x: 0, y: 0 }, { x: 1, y: 1 }] },
      { id: 'holders', label: name, shape: 'line', emphasis: 'main', points },
    ],
    notes: basis.notes,
    locale,
  }
}

function toSentence(metrics: Measurement['metrics'], basis: Basis, people: People, locale: Locale): string {
  const holders = toValue(metrics.holders)
  const gini = toValue(metrics.gini)
  if (holders === null || holders <= 1 || gini === null) return words[locale].one
  const ten = toValue(metrics.top10Share)
  const largest = toValue(metrics.top1Share)
  const count = formatNumber(holders, 'count', locale)
  const index = formatNumber(gini, 'index', locale)
  const group = words[locale].few[people]
  if (holders > 10 && ten !== null) {
    const part = formatNumber(ten, 'share', locale)
    return locale === 'en'
      ? `The ten largest of ${count} ${group} own ${part} ${basis.ofDenominator}; the Gini coefficient is ${index}.`
      : `Die zehn größten von ${count} ${group} besitzen ${part} ${basis.ofDenominator}; der Gini-Koeffizient beträgt ${index}.`
  }
  const part = largest === null ? '–' : formatNumber(largest, 'share', locale)
  return locale === 'en'
    ? `The largest of ${count} ${group} owns ${part} ${basis.ofDenominator}; the Gini coefficient is ${index}.`
    : `Der größte von ${count} ${group} besitzt ${part} ${basis.ofDenominator}; der Gini-Koeffizient beträgt ${index}.`
}
