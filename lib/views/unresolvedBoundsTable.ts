import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { HeadlineBand } from '@/lib/domain/headlineBand'
import type { Bounds, Metric } from '@/lib/domain/metric'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'
import { toMetricCell, toNumberFormat } from './metricCell'

const words = {
  en: {
    caption: 'What the unresolved could change', metric: 'Measure', value: 'Of the known owners', low: 'At least', high: 'At most', open: 'nothing bounds it', always: 'always 1',
    sentence: (share: string, nakamoto: string) => `For ${share} of what this lens counts no owner could be named. Whoever they are, ${nakamoto}.`,
    none: 'Nothing that this lens counts is unresolved: the figures are values, not bounds.',
    between: (name: string, low: string, high: string | null) => (high === null ? `${name} is at least ${low}` : low === high ? `${name} is ${low}` : `${name} is between ${low} and ${high}`),
    note: 'The ends are two extremes: the largest known holder owns all that is unresolved, or it is spread over any number of holders with next to nothing each. Gini counts holders: it is least where the unresolved raises the poorest, and comes as near to 1 as one likes, so that its upper end says nothing.',
  },
  de: {
    caption: 'Was das Ungeklärte ändern könnte', metric: 'Maß', value: 'Der bekannten Eigentümer', low: 'Mindestens', high: 'Höchstens', open: 'ohne Schranke', always: 'immer 1',
    sentence: (share: string, nakamoto: string) => `Für ${share} dessen, was diese Sicht zählt, ließ sich kein Eigentümer nennen. Wer es auch sei: ${nakamoto}.`,
    none: 'In dieser Sicht ist nichts ungeklärt: Die Zahlen sind Werte, keine Schranken.',
    between: (name: string, low: string, high: string | null) => (high === null ? `${name} liegt bei mindestens ${low}` : low === high ? `${name} liegt bei ${low}` : `${name} liegt zwischen ${low} und ${high}`),
    note: 'Die Enden sind zwei Extreme: Alles Ungeklärte gehört dem größten bekannten Halter, oder es verteilt sich auf beliebig viele Halter mit je fast nichts. Der Gini-Koeffizient zählt Halter: Am kleinsten ist er, wenn das Ungeklärte die Ärmsten hebt, und er kommt der 1 beliebig nahe, sodass sein oberes Ende nichts sagt.',
  },
} as const

/** A headline figure's bounds, with its metric. */
export type BoundRow = HeadlineBand & { unresolved: Bounds }

/** Those of the bands that what is unresolved bounds; none where nothing is. */
export const toBoundRows = (bands: readonly HeadlineBand[]): BoundRow[] => bands.flatMap((band) => (band.unresolved ? [{ ...band, unresolved: band.unresolved }] : []))

/**
 * Between which values each headline figure lies, whoever owns what is unresolved.
 *
 * @param results the metrics of the known owners under the same lens
 * @example unresolvedBoundsTable(rows, results, metrics, 'en').rows[1]?.map(({ text }) => text) // ['Nakamoto (half)', '8', '1', '40']
 */
export function unresolvedBoundsTable(rows: readonly BoundRow[], results: Measurement['metrics'], metrics: readonly Pick<Metric, 'id' | 'name' | 'unit'>[], locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'metric', label: word.metric, numeric: false },
      { id: 'value', label: word.value, numeric: true },
      { id: 'low', label: word.low, numeric: true },
      { id: 'high', label: word.high, numeric: true },
    ],
    rows: rows.flatMap(({ metric: id, unresolved: { low, high } }): Cell[][] => {
      const metric = metrics.find((one) => one.id === id)
      if (!metric) return []
      const write = (value: number): Cell => ({ value, text: formatNumber(value, toNumberFormat(metric), locale) })
      return [[
        { value: id, text: metric.name[locale] }, toMetricCell(results[id], metric, locale), write(low),
        high === null ? { value: null, text: word.open } : id === 'gini' ? { value: high, text: word.always } : write(high),
      ]]
    }),
  }
}

/**
 * How much is unresolved, and what that leaves open of how few decide.
 *
 * @param share of what the lens counts and could not resolve, together
 * @example unresolvedBoundsSentence(rows, 0.2, metrics, 'en') // 'For 20.0% of what this lens counts no owner could be named. Whoever they are, Nakamoto (half) is between 1 and 40.'
 */
export function unresolvedBoundsSentence(rows: readonly BoundRow[], share: number, metrics: readonly Pick<Metric, 'id' | 'name' | 'unit'>[], locale: Locale): string {
  const word = words[locale]
  const told = rows.find(({ metric }) => metric === 'nakamoto50') ?? rows[0]
  if (!told) return word.none
  const metric = metrics.find(({ id }) => id === told.metric)!
  const write = (value: number) => formatNumber(value, toNumberFormat(metric), locale)
  const { low, high } = told.unresolved
  return word.sentence(formatNumber(share, 'share', locale), word.between(metric.name[locale], write(low), high === null ? null : write(high)))
}

/** Which extremes the ends are. */
export const unresolvedBoundsNote = (locale: Locale): string => words[locale].note
