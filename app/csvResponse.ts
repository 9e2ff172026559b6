import { createHash } from 'node:crypto'
import { toCsv, type CsvColumn } from '@/lib/publish/csv'

/** What a file answers with, beside its rows. */
interface CsvFile<Row> {
  /** Without '.csv' */
  name: string
  columns: readonly CsvColumn<Row>[]
  rows: Iterable<Row> | AsyncIterable<Row>
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
  const etag = `"${createHash('sha256').update(words).digest('hex').slice(0, 32)}"`
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Disposition, ETag',
    ETag: etag,
  }
  const known = request.headers.get('if-none-match')?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag) || known?.includes('*')) return new Response(null, { status: 304, headers })
  const chunks = toCsv(columns, rows)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await chunks.return()
    },
  })
  return new Response(body, { headers })
}
