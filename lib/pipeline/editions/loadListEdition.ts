import type { Database } from '@/db/database'
import { loadHolders } from '@/db/holders'
import { loadImport, loadImportWords } from '@/db/imports'
import type { TrackedProtocol } from '@/db/protocols'
import { readListWord } from '@/lib/domain/listWord'
import { headlineLens, toClosestLens, toLens } from '@/lib/ownership/lenses'
import type { ChartName } from '@/lib/publish/chartName'
import { toEmptyLoaded } from './emptyLoaded'
import { NoEditionError, requireLedger, type Edition, type EditionQuestion } from './loadEdition'
import { loadHeadlineBands } from './loadHeadlineBands'
import { toHolderRow } from './toHolderRow'

/**
 * Loads what a chart of an imported list is made from. An address that names no lens means the closest to the headline's under which the list was
 * measured, as nobody looked into the contracts of a list.
 *
 * @throws NoEditionError where there is no such list, or it was not measured so
 */
export async function loadListEdition(database: Database, protocol: TrackedProtocol, name: ChartName & { list: string }, question: EditionQuestion, rowsShown: number): Promise<Edition> {
  const wanted = readListWord(name.list)
  const snapshot = wanted && (await loadImport(database, protocol.tokenId, wanted))
  if (!snapshot) {
    const words = (await loadImportWords(database, protocol.tokenId)).map(({ word }) => word)
    throw new NoEditionError(404, `${protocol.slug} has no such imported list; it has ${words.slice(0, 20).join(', ') || 'none'}.`)
  }
  if (question.rules) throw new NoEditionError(400, 'An imported list keeps no ledger to make it from again under rules of one’s own: leave out rules.')
  const measured = snapshot.measurements.map(({ lens }) => lens)
  const lens = question.lens === headlineLens ? toClosestLens(headlineLens, measured) : question.lens
  const measurement = snapshot.measurements.find((one) => one.lens === lens)
  if (!lens || !measurement) throw new NoEditionError(400, `This list was not measured under the lens "${question.lens}": ask for ${measured.join(', ')}.`)
  const listed = name.chart.needs.includes('holders') ? await loadHolders(database, { snapshotId: snapshot.id, lens, offset: 0, limit: rowsShown }) : null
  return {
    ...name,
    question: { ...question, lens },
    protocol,
    snapshot,
    loaded: {
      ...toEmptyLoaded(lens),
      protocol,
      subject: { token: protocol.token, snapshot, measurement },
      band: name.chart.needs.includes('band') ? await loadHeadlineBands(database, requireLedger(protocol, null), snapshot, toLens(lens)) : null,
      holders: { rows: listed?.rows.map(toHolderRow) ?? [], matched: listed?.matched ?? 0 },
    },
    period: null,
  }
}
