import type { Database } from '@/db/database'
import { loadProtocols } from '@/db/protocols'
import { metrics } from '@/lib/metrics/registry'
import { lenses } from '@/lib/ownership/lenses'
import { remeasureSnapshots, type NotRemeasured, type Remeasured } from '@/lib/pipeline/remeasureSnapshots'
import { toMetricCell } from '@/lib/views/metricCell'
import { headlineMetricIds } from '@/lib/views/metricsTable'
import { toTable } from './toTable'
import { UsageError } from './usageError'

export interface RecomputeOptions {
  /** Slugs; null for all that are followed */
  protocols: readonly string[] | null
  /** A version of labels; null for those that count today */
  labels: string | null
  json: boolean
}

/** What is shown in a terminal; JSON has every metric. */
const shownMetrics = [...headlineMetricIds, 'hhi'].flatMap((id) => metrics.filter((metric) => metric.id === id))

/**
 * `lorenz recompute`: the newest figures as they are published beside what they would be under other labels. Nothing that is kept changes.
 *
 * @throws UsageError where a protocol is not followed, or none of them keeps labels of this version
 */
export async function toRecomputedText(database: Database, { protocols: slugs, labels, json }: RecomputeOptions): Promise<string> {
  const followed = await loadProtocols(database)
  const unknown = (slugs ?? []).filter((slug) => !followed.some((protocol) => protocol.slug === slug))
  if (unknown.length > 0) throw new UsageError(`${unknown.join(', ')} is not followed here. There are: ${followed.map(({ slug }) => slug).join(', ') || 'none'}.`)
  const chosen = followed.filter(({ slug }) => slugs === null || slugs.includes(slug))
  const found = []
  for (const protocol of chosen) found.push(await remeasureSnapshots(database, protocol, labels))
  if (labels !== null && found.every((made) => made === null)) throw new UsageError(`No labels of version ${labels} are kept${slugs === null ? '' : ` for ${slugs.join(', ')}`}; a citation and "lorenz recompute" name versions.`)
  const made = found.flatMap((each) => each ?? [])
  if (json) return JSON.stringify(made, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)
  if (made.length === 0) return 'There is no snapshot yet that could be measured again.'
  return made.map((each) => toPart(each)).join('\n\n')
}

function toPart(made: Remeasured | NotRemeasured): string {
  const head = `${made.protocol}: ${made.symbol}, ${'block' in made.of ? `block ${made.of.block}` : made.of.file}, ${made.day}`
  if ('reason' in made) return `${head}\nThe list was cut off: import it again to have it measured with today's labels.`
  const { before, after } = made.labels
  const rows = lenses.flatMap(({ id }) => {
    const [then, now] = [made.before, made.after].map((measurements) => measurements.find(({ lens }) => lens === id)?.metrics ?? {})
    return shownMetrics.map((metric) => {
      const [was, is] = [then?.[metric.id], now?.[metric.id]].map((result) => toMetricCell(result, metric, 'en').text)
      return [id, metric.name.en, was ?? '', is ?? '', was === is ? '' : 'changed']
    })
  })
  const excluded = made.withoutExcluded
  const more = excluded && shownMetrics.map((metric) => ['without exclusions', metric.name.en, '', toMetricCell(excluded.metrics[metric.id], metric, 'en').text, ''])
  const table = toTable(['lens', 'metric', 'published', 'recomputed', ''], [...rows, ...(more ?? [])], [2, 3])
  const note = excluded ? `\nWithout exclusions: every address but ${excluded.accounts} that an imported list leaves out.` : ''
  return `${head}; labels ${before ?? 'of the day it was imported'} → ${after}\n${table}${note}`
}
