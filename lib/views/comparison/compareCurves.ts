import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'
import { toValue } from '../metricCell'
import { comparisonNotes, toFigure, toNames, type Compared } from './compared'

const words = {
  en: {
    title: (names: string) => `Lorenz curves: ${names}`, x: 'Share of holders, smallest first', y: 'Share of what they hold together', equality: 'All hold the same',
    half: 'What the smaller half of the holders has',
    read: 'All curves are read off at the same shares of holders; between kept points they are straight.',
  },
  de: {
    title: (names: string) => `Lorenzkurven: ${names}`, x: 'Anteil der Halter, kleinste zuerst', y: 'Anteil am gemeinsamen Bestand', equality: 'Alle halten gleich viel',
    half: 'Was die kleinere Hälfte der Halter besitzt',
    read: 'Alle Kurven sind bei denselben Anteilen der Halter abgelesen; zwischen gespeicherten Punkten verlaufen sie gerade.',
  },
} as const

/** Shares of holders at which curves are read: close together where they bend. */
export const readAt: readonly number[] = [
  ...Array.from({ length: 18 }, (_, i) => i / 20),
  ...Array.from({ length: 9 }, (_, i) => 0.9 + i / 100),
  ...Array.from({ length: 10 }, (_, i) => 0.99 + i / 1000),
  ...Array.from({ length: 10 }, (_, i) => 0.9991 + i / 10_000),
].map((share) => Number(share.toFixed(4)))

/**
 * How much the smallest x of the holders own, read off a Lorenz curve.
 *
 * @param curve from [0, 0] to [1, 1]
 * @example readCurve([[0, 0], [0.5, 0.25], [1, 1]], 0.75) // 0.625
 */
export function readCurve(curve: readonly (readonly [number, number])[], x: number): number {
  const after = curve.findIndex(([share]) => share >= x)
  const [right, left] = [curve[after]!, curve[after - 1]]
  if (!left || right[0] === x) return right[1]
  return left[1] + ((x - left[0]) / (right[0] - left[0])) * (right[1] - left[1])
}

/** The same with its curve: only of these there is one to draw. */
export type ComparedCurve = Compared & { curve: readonly (readonly [number, number])[] }

/**
 * Those of which a Lorenz curve is known.
 *
 * @example toCurves(compared).map(({ protocol }) => protocol.slug) // ['uniswap', 'compound']
 */
export const toCurves = (compared: readonly Compared[]): ComparedCurve[] =>
  compared.flatMap((one) => (one.measurement?.curve && one.measurement.curve.length > 1 ? [{ ...one, curve: one.measurement.curve }] : []))

/**
 * The Lorenz curves of several protocols on the same axes, read off at the same shares of holders.
 *
 * @returns null where no curve is known
 * @example compareCurves(compared, toLens('raw'), 'en')?.sentence // 'What the smaller half of the holders has: Uniswap 0.0098%; Compound 0.0021%.'
 */
export function compareCurves(compared: readonly Compared[], lens: Lens, locale: Locale): ChartSpec | null {
  const word = words[locale]
  const curves = toCurves(compared)
  if (curves.length === 0) return null
  const share = { scale: 'linear', format: 'share', domain: [0, 1] } as const
  return {
    id: 'compareCurves',
    title: word.title(toNames(curves.map(({ protocol }) => protocol.name), locale)),
    sentence: `${word.half}: ${curves.map(({ protocol, curve }) => `${protocol.name} ${formatNumber(readCurve(curve, 0.5), 'share', locale)}`).join('; ')}. ${toGinis(curves, locale)}`,
    x: { ...share, label: word.x },
    y: { ...share, label: word.y },
    series: [
      { id: 'equality', label: word.equality, shape: 'line', emphasis: 'reference', points: [{ x: 0, y: 0 }, { x: 1, y: 1 }] },
      ...curves.map(({ protocol, curve }) => ({ id: protocol.slug, label: protocol.name, shape: 'line' as const, emphasis: 'main' as const, points: readAt.map((x) => ({ x, y: readCurve(curve, x) })) })),
    ],
    notes: [...comparisonNotes(compared, lens, locale), word.read],
    locale,
  }
}

function toGinis(curves: readonly ComparedCurve[], locale: Locale): string {
  const told = curves.flatMap((one) => {
    const gini = toValue(toFigure(one, 'gini'))
    return gini === null ? [] : [`${one.protocol.name} ${formatNumber(gini, 'index', locale)}`]
  })
  return told.length === 0 ? '' : `Gini: ${told.join('; ')}.`
}
