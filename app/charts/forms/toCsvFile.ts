import { toCsv, type CsvColumn, type Dialect } from '@/lib/publish/csv'
import { toDataColumns } from '@/lib/publish/dataTable'
import { requireLedger } from '@/lib/pipeline/editions/loadEdition'
import { streamHolderRows } from '@/lib/pipeline/editions/streamHolderRows'
import type { HolderRow } from '@/lib/views/holderRow'
import { sharedDatabase } from '../../database'
import type { Publication } from '../publication'

/** A view's data as CSV; of a long list all rows where `full`, streamed as they come from the database. */
export function toCsvFile(publication: Publication, full: boolean, dialect: Dialect): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { edition, view } = publication
  const columns = full ? edition.chart.holderColumns?.(edition.loaded) : null
  return columns ? toCsv<HolderRow>(columns as readonly CsvColumn<HolderRow>[], toRows(publication), dialect) : toCsv(toDataColumns(view.data), view.data.eachRow(), dialect)
}

function toRows({ edition: { protocol, snapshot, pool, loaded } }: Publication): Iterable<HolderRow> | AsyncIterable<readonly HolderRow[]> {
  return protocol && snapshot ? streamHolderRows(sharedDatabase(), requireLedger(protocol, pool), snapshot, loaded.lens) : []
}
