import type { Distribution } from './distribution'
import type { Text } from './text'

/** Why a metric has no value. The words for each stand in `undefinedReasons`. */
export type UndefinedReason = keyof typeof undefinedReasons

export const undefinedReasons = {
  noHolders: { en: 'nobody holds anything', de: 'niemand hält etwas' },
  oneHolder: { en: 'there is only one holder', de: 'es gibt nur einen Halter' },
  shortTail: {
    en: 'fewer than 50 holders lie in the tail of the distribution',
    de: 'weniger als 50 Halter liegen im Schwanz der Verteilung',
  },
  equalTail: { en: 'all holders in the tail hold the same', de: 'alle Halter im Schwanz halten gleich viel' },
  outOfReach: {
    en: 'all that is left under this lens is not so much of the supply',
    de: 'alles, was diese Sicht übrig lässt, ist nicht so viel von der Gesamtmenge',
  },
  cutOff: {
    en: 'the list was cut off, so only bounds can be given',
    de: 'die Liste wurde abgeschnitten, daher lassen sich nur Schranken angeben',
  },
  fewProviders: { en: 'there are fewer than 30 providers whose result is known', de: 'es gibt weniger als 30 Anbieter, deren Ergebnis bekannt ist' },
  oneResult: { en: 'there is only one result', de: 'es gibt nur ein Ergebnis' },
  noResult: { en: 'nobody gained or lost anything', de: 'niemand hat etwas gewonnen oder verloren' },
  gasAlwaysEarned: {
    en: 'no size separates them: most of the smallest earned their gas back too',
    de: 'keine Größe trennt sie: Auch von den kleinsten haben die meisten ihr Gas wieder eingenommen',
  },
  gasNeverEarned: {
    en: 'no size separates them: most of the largest did not earn their gas back either',
    de: 'keine Größe trennt sie: Auch von den größten haben die meisten ihr Gas nicht wieder eingenommen',
  },
} as const satisfies Record<string, Text>

/** The lowest and the highest value that a metric of the whole can have; `high: null` where nothing bounds it. */
export interface Bounds {
  low: number
  high: number | null
}

/**
 * One number, or a reason why there is none. Never NaN, never Infinity, never a silent 0.
 * A list that was cut off leaves some metrics undefined and yet gives bounds for them.
 */
export type MetricResult =
  | { status: 'ok'; value: number; standardError?: number }
  | { status: 'undefined'; reason: UndefinedReason; bounds?: Bounds }

/** What a metric's number is: a count of holders, a share 0 to 1, bits, nats, or a bare ratio, index or exponent. */
export type MetricUnit = 'count' | 'share' | 'bits' | 'nats' | 'ratio' | 'index' | 'exponent'

/** One measure of concentration. Its id is its file name, URL, API key, CSV column and database value. */
export interface Metric {
  id: string
  name: Text
  /** What it answers, in one plain sentence. */
  question: Text
  unit: MetricUnit
  /** For people to read, as in '[0, (n − 1)/n]'. */
  range: string
  /** What a higher value means. */
  direction: 'moreConcentrated' | 'lessConcentrated' | 'neither'
  reference: { citation: string; url?: string }
  /** What it says for one holder, for equal holders, and when it is undefined. */
  edgeCases: Text
  /** @param whole what shares are taken of, where that is more than all that is held: only shares, HHI and Nakamoto change with it */
  measure(distribution: Distribution, whole?: bigint): MetricResult
}

export const ok = (value: number, standardError?: number): MetricResult =>
  standardError === undefined ? { status: 'ok', value } : { status: 'ok', value, standardError }

export const undefinedBecause = (reason: UndefinedReason): MetricResult => ({ status: 'undefined', reason })
