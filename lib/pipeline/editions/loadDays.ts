import type { Database } from '@/db/database'
import { loadHistory, type HistoryDay } from '@/db/history'
import type { SavedSnapshot } from '@/db/snapshots'
import { toLens } from '@/lib/ownership/lenses'
import type { LoadedDay } from '@/lib/publish/view'
import { askOnce } from '../askOnce'
import type { Ledger } from '../ledger'
import { hasFiguresOf, toRecipe } from '../recipe'
import { keepsComposition } from '../toMeasurements'
import { recomputeDays } from './recomputeDays'
import type { EditionQuestion } from './loadEdition'

/**
 * The days up to an edition's block, its own at the end, cut to what was asked for. Days that were made with other labels than the
 * snapshot's are made with those again, where the lens leaves accounts out: a block that was cited has the same line for ever.
 *
 * @param needsRoles whether it matters who held by role, and so every label that names one
 */
export async function loadDays(database: Database, ledger: Ledger, snapshot: SavedSnapshot | null, question: EditionQuestion, needsRoles: boolean): Promise<LoadedDay[]> {
  const block = snapshot?.block
  if (!block) return []
  const { lens, from, to } = question
  const { tokenId } = ledger
  // A block that turns out to be the last of its day stays the snapshot that was cited.
  const isBefore = (day: HistoryDay) => (snapshot.origin === 'chain' ? day.block < block.number : day.block <= block.number)
  const days = (await loadHistory(database, tokenId, lens)).filter((day) => day.origin === 'ledger' && isBefore(day))
  const recipe = toRecipe(ledger.outlook)
  const rolesMatter = needsRoles && keepsComposition(toLens(lens))
  const isStale = ({ recipe: made }: HistoryDay) => (rolesMatter ? made !== recipe : !hasFiguresOf(made, recipe))
  const kept = lens !== 'raw' && days.some(isStale)
    ? await askOnce('days', [tokenId, lens, recipe, days.length, days[0]!.block, days.at(-1)!.block].join(':'), () => recomputeDays(database, ledger, days, toLens(lens)))
    : days
  const measurement = snapshot.measurements.find((one) => one.lens === lens)
  const own: LoadedDay[] = measurement && snapshot.origin === 'chain' && (kept.at(-1)?.day ?? '') < snapshot.day
    ? [{ origin: 'chain', day: snapshot.day, block: block.number, timestamp: block.timestamp, denominator: measurement.denominator, metrics: measurement.metrics, composition: measurement.composition }]
    : []
  return [...kept, ...own].filter(({ day }) => (from === null || day >= from) && (to === null || day <= to))
}
