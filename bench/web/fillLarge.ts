import type { Database } from '@/db/database'
import { saveProtocol } from '@/db/protocols'
import { saveHistory, saveSnapshot } from '@/db/snapshots'
import type { Claim } from '@/lib/domain/distribution'
import type { MetricResult } from '@/lib/domain/metric'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Block, Snapshot } from '@/lib/domain/snapshot'
import { toPlainSight } from '@/lib/ownership/throughLens'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'
import { toBenchAddress } from '../transferHistory'

/** A protocol that a bench adds to the demo's: so many holders, and so many days of history. */
export interface LargeProtocol {
  slug: string
  holders: number
  days: number
}

const daySeconds = 86_400
const lastDay = Date.UTC(2026, 9, 31) / 1000
const toBlock = (number: number, timestamp: number): Block => ({ number, hash: `0x${number.toString(16).padStart(64, '0')}`, timestamp })
const toDay = (timestamp: number) => new Date(timestamp * 1000).toISOString().slice(0, 10)

/** Amounts fall as ranks rise, by Zipf's law, with eighteen decimals that are never round: what large tokens look like. */
const toAmount = (rank: number): bigint => 40_000_000n * 10n ** 18n / BigInt(rank) + BigInt(rank) * 1_000_003n

/** Writes a protocol whose token has so many holders and days of history, as the pipeline writes its own. */
export async function fillLarge(database: Database, { slug, holders, days }: LargeProtocol): Promise<void> {
  const label = (rank: number, role: 'treasury' | 'burn' | null, name: string) => ({ address: toBenchAddress(rank), kind: 'unknown' as const, role, name, source: 'https://example.org/', asOf: '2026-01-01' })
  const protocol = await saveProtocol(database, protocolSchema.parse({
    slug, name: 'Bench Large', category: 'exchange', website: 'https://example.org/', demo: true,
    token: { chainId: 424_242, address: toBenchAddress(holders + 1), symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock: 0 },
    labels: [label(1, 'treasury', 'Treasury'), label(2, null, 'Exchange'), label(7, 'burn', 'Burned')],
  }), 1_000)
  const { tokenId } = protocol
  const claims = Array.from({ length: holders }, (_, index): Claim => ({ account: toBenchAddress(index + 1), amount: toAmount(index + 1) }))
  const supply = claims.reduce((sum, { amount }) => sum + amount, 0n)
  const measurements = toMeasurements(toPlainSight(claims, protocol.labels), { curve: true })
  const rest = { population: 'complete', gaps: [], file: null, supply } as const
  const history = Array.from({ length: days }, (_, index): Snapshot => {
    const timestamp = lastDay - (days - index) * daySeconds
    const metricsOfDay = (metrics: Readonly<Record<string, MetricResult>>) =>
      Object.fromEntries(Object.entries(metrics).map(([id, result]) => [id, result.status === 'ok' ? { ...result, value: (result.value * (5 * days + index)) / (6 * days) } : result]))
    return {
      ...rest, origin: 'ledger', day: toDay(timestamp), block: toBlock(1_000 + index, timestamp + daySeconds - 1), audit: null,
      measurements: measurements.map((measurement) => ({ ...measurement, curve: null, composition: null, metrics: metricsOfDay(measurement.metrics) })),
    }
  })
  for (let from = 0; from < days; from += 100) await saveHistory(database, tokenId, history.slice(from, from + 100), 'bench', protocol)
  const audit = { status: 'passed', claimed: supply, supply, sampled: 200, mismatches: [] } as const
  await saveSnapshot(database, tokenId, { ...rest, origin: 'chain', day: toDay(lastDay), block: toBlock(1_000 + days, lastDay + 60), audit, measurements }, { holders: claims, outlook: protocol })
}
