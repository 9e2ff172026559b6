import type { Cell, Point } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Metric } from '@/lib/domain/metric'
import { categories, type Category, type Protocol } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { toBasis, type Basis } from './basis'
import type { HistoryDay } from './concentrationOverTime'
import { toTimestamp } from './day'
import { toHref, toLensQuery } from './href'
import { headlineMetricIds } from './metricsTable'
import { toMetricCell, toValue } from './metricCell'

/** What the overview knows of one protocol. `year` is the last year of its history under the lens, oldest first. */
export interface OverviewEntry {
  protocol: Protocol
  /** null where none was taken yet */
  snapshot: Snapshot | null
  year: readonly HistoryDay[]
}

/** One line of the overview. */
export interface OverviewRow {
  slug: string
  name: string
  href: string
  symbol: string
  category: string
  demo: boolean
  /** One cell per entry of `headlineMetricIds` */
  figures: readonly Cell[]
  /** The Gini coefficient over the last year; null days are gaps */
  line: readonly Point[]
  /** What the figures rest on; null where there is no snapshot */
  basis: Basis | null
  audit: 'passed' | 'failed' | 'incomplete' | 'none'
}

export const overviewSortKeys = ['name', ...headlineMetricIds, 'date'] as const

/** How the overview is asked for; it stands in the address. */
export interface OverviewQuestion {
  sort: (typeof overviewSortKeys)[number]
  order: 'asc' | 'desc'
  category: Category | null
  /** Part of a name or a symbol, any case; empty for all */
  search: string
}

/** The categories that some protocol has, in the order in which they are declared. */
export const categoriesOf = (protocols: readonly Pick<Protocol, 'category'>[], locale: Locale): { id: Category; name: string }[] =>
  (Object.keys(categories) as Category[])
    .filter((id) => protocols.some(({ category }) => category === id))
    .map((id) => ({ id, name: categories[id][locale] }))

/**
 * Every protocol that the question asks for, one row each, in the order asked for. What has no figure stands at the end, whatever the order.
 *
 * @example overviewRows(entries, { sort: 'gini', order: 'desc', category: null, search: '' }, toLens('raw'), metrics, 'en').map(({ slug }) => slug)
 */
export function overviewRows(
  entries: readonly OverviewEntry[],
  { sort, order, category, search }: OverviewQuestion,
  lens: Lens,
  metrics: readonly Metric[],
  locale: Locale,
): OverviewRow[] {
  const wanted = search.trim().toLowerCase()
  const key = ({ protocol, snapshot }: OverviewEntry): number | string | null => {
    if (sort === 'name') return protocol.name.toLowerCase()
    if (sort === 'date') return snapshot && (snapshot.block?.timestamp ?? toTimestamp(snapshot.day))
    return toValue(toMeasurement(snapshot, lens)?.metrics[sort])
  }
  return entries
    .filter(({ protocol }) => category === null || protocol.category === category)
    .filter(({ protocol }) => `${protocol.name} ${protocol.token.symbol}`.toLowerCase().includes(wanted))
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => compare(a.key, b.key, order) || (a.entry.protocol.slug < b.entry.protocol.slug ? -1 : 1))
    .map(({ entry }) => toRow(entry, lens, metrics, locale))
}

function compare(a: number | string | null, b: number | string | null, order: 'asc' | 'desc'): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const sign = order === 'asc' ? 1 : -1
  return a < b ? -sign : a > b ? sign : 0
}

const toMeasurement = (snapshot: Snapshot | null, lens: Lens) => snapshot?.measurements.find((measurement) => measurement.lens === lens.id)

function toRow({ protocol, snapshot, year }: OverviewEntry, lens: Lens, metrics: readonly Metric[], locale: Locale): OverviewRow {
  const measurement = toMeasurement(snapshot, lens)
  return {
    slug: protocol.slug,
    name: protocol.name,
    href: toHref(locale, `/protocols/${protocol.slug}`, toLensQuery(lens.id)),
    symbol: protocol.token.symbol,
    category: categories[protocol.category][locale],
    demo: protocol.demo,
    figures: headlineMetricIds.map((id) => {
      const metric = metrics.find((candidate) => candidate.id === id)
      return toMetricCell(measurement?.metrics[id], metric ?? { unit: 'ratio' }, locale)
    }),
    line: year.map(({ day, metrics: results }) => ({ x: toTimestamp(day), y: toValue(results.gini) })),
    basis: snapshot && measurement ? toBasis({ token: protocol.token, snapshot, lens, measurement }, locale) : null,
    audit: snapshot?.audit?.status ?? 'none',
  }
}
