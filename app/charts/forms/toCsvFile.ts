import { streamHolders } from '@/db/holders'
import { toCsv, type CsvColumn, type Dialect } from '@/lib/publish/csv'
import { toDataColumns } from '@/lib/publish/dataTable'
import { requireLedger } from '@/lib/pipeline/editions/loadEdition'
import { toHolderRow, toHolderRows } from '@/lib/pipeline/editions/toHolderRow'
import { replayDistribution } from '@/lib/pipeline/replay'
import type { HolderRow } from '@/lib/views/holderRow'
import { sharedDatabase } from '../../database'
import type { Publication } from '../publication'

/** A view's data as CSV; of a long list all rows where `full`, streamed as they come from the database. */
export function toCsvFile(publication: Publication, full: boolean, dialect: Dialect): AsyncGenerator<string> {
  const { edition, view } = publication
  const columns = full ? edition.chart.holderColumns?.(edition.loaded) : null
  return columns ? toCsv<HolderRow>(columns as readonly CsvColumn<HolderRow>[], toRows(publication), dialect) : toCsv(toDataColumns(view.data), view.data.rows, dialect)
}

async function* toRows({ edition }: Publication): AsyncGenerator<readonly HolderRow[]> {
  const { protocol, snapshot, listed, question, pool, loaded } = edition
  if (!protocol || !snapshot) return
  const database = sharedDatabase()
  if (listed) {
    for await (const piece of streamHolders(database, snapshot.id, question.lens)) yield piece.map(toHolderRow)
    return
  }
  if (!snapshot.block) return
  yield toHolderRows(await replayDistribution(database, requireLedger(protocol, pool), snapshot.block.number, loaded.lens), protocol.labels, Infinity)
}

/** Text as bytes, at the reader's pace. A failure in the middle breaks the connection: half a file must not look like a whole one. */
export function toByteStream(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
