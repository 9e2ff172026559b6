import { toCsv, type CsvColumn } from '@/lib/publish/csv'
import { respond } from './http/respond'
import { toByteStream } from './http/toByteStream'

/** What a file answers with, beside its rows. */
interface CsvFile<Row> {
  /** Without '.csv' */
  name: string
  columns: readonly CsvColumn<Row>[]
  /** At hand, or as they come, piece by piece */
  rows: Iterable<Row> | AsyncIterable<readonly Row[]>
  /** Everything that the content follows from: the same version, the same bytes */
  version: readonly unknown[]
}

/** The form of our files; raised when columns change, so that no cache keeps the former ones. */
const formVersion = 1

/**
 * Answers with a CSV file, streamed row by row at the reader's pace, or with 304 where the reader has it already.
 * A failure in the middle breaks the connection: half a file must not look like a whole one.
 */
export function toCsvResponse<Row>(request: Request, { name, columns, rows, version }: CsvFile<Row>): Response {
  const words = JSON.stringify([formVersion, columns.map((column) => column.name), version], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  return respond(request, {
    body: () => toByteStream(toCsv(columns, rows)),
    contentType: 'text/csv; charset=utf-8; header=present',
    freshness: 'newest',
    version: words,
    headers: { 'Content-Disposition': `attachment; filename="${name}.csv"` },
  })
}
