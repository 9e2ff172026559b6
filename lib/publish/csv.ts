import type { Text } from '@/lib/domain/text'

/**
 * One column of a CSV file. Its kind decides what may stand in it:
 * - `text`: words that somebody else chose (labels, token names). Guarded against formula injection.
 * - `number`: a decimal string, `-?digits[.digits]`. Never an exponent, never thousands separators.
 * - `code`: a word of ours: an id, an address, a date. Letters, digits and `_ . : -`.
 */
export interface CsvColumn<Row> {
  /** snake_case, with its unit at the end, as in `share_pct` */
  name: string
  kind: 'text' | 'number' | 'code'
  /** null is an empty field: there is no value. Never write 0 for it. */
  value: (row: Row) => string | null
  /** The same as ASCII bytes from a place on, and where they end: for numbers and codes of files so long that strings would take most of the time */
  write?: (row: Row, into: Uint8Array, at: number) => number
  /** What it holds, where no list of columns says so */
  words?: Text
  /** Whether it says the same in every row of a file; it is then asked once */
  constant?: boolean
}

/** How a file is written: for machines, or for the German Excel, which takes commas in numbers and asks for a byte order mark. */
export const dialects = {
  rfc4180: { separator: ',', point: '.', mark: '' },
  'excel-de': { separator: ';', point: ',', mark: '\uFEFF' },
} as const
export type Dialect = keyof typeof dialects

const lineEnd = '\r\n'
const chunkLength = 262_144
/** No field of digits is longer: 78 of them, and at most 255 behind the point. */
const longestWritten = 400
/** UTF-8 takes at most so many bytes for a unit of UTF-16 */
const bytesPerUnit = 3
const patterns = { number: /^-?\d+(\.\d+)?$/, code: /^[A-Za-z0-9][\w.:-]*$/ }

/**
 * Writes rows as CSV (RFC 4180: comma, CRLF, quotes doubled; UTF-8 without a byte order mark), as bytes in chunks of some hundred kilobytes
 * that end with a row, so that a file of any size streams. The dialect 'excel-de' has semicolons, decimal commas and a byte order mark instead.
 *
 * @param rows at hand, or as they come, piece by piece: one wait a row would take longer than the row
 * @throws RangeError naming column and value when a number or code column is handed anything else
 * @example Buffer.concat(await Array.fromAsync(toCsv([{ name: 'label', kind: 'text', value: (x) => x }], ['a, b']))).toString() // 'label\r\n"a, b"\r\n'
 */
export async function* toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<readonly Row[]>,
  dialect: Dialect = 'rfc4180',
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { separator, mark } = dialects[dialect]
  const varying = columns.slice(0, columns.findLastIndex(({ constant }) => !constant) + 1)
  // Bytes have a point.
  const writers = varying.map(({ write }) => (dialects[dialect].point === '.' ? write : undefined))
  const read = varying.map((column) => toFieldReader(column, dialect))
  const fields = varying.map(() => '')
  const comma = separator.charCodeAt(0)
  let chunk = Buffer.allocUnsafe(chunkLength)
  let at = chunk.write(mark + columns.map(({ name }) => quote(name)).join(separator) + lineEnd)
  let end: Buffer | null = null
  for await (const piece of Symbol.asyncIterator in rows ? rows : [rows]) {
    for (const row of piece) {
      end ??= Buffer.from(columns.slice(varying.length).map((column) => separator + toField(column, column.value(row), dialect)).join('').slice(varying.length === 0 ? 1 : 0) + lineEnd)
      let most = end.length
      for (let place = 0; place < fields.length; place++) most += writers[place] ? longestWritten : 1 + bytesPerUnit * (fields[place] = read[place]!(row)).length
      if (at + most > chunk.length) {
        yield chunk.subarray(0, at)
        chunk = Buffer.allocUnsafe(Math.max(chunkLength, most))
        at = 0
      }
      for (let place = 0; place < fields.length; place++) {
        if (place > 0) chunk[at++] = comma
        const writer = writers[place]
        if (writer) at = writer(row, chunk, at)
        // Most fields are empty or ASCII; a row as one string would leave a kilobyte of waste.
        else if (fields[place] !== '') at += chunk.write(fields[place]!, at, varying[place]!.kind === 'text' ? 'utf8' : 'latin1')
      }
      at += end.copy(chunk, at)
    }
  }
  yield chunk.subarray(0, at)
}

/** Reads a column's fields, as they stand in the file. Many columns say the same in row after row: that is checked once. */
function toFieldReader<Row>(column: CsvColumn<Row>, dialect: Dialect): (row: Row) => string {
  let text: string | null = null
  let field = ''
  return (row) => {
    const next = column.value(row)
    if (next !== text) {
      field = toField(column, next, dialect)
      text = next
    }
    return field
  }
}

function toField<Row>({ name, kind }: CsvColumn<Row>, text: string | null, dialect: Dialect): string {
  if (text === null || text === '') return ''
  if (kind === 'text') return quote(guard(text))
  if (!patterns[kind].test(text)) throw new RangeError(`CSV column ${name} takes a ${kind}, got ${JSON.stringify(text)}`)
  return kind === 'number' ? text.replace('.', dialects[dialect].point) : text
}

/** A spreadsheet runs a field that begins like this as a formula (OWASP ASVS 5, 1.2.10): an apostrophe makes it text. */
const guard = (text: string): string => (/^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text)

const quote = (text: string): string => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
