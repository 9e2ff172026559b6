import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Dialect } from '@/lib/publish/csv'
import { toReadme } from '@/lib/publish/readme'
import { toCsvw, toDataPackage } from '@/lib/publish/schemas'
import type { Publication } from '../publication'
import { toCsvFile } from './toCsvFile'
import { toKey, toMetadataJson } from './toJson'

/** Files in an archive carry the day of the data and no other time: the same data, the same bytes. */
const toTime = (day: string) => new Date(`${day}T00:00:00Z`)

/** The data with everything that explains them, as they are made and at the reader's pace: a list of any length takes the same memory. */
export function toZip(publication: Publication, full: boolean, dialect: Dialect, origin: URL): Readable {
  const { view, citable, fixedPlace } = publication
  const file = { url: 'data.csv', columns: view.data.columns, citable, dialect }
  const name = toKey(fixedPlace).toLowerCase()
  const write = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  const options = { mtime: toTime(citable.day), mode: 0o100644, forceDosTimestamp: true }
  let bytes = 0
  const rows = Readable.from(countBytes(toCsvFile(publication, full, dialect), (length) => (bytes += length)), { objectMode: false })
  const zip = new ZipFile()
  zip.addReadStream(rows, 'data.csv', options)
  zip.addBuffer(write(toCsvw(file)), 'data.csv-metadata.json', options)
  // Asked for when the rows are through: only then is it known how long they are.
  zip.addReadStreamLazy('datapackage.json', options, (give) => give(null, Readable.from([write(toDataPackage(file, name, bytes))])))
  zip.addBuffer(write(toMetadataJson(publication, origin)), 'metadata.json', options)
  zip.addBuffer(Buffer.from(toReadme(view, citable, toKey(fixedPlace), new URL('/method', origin).href)), 'README.md', options)
  zip.end()
  return joinFates(rows, zip.outputStream as PassThrough)
}

async function* countBytes(chunks: AsyncIterable<Uint8Array>, count: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length)
    yield chunk
  }
}

/** Pipes hand on what is read and not what fails: rows that break off break the archive off, and a reader who leaves ends the rows. */
function joinFates(rows: Readable, archive: PassThrough): Readable {
  rows.once('error', (error) => archive.destroy(error))
  archive.once('close', () => rows.destroy())
  return archive
}
