import type { MetricResult } from '@/lib/domain/metric'
import type { Protocol } from '@/lib/domain/protocol'
import type { Measurement, Snapshot } from '@/lib/domain/snapshot'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { toInsides } from '@/lib/ownership/insides'
import { toBasis } from '../basis'
import type { HistoryDay } from '../concentrationOverTime'
import { twiceText } from '../insideNotes'
import { toValue } from '../metricCell'

/** One of the protocols that are compared, as its newest snapshot and its days tell of it under one lens. */
export interface Compared {
  protocol: Pick<Protocol, 'slug' | 'name' | 'demo' | 'token' | 'wrappers'>
  /** null before the first */
  snapshot: Snapshot | null
  /** The snapshot under the lens; null where it was not measured under it */
  measurement: Measurement | null
  /** Oldest first; empty for charts that show one moment */
  days: readonly HistoryDay[]
}

const words = {
  en: { and: 'and', demo: 'Demo data, made up', failed: 'Audit failed, do not rely on these figures', none: (name: string) => `${name} has no snapshot yet.`, lens: (lens: string, denominator: string) => `Lens: ${lens}, the same for all. Shares are taken of each token’s own ${denominator}.` },
  de: { and: 'und', demo: 'Demodaten, erfunden', failed: 'Prüfung nicht bestanden, auf diese Zahlen ist kein Verlass', none: (name: string) => `Zu ${name} gibt es noch keinen Stand.`, lens: (lens: string, denominator: string) => `Sicht: ${lens}, für alle dieselbe. Bezugsgröße der Anteile bei jedem Token: ${denominator}.` },
} as const

/**
 * Names as they stand in a sentence.
 *
 * @example toNames(['Uniswap', 'Curve', 'Aave'], 'de') // 'Uniswap, Curve und Aave'
 */
export const toNames = (names: readonly string[], locale: Locale): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${words[locale].and} ${names.at(-1)}`

/**
 * A metric of a compared protocol today; undefined where it was not measured.
 *
 * @example toFigure(compared, 'gini') // { status: 'ok', value: 0.93 }
 */
export const toFigure = ({ measurement }: Pick<Compared, 'measurement'>, metricId: string): MetricResult | undefined => measurement?.metrics[metricId]

/**
 * The protocols in the order of a metric's value, the highest first; those without one stand at the end, in the order in which they were asked for.
 *
 * @example toRanked(compared, 'gini').map(({ protocol }) => protocol.slug) // ['curve', 'uniswap', 'aave']
 */
export function toRanked<One extends Pick<Compared, 'measurement'>>(compared: readonly One[], metricId: string): One[] {
  const value = (one: One) => toValue(toFigure(one, metricId))
  return [...compared].sort((a, b) => {
    const [first, second] = [value(a), value(b)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return second - first
  })
}

/**
 * What a comparison rests on: whose data are made up, whose audit failed, the lens, and the block and the limits of each protocol's snapshot.
 *
 * @example comparisonNotes(compared, toLens('raw'), 'en')
 * // ['Lens: All addresses, the same for all. …', 'Uniswap: Block 21,500,000, 1 Apr 2026, 12:00 UTC.', …]
 */
export function comparisonNotes(compared: readonly Compared[], lens: Lens, locale: Locale): string[] {
  const word = words[locale]
  const namesOf = (of: readonly Compared[]) => of.map(({ protocol }) => protocol.name).join(', ')
  const warned = ([[word.demo, compared.filter(({ protocol }) => protocol.demo)], [word.failed, compared.filter(({ snapshot }) => snapshot?.audit?.status === 'failed')]] as const)
    .flatMap(([said, of]) => (of.length > 0 ? [`${said}: ${namesOf(of)}.`] : []))
  const bases = compared.map(({ protocol: { name, token }, snapshot, measurement }) => {
    if (!snapshot || !measurement) return word.none(name)
    const [block, , ...limits] = toBasis({ token, snapshot, lens, measurement }, locale).notes
    return [`${name}: ${block}`, ...limits].join(' ')
  })
  const wholes = toInsides(compared.map(({ protocol }) => protocol))
  const shared = compared.flatMap(({ protocol: { slug, name } }) => (wholes.has(slug) ? [twiceText({ name, whole: wholes.get(slug)!.name })[locale]] : []))
  return [...warned, ...shared, word.lens(lens.name[locale], lens.denominator[locale]), ...bases]
}
