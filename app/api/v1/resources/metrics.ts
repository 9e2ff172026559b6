import { z } from 'zod'
import { loadHistory, type HistoryDay } from '@/db/history'
import { toDay } from '@/lib/chain/dayEnds'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { toLens } from '@/lib/ownership/lenses'
import { requireLedger, requireMeasurement, requireState } from '../find'
import { toMetricValues } from '../metricValues'
import { defineResource } from '../resource'
import { blockNumber, day, from, lens, metricList, metricResult, pool, rawAmount, slug, time, to } from '../schemas'

export const metrics = defineResource({
  id: 'metrics',
  address: '/protocols/{slug}/metrics',
  name: { en: 'Metrics over time', de: 'Maße im Zeitverlauf' },
  description: {
    en: 'The metrics of a token on every day of its history under a lens, oldest first. All pages end with the block that the first one was asked at.',
    de: 'Die Maße eines Tokens an jedem Tag seines Verlaufs in einer Sicht, die ältesten zuerst. Alle Seiten enden mit dem Block, zu dem die erste gefragt wurde.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({ lens, pool, metric: metricList, from, to }),
  data: z.array(
    z.strictObject({
      day,
      block_number: blockNumber,
      block_time: time,
      origin: z.enum(['chain', 'ledger']),
      denominator_raw: rawAmount,
      values: z.record(z.string(), metricResult),
    }),
  ),
  /** The block that all pages end with, and the last day of the page */
  position: z.strictObject({ pin: z.int().nonnegative(), day: z.iso.date() }),
  cost: 'plain',
  load: async ({ path, query, position, limit, database }) => {
    const ledger = await requireLedger(database, path.slug, query.pool)
    const history = await loadHistory(database, ledger.tokenId, query.lens, query.metric ? { metricIds: query.metric } : {})
    const pin = position?.pin ?? history.at(-1)?.block ?? 0
    const pinned = history.filter(({ block }) => block <= pin)
    // The last day's snapshot gave way to a newer one while somebody was reading on: its figures are replayed.
    if (position && pinned.length > 0 && pinned.at(-1)!.block < pin) pinned.push(await replayDay(pin))
    const wanted = pinned.filter(({ day }) => (!position || day > position.day) && (!query.from || day >= query.from) && (!query.to || day <= query.to))
    const page = wanted.slice(0, limit)
    const last = page.at(-1)
    return {
      data: page.map(({ day, block, timestamp, origin, denominator, metrics }) => ({
        day,
        block_number: block,
        block_time: toIsoTime(timestamp),
        origin: origin === 'chain' ? ('chain' as const) : ('ledger' as const),
        denominator_raw: String(denominator),
        values: toMetricValues(metrics),
      })),
      basis: { protocol: ledger.protocol, token: ledger.token, block: await toPinBlock(), computedAt: null, lens: toLens(query.lens), denominator: null, audit: null, gaps: 0 },
      next: wanted.length > limit && last ? { pin, day: last.day } : null,
      // Where a lens leaves accounts out, the days are made again as soon as labels change.
      freshness: position && toLens(query.lens).excludedRoles.length === 0 ? 'fixed' : 'newest',
    }

    async function replayDay(number: number): Promise<HistoryDay> {
      const state = await requireState(database, ledger, number)
      const { denominator, metrics } = requireMeasurement(state, query.lens)
      const chosen = Object.entries(metrics).filter(([id]) => query.metric?.includes(id) ?? true)
      return { origin: 'chain', day: toDay(state.block.timestamp), block: number, timestamp: state.block.timestamp, denominator, metrics: Object.fromEntries(chosen), composition: null, recipe: null }
    }

    async function toPinBlock() {
      return pin === 0 ? null : (await requireState(database, ledger, pin)).block
    }
  },
})
