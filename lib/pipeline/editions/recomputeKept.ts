import type { Database } from '@/db/database'
import { toMarkWord } from '@/db/keptParts'
import { loadProtocol } from '@/db/protocols'
import type { Lens } from '@/lib/domain/lens'
import { toKeptName, toKeptParts } from '@/lib/publish/keptParts'
import type { Loaded } from '@/lib/publish/view'
import type { LoadedCompared } from '@/lib/publish/loadedComparison'
import { loadStateAt, replay } from '../replay'
import { cut, loadKeptEdition } from './loadKeptEdition'
import { requireLedger, type Edition } from './loadEdition'
import { toReadings } from './partsToKeep'
import { pickLens, recomputeDays } from './recomputeDays'

/**
 * Makes an edition whose parts are kept anew: the newest from what was kept under its mark, whose SHA-256 is checked; what was kept, as far as the database can, from
 * elsewhere: days of history from the ledger, and readings that are still the newest from their own rows. What only the kept parts know stays as they have it.
 */
export async function recomputeKept(database: Database, edition: Edition): Promise<Loaded> {
  const { chart, market, question, protocol, loaded, kept, block, day } = edition
  if (kept && block === null && day === null) return (await loadKeptEdition(database, { ...edition, block: kept.mark.block?.number ?? null, day: kept.mark.block ? null : kept.mark.day }, question)).loaded
  if (loaded.comparison) return { ...loaded, comparison: { ...loaded.comparison, protocols: await Promise.all(loaded.comparison.protocols.map((one) => recomputeCompared(database, one, loaded.lens))) } }
  if (!protocol || !kept) return loaded
  const ledger = requireLedger(protocol, null)
  const seen = await loadStateAt(database, ledger, null)
  const names = toKeptParts(chart.needs).map((part) => toKeptName(part, { lens: question.lens, market }))
  const readings = seen ? (await toReadings(database, protocol, seen)).filter(({ name, mark }) => names.includes(name) && toMarkWord(mark) === toMarkWord(kept.mark)) : []
  const made = await Promise.all(readings.map(({ make }) => make()))
  const history = await recomputeDays(database, ledger, loaded.history, loaded.lens)
  return cut({ ...loaded, ...Object.assign({}, ...made) as Partial<Loaded>, history }, question)
}

/** A protocol that was compared, from its ledger at its block alone. */
async function recomputeCompared(database: Database, one: LoadedCompared, lens: Lens): Promise<LoadedCompared> {
  const [block, tracked] = [one.snapshot?.block, await loadProtocol(database, one.protocol.slug)]
  const state = block && tracked ? await loadStateAt(database, requireLedger(tracked, null), block.number) : null
  if (!block || !tracked || !state) return one
  const ledger = { ...requireLedger(tracked, null), outlook: state.outlook }
  return { ...one, measurement: one.measurement && pickLens(await replay(database, ledger, block.number), lens), days: await recomputeDays(database, ledger, one.days, lens) }
}
