import type { HeadlineBand } from '@/lib/domain/headlineBand'
import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'
import { toNumberFormat } from './metricCell'

const words = {
  en: {
    range: (low: string, high: string) => `${low} to ${high} over all lenses`,
    open: (low: string) => `at least ${low} over all lenses`,
    same: 'the same under every lens',
    without: (name: string, value: string) => `without “${name}”: ${value}`,
  },
  de: {
    range: (low: string, high: string) => `${low} bis ${high} über alle Sichten`,
    open: (low: string) => `mindestens ${low} über alle Sichten`,
    same: 'in jeder Sicht gleich',
    without: (name: string, value: string) => `ohne „${name}“: ${value}`,
  },
} as const

/** A headline figure's band, to stand right below it: in words, and as places on a line from 0 to 1. */
export interface HeadlineBandText {
  range: string
  /** The label that moves it most; null where none does, or where it is not known yet */
  without: string | null
  /** null where nothing bounds it above, or where it is one value */
  places: { low: number; high: number; value: number | null; without: number | null } | null
}

/**
 * How far a headline figure depends on the lens, and on one label, by metric.
 *
 * @param values the figures under the lens of the page
 * @example toHeadlineBands(bands, { gini: 0.69 }, [gini], 'en').get('gini')
 * // { range: '0.690 to 0.820 over all lenses', without: 'without “Timelock”: 0.710', places: { low: 0.69, high: 0.82, value: 0.69, without: 0.71 } }
 */
export function toHeadlineBands(
  bands: readonly HeadlineBand[], values: Readonly<Record<string, number | undefined>>, metrics: readonly Pick<Metric, 'id' | 'unit'>[], locale: Locale,
): ReadonlyMap<string, HeadlineBandText> {
  const word = words[locale]
  return new Map(bands.flatMap(({ metric: id, low, high, mover }): [string, HeadlineBandText][] => {
    const metric = metrics.find((one) => one.id === id)
    if (!metric || low?.value === null || low === null) return []
    const write = (figure: number) => formatNumber(figure, toNumberFormat(metric), locale)
    const [from, to] = [low.value, high?.value ?? null]
    const isOne = to !== null && write(from) === write(to)
    const ends = [to ?? from, values[id] ?? 0, mover?.without ?? 0]
    // Shares and indices reach to 1; of counts the highest one is the end.
    const end = Math.max(metric.unit === 'count' ? 0 : 1, ...ends)
    return [[id, {
      range: isOne ? word.same : to === null ? word.open(write(from)) : word.range(write(from), write(to)),
      without: mover ? word.without(mover.name, write(mover.without)) : null,
      places: to === null || end <= 0 ? null : { low: from / end, high: to / end, value: values[id] === undefined ? null : values[id] / end, without: mover ? mover.without / end : null },
    }]]
  }))
}
