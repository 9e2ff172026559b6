import type { Database } from '@/db/database'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import { toLorenzCurve } from '@/lib/metrics/lorenzCurve'
import { toInsides } from '@/lib/ownership/insides'
import { toLens } from '@/lib/ownership/lenses'
import type { LoadedCompared, LoadedComparison } from '@/lib/publish/loadedComparison'
import type { Part } from '@/lib/publish/view'
import { mostCompared, usualMetric } from '@/lib/views/comparison/chosenProtocols'
import { loadMeasurement, loadStateAt, replayDistribution } from '../replay'
import { loadDays } from './loadDays'
import { NoEditionError, requireLedger, type EditionQuestion } from './loadEdition'

/**
 * Several protocols under one lens, each as on its own pages: its newest snapshot and, where the chart names them, its days and its curve.
 *
 * @param at the block of each protocol's snapshot, by its slug, null for one without; null for the newest of all
 * @throws NoEditionError for a protocol that is not followed
 */
export async function loadComparison(database: Database, question: EditionQuestion, needs: readonly Part[], at: ReadonlyMap<string, number | null> | null = null): Promise<LoadedComparison> {
  const followed = (await loadProtocols(database)).filter(({ slug }) => !at || at.has(slug))
  const chosen = question.protocols?.map((slug) => followed.find((one) => one.slug === slug) ?? refuse(slug)) ?? (await toUsual(database, at ? followed.filter(({ slug }) => at.get(slug) !== null) : followed))
  const protocols: LoadedCompared[] = []
  // One after the other: histories and curves of six large tokens at once would be much.
  for (const protocol of chosen) protocols.push(await loadCompared(database, protocol, question, needs, at ? at.get(protocol.slug)! : undefined))
  return { metric: question.metric ?? usualMetric, protocols }
}

function refuse(slug: string): never {
  throw new NoEditionError(404, `No protocol "${slug}" is followed here. /api/v1/protocols lists those that are.`)
}

/**
 * What is compared where nobody chooses: the first of those that have a snapshot, real ones before made-up ones and never both, and none beside another
 * that counts its tokens.
 *
 * @param followed in the order of the registry
 */
export async function toUsual(database: Database, followed: readonly TrackedProtocol[]): Promise<TrackedProtocol[]> {
  const measured: TrackedProtocol[] = []
  for (const protocol of followed) if (await loadNewestSnapshot(database, protocol.tokenId)) measured.push(protocol)
  const wholes = toInsides(measured)
  const apart = measured.filter(({ slug }) => !wholes.has(slug))
  const real = apart.filter(({ demo }) => !demo)
  return (real.length > 0 ? real : apart).slice(0, mostCompared)
}

/** @param block null for one that had no snapshot, undefined for the newest */
async function loadCompared(database: Database, protocol: TrackedProtocol, question: EditionQuestion, needs: readonly Part[], block: number | null | undefined): Promise<LoadedCompared> {
  const state = block === null ? null : await loadStateAt(database, requireLedger(protocol, null), block ?? null)
  if (!state) return { protocol, snapshot: null, measurement: null, days: [] }
  const { snapshot, outlook } = state
  // With the labels of the snapshot's time, as the protocol's own charts.
  const ledger = { ...requireLedger(protocol, null), outlook }
  const measurement = (await loadMeasurement(database, ledger, snapshot, question.lens)) ?? null
  const days = needs.includes('comparisonDays') ? await loadDays(database, ledger, snapshot, question, false) : []
  const isDrawn = needs.includes('curve') && measurement && !measurement.curve && snapshot.block
  const curve = isDrawn ? toLorenzCurve(await replayDistribution(database, ledger, snapshot.block!.number, toLens(question.lens))) : (measurement?.curve ?? null)
  return { protocol, snapshot, measurement: measurement && { ...measurement, curve }, days }
}
