import { cache } from 'react'
import { loadProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadImports, loadNewestSnapshot, type SavedSnapshot } from '@/db/snapshots'
import type { Lens, LensId } from '@/lib/domain/lens'
import type { Token } from '@/lib/domain/protocol'
import type { Measurement } from '@/lib/domain/snapshot'
import { lenses, toClosestLens, toLens } from '@/lib/ownership/lenses'
import { toRuledLens } from '@/lib/ownership/ruledLens'
import type { Ledger } from '@/lib/pipeline/ledger'
import { loadStateAt } from '@/lib/pipeline/replay'
import { sharedDatabase } from './database'

/** A protocol by its slug; asked once a request. */
export const findProtocol = cache((slug: string): Promise<TrackedProtocol | null> => loadProtocol(sharedDatabase(), slug))

/** A snapshot as a page or a file speaks of it: under one lens, with the lenses it can be seen through. */
export interface Subject {
  token: Token
  snapshot: SavedSnapshot
  lens: Lens
  measurement: Measurement
  lenses: readonly Lens[]
}

/** Under the lens, or the closest to it that was measured. */
function findMeasurement(snapshot: SavedSnapshot | null, wanted: LensId): Measurement | undefined {
  const closest = snapshot && toClosestLens(wanted, snapshot.measurements.map(({ lens }) => lens))
  return snapshot?.measurements.find(({ lens }) => lens === closest)
}

/**
 * The snapshot that a page or a file is about: the newest of a token, or an imported one by its id.
 *
 * @returns null where there is none, where it is another token's, or where it was never measured
 */
export async function findSubject(token: Token, tokenId: number, lensId: LensId, snapshotId: number | null): Promise<Subject | null> {
  const database = sharedDatabase()
  const snapshot =
    snapshotId === null
      ? await loadNewestSnapshot(database, tokenId)
      : (await loadImports(database, tokenId)).find(({ id }) => id === snapshotId)
  const measurement = findMeasurement(snapshot ?? null, lensId)
  if (!snapshot || !measurement) return null
  const offered = lenses.filter(({ id }) => snapshot.measurements.some(({ lens }) => lens === id))
  return { token, snapshot, lens: toLens(measurement.lens), measurement, lenses: offered }
}

/**
 * A subject with figures made again from the ledger under rules that somebody chose, and what they are made with: the labels of its snapshot and
 * these rules. The ledger's answers are kept.
 *
 * @returns null for an imported list, which keeps no ledger
 */
export async function underRules<Of extends Subject>(subject: Of, ledger: Ledger, rules: readonly string[]): Promise<{ subject: Of; ledger: Ledger } | null> {
  const { snapshot, lens } = subject
  const state = snapshot.origin === 'imported' || !snapshot.block ? null : await loadStateAt(sharedDatabase(), ledger, snapshot.block.number, rules)
  const measurement = state?.snapshot.measurements.find((one) => one.lens === lens.id)
  if (!state || !measurement) return null
  return { subject: { ...subject, snapshot: state.snapshot, measurement, lens: toRuledLens(lens, rules) }, ledger: { ...ledger, outlook: state.outlook } }
}
