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
const patterns = { number: /^-?\d+(\.\d+)?$/, code: /^[A-Za-z0-9][\w.:-]*$/ }

/**
 * Writes rows as CSV (RFC 4180: comma, CRLF, quotes doubled; UTF-8 without a byte order mark), in chunks of some hundred kilobytes,
 * so that a file of any size streams. The dialect 'excel-de' has semicolons, decimal commas and a byte order mark instead.
 *
 * @param rows at hand, or as they come, piece by piece: one wait a row would take longer than the row
 * @throws RangeError naming column and value when a number or code column is handed anything else
 * @example (await Array.fromAsync(toCsv([{ name: 'label', kind: 'text', value: (x) => x }], ['a, b']))).join('') // 'label\r\n"a, b"\r\n'
 */
export async function* toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<readonly Row[]>,
  dialect: Dialect = 'rfc4180',
): AsyncGenerator<string, void, undefined> {
  const { separator, mark } = dialects[dialect]
  let chunk = mark + columns.map(({ name }) => quote(name)).join(separator) + lineEnd
  const varying = columns.slice(0, columns.findLastIndex(({ constant }) => !constant) + 1)
  const write = varying.map((column) => toFieldWriter(column, dialect))
  let end: string | null = null
  for await (const piece of Symbol.asyncIterator in rows ? rows : [rows]) {
    for (const row of piece) {
      end ??= columns.slice(varying.length).map((column) => separator + toField(column, column.value(row), dialect)).join('').slice(varying.length === 0 ? 1 : 0) + lineEnd
      for (let place = 0; place < write.length; place++) chunk += place === 0 ? write[place]!(row) : separator + write[place]!(row)
      chunk += end
      if (chunk.length >= chunkLength) {
        yield chunk
        chunk = ''
      }
    }
  }
  if (chunk) yield chunk
}

/** Writes a column's fields. Many columns say the same in row after row: that is checked once. */
function toFieldWriter<Row>(column: CsvColumn<Row>, dialect: Dialect): (row: Row) => string {
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
