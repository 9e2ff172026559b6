import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { Dialect } from '@/lib/publish/csv'
import { toReadme } from '@/lib/publish/readme'
import { toCsvw, toDataPackage } from '@/lib/publish/schemas'
import type { Publication } from '../publication'
import { toCsvFile } from './toCsvFile'
import { toKey, toMetadataJson } from './toJson'

/** Files in an archive carry the day of the data and no other time: the same data, the same bytes. */
const toTime = (day: string) => new Date(`${day}T00:00:00Z`)

/** The data with everything that explains them. */
export async function toZip(publication: Publication, full: boolean, dialect: Dialect, origin: URL): Promise<Uint8Array> {
  const { view, citable, fixedPlace } = publication
  const csv = await buffer(toCsvFile(publication, full, dialect))
  const file = { url: 'data.csv', columns: view.data.columns, citable, dialect }
  const name = toKey(fixedPlace).toLowerCase()
  const write = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  const zip = new ZipFile()
  const options = { mtime: toTime(citable.day), mode: 0o100644, forceDosTimestamp: true }
  zip.addBuffer(csv, 'data.csv', options)
  zip.addBuffer(write(toCsvw(file)), 'data.csv-metadata.json', options)
  zip.addBuffer(write(toDataPackage(file, name, csv.length)), 'datapackage.json', options)
  zip.addBuffer(write(toMetadataJson(publication, origin)), 'metadata.json', options)
  zip.addBuffer(Buffer.from(toReadme(view, citable, toKey(fixedPlace), new URL('/method', origin).href)), 'README.md', options)
  zip.end()
  return buffer(zip.outputStream as unknown as NodeJS.ReadableStream)
}
