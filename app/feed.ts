import { z } from 'zod'
import { loadHistory } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import { loadSnapshotList } from '@/db/snapshotList'
import { loadSnapshot } from '@/db/snapshots'
import { locales, type Locale } from '@/lib/domain/text'
import { metrics, toMetric } from '@/lib/metrics/registry'
import { toAtom, type FeedEntry } from '@/lib/publish/atom'
import { ProblemError, toProblemPlaces } from '@/lib/publish/problem'
import { newsworthy, toCrossingHeadline, toCrossings } from '@/lib/views/crossings'
import { formatDate, formatNumber } from '@/lib/views/format'
import { headlineLens } from '@/lib/ownership/lenses'
import { toHref } from '@/lib/views/href'
import { headlineFigures } from '@/lib/views/metricsTable'
import { toNumberFormat } from '@/lib/views/metricCell'
import { sharedDatabase } from './database'
import { answerRequest } from './http/answerRequest'
import { respond } from './http/respond'
import { toOrigin } from './origin'

/** So many audited snapshots of a token, and days in which crossings are looked for. */
const snapshotsShown = 20
const daysLooked = 365

const words = {
  en: { subtitle: 'New snapshots, and figures that passed a threshold', snapshot: (name: string, date: string) => `${name}: snapshot of ${date}`, block: 'Block', from: (before: string, after: string) => `From ${before} to ${after}.` },
  de: { subtitle: 'Neue Stände, und Zahlen, die eine Schwelle überschritten haben', snapshot: (name: string, date: string) => `${name}: Stand vom ${date}`, block: 'Block', from: (before: string, after: string) => `Von ${before} auf ${after}.` },
} as const

const question = z.strictObject({ lang: z.enum(locales).default('en') })

/** Answers with the feed of some protocols. */
export function answerFeed(request: Request, of: { name: string; path: string } | null, load: () => Promise<TrackedProtocol[]>): Promise<Response> {
  return answerRequest(request, async () => {
    const url = new URL(request.url)
    const read = question.safeParse(Object.fromEntries(url.searchParams))
    if (!read.success) throw new ProblemError('invalidRequest', 'the feed is in en or de', toProblemPlaces('query', read.error.issues))
    const locale = read.data.lang
    const origin = toOrigin(request.headers)
    const protocols = await load()
    const entries = (await Promise.all(protocols.map((protocol) => loadEntries(protocol, origin, locale)))).flat()
    return respond(request, {
      body: toAtom({
        title: of ? `Lorenz: ${of.name || protocols[0]?.name}` : 'Lorenz',
        subtitle: words[locale].subtitle,
        language: locale,
        self: new URL(url.pathname + url.search, origin).href,
        page: new URL(toHref(locale, of?.path ?? '/'), origin).href,
        entries,
      }),
      contentType: 'application/atom+xml; charset=utf-8',
      freshness: 'newest',
    })
  })
}

async function loadEntries(protocol: TrackedProtocol, origin: URL, locale: Locale): Promise<FeedEntry[]> {
  const database = sharedDatabase()
  const page = new URL(toHref(locale, `/protocols/${protocol.slug}`), origin).href
  const [listed, history] = await Promise.all([
    loadSnapshotList(database, protocol.tokenId, { limit: snapshotsShown, origin: 'chain' }),
    loadHistory(database, protocol.tokenId, headlineLens, { metricIds: Object.keys(newsworthy), lastDays: daysLooked }),
  ])
  const snapshots = await Promise.all(
    listed.map(async ({ id, block, day }): Promise<FeedEntry[]> => {
      const measurement = (await loadSnapshot(database, id))?.measurements[0]
      if (!measurement) return []
      const figures = headlineFigures(metrics, measurement, locale).map(({ name, cell }) => `${name}: ${cell.text}`)
      return [{
        // Of one day, whichever of its blocks: the day's later snapshot takes the place of the earlier one.
        id: `${new URL(`/protocols/${protocol.slug}`, origin).href}#${day}`,
        title: words[locale].snapshot(protocol.name, formatDate(block.timestamp, locale)),
        summary: `${words[locale].block} ${formatNumber(block.number, 'count', locale)}. ${figures.join('; ')}.`,
        href: page,
        timestamp: block.timestamp,
      }]
    }),
  )
  const crossings = Object.entries(newsworthy).flatMap(([metricId, thresholds]) => toCrossings(history, metricId, thresholds))
  return [
    ...snapshots.flat(),
    ...crossings.map((crossing): FeedEntry => {
      const metric = toMetric(crossing.metric)
      const write = (value: number) => formatNumber(value, toNumberFormat(metric), locale)
      return {
        id: `${new URL(`/protocols/${protocol.slug}`, origin).href}#${crossing.metric}-${crossing.side}-${crossing.threshold}-${crossing.day}`,
        title: toCrossingHeadline(crossing, metric, protocol.name, locale),
        summary: `${formatDate(crossing.timestamp, locale)}, ${words[locale].block} ${formatNumber(crossing.block, 'count', locale)}. ${words[locale].from(write(crossing.before), write(crossing.after))}`,
        href: page,
        timestamp: crossing.timestamp,
      }
    }),
  ]
}
