import { spawnSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import Papa from 'papaparse'
import { from as copyFrom } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '@/db/database'
import { createTestDatabase, type TestDatabase } from '@/tests/postgres'
import { toCsv, type CsvColumn, type Dialect } from './csv'

type Row = readonly [string | null, string | null, string | null]
const columns: CsvColumn<Row>[] = [
  { name: 'label', kind: 'text', value: ([text]) => text },
  { name: 'balance_raw', kind: 'number', value: ([, number]) => number },
  { name: 'id', kind: 'code', value: ([, , code]) => code },
]

/** What anybody may put into a label: every plane of Unicode, the signs of CSV, of formulas, of line ends. */
const label = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', ' ', '\t', "'", '=', '+', '-', '@', '\\', 'ß', '😀', 'NULL', '\\N', '\\.'), maxLength: 12 }),
)
  // Neither PostgreSQL nor a file of text has a place for NUL; half a surrogate pair is no text.
  .map((text) => text.replace(/\0|[\uD800-\uDFFF]/gu, ''))
const number = fc.oneof(fc.bigInt({ min: -(2n ** 255n), max: 2n ** 256n - 1n }).map(String), fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 10 ** 9 })).map(([whole, part]) => `${whole}.${part}`))
const rows = fc.array(fc.tuple(fc.option(label), fc.option(number), fc.option(fc.constantFrom('0x1F98', 'ok', '2026-04-01', 'a_b.c:d'))), { minLength: 1, maxLength: 25 })

const write = async (data: readonly Row[], dialect: Dialect = 'rfc4180') => {
  let file = ''
  for await (const chunk of toCsv(columns, data, dialect)) file += Buffer.from(chunk).toString()
  return file
}
/** What a reader must find: a formula disarmed by an apostrophe, no value as nothing, all else as it was. */
const expected = (data: readonly Row[]) => data.map(([text, ...rest]) => [/^[=+\-@\t\r]/.test(text ?? '') ? `'${text}` : text ?? '', ...rest.map((value) => value ?? '')])
const head = ['label', 'balance_raw', 'id']

/** Where Python is: its own reader is what pandas and most scripts build on. */
const python = spawnSync('python3', ['-c', 'import csv']).status === 0

let server: TestDatabase
let database: Database
beforeAll(async () => {
  server = await createTestDatabase()
  database = openDatabase(server.url)
  await database.pool.query('create table fields (place serial, label text, balance_raw text, id text)')
})
afterAll(async () => {
  await database?.close()
  await server?.drop()
})

describe('a file comes back as it went in', () => {
  it('from csv-parse and Papa, in both dialects', async () => {
    await fc.assert(fc.asyncProperty(rows, async (data) => {
      const file = await write(data)
      expect(parse(file)).toEqual([head, ...expected(data)])
      // Papa keeps the empty line that the last line end begins.
      expect(Papa.parse<string[]>(file, { newline: '\r\n', delimiter: ',' }).data.slice(0, -1)).toEqual([head, ...expected(data)])
      const german = await write(data, 'excel-de')
      expect(german.startsWith('\uFEFFlabel;')).toBe(true)
      const commas = expected(data).map(([text, amount = '', code]) => [text, amount.replace('.', ','), code])
      expect(parse(german, { delimiter: ';', bom: true })).toEqual([head, ...commas])
    }), { numRuns: 300 })
  })

  it.skipIf(!python)('from Python’s csv (skipped where there is no python3)', async () => {
    const samples = fc.sample(rows, 200)
    const files = await Promise.all(samples.map((data) => write(data)))
    const script = 'import csv, io, json, sys\nprint(json.dumps([list(csv.reader(io.StringIO(text, newline=""))) for text in json.load(sys.stdin)]))'
    const { stdout } = spawnSync('python3', ['-c', script], { input: JSON.stringify(files), encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, PYTHONIOENCODING: 'utf-8' } })
    expect(JSON.parse(stdout)).toEqual(samples.map((data) => [head, ...expected(data)]))
  })

  it('from COPY of PostgreSQL, where an empty field is null', async () => {
    await fc.assert(fc.asyncProperty(rows, async (data) => {
      const client = await database.pool.connect()
      try {
        await client.query('truncate fields restart identity')
        await pipeline(Readable.from([Buffer.from(await write(data))]), client.query(copyFrom('copy fields (label, balance_raw, id) from stdin with (format csv, header match)')))
        const { rows: found } = await client.query<string[]>({ text: 'select label, balance_raw, id from fields order by place', rowMode: 'array' })
        expect(found).toEqual(expected(data).map((row) => row.map((value) => (value === '' ? null : value))))
      } finally {
        client.release()
      }
    }), { numRuns: 60 })
  })
})
