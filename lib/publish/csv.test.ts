import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv, type CsvColumn } from './csv'

const write = async <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]) => {
  let file = ''
  for await (const chunk of toCsv(columns, rows)) file += Buffer.from(chunk).toString()
  return file
}
const text: CsvColumn<string> = { name: 'label', kind: 'text', value: (row) => row }
const number: CsvColumn<string> = { name: 'balance', kind: 'number', value: (row) => row }
const code: CsvColumn<string> = { name: 'address', kind: 'code', value: (row) => row }

describe('toCsv', () => {
  it('ends every line with CRLF and writes the header first', async () => {
    expect(await write([text, number], [])).toBe('label,balance\r\n')
    expect(await write([number], ['1', '2.5'])).toBe('balance\r\n1\r\n2.5\r\n')
  })

  // RFC 4180, section 2, rules 5 to 7.
  it('quotes commas, quotes, line ends and outer blanks, and nothing else', async () => {
    expect(await write([text], ['a,b', 'a"b', 'a\nb', ' a', 'a b'])).toBe('label\r\n"a,b"\r\n"a""b"\r\n"a\nb"\r\n" a"\r\na b\r\n')
  })

  it('takes the sting out of formulas in text columns only', async () => {
    expect(await write([text], ['=HYPERLINK("x")', '+1', '-1', '@a', '\ta'])).toBe(
      'label\r\n"\'=HYPERLINK(""x"")"\r\n\'+1\r\n\'-1\r\n\'@a\r\n\'\ta\r\n',
    )
    expect(await write([number], ['-1.5'])).toBe('balance\r\n-1.5\r\n')
  })

  it('writes no value as an empty field', async () => {
    expect(await write([{ ...number, value: () => null }, text], ['a'])).toBe('balance,label\r\n,a\r\n')
  })

  it('refuses exponents, separators and unclean codes, naming the column', async () => {
    for (const wrong of ['1e-7', '1,234', 'NaN', 'Infinity', '=1']) {
      await expect(write([number], [wrong])).rejects.toThrow(`CSV column balance takes a number, got "${wrong}"`)
    }
    for (const wrong of ['-a', '=a', 'a b']) await expect(write([code], [wrong])).rejects.toThrow('CSV column address takes a code')
  })

  it('takes bytes from a column that writes them, but not where numbers have a comma', async () => {
    const bytes: CsvColumn<string> = { name: 'balance', kind: 'number', value: () => '2.5', write: (_, into, at) => ((into[at] = 0x37), at + 1) }
    expect(await write([bytes, text], ['a'])).toBe('balance,label\r\n7,a\r\n')
    let file = ''
    for await (const chunk of toCsv([bytes, text], ['a'], 'excel-de')) file += Buffer.from(chunk).toString()
    expect(file).toBe('\uFEFFbalance;label\r\n2,5;a\r\n')
  })

  it('comes back from csv-parse as it went in, in several chunks', async () => {
    // 9,000 rows of some fifty bytes are more than one chunk of 262,144.
    const rows = Array.from({ length: 9_000 }, (_, place) => `${place} ${'ä"\r\n,'.repeat(8)}`)
    expect(parse(await write([text], rows), { columns: true })).toEqual(rows.map((label) => ({ label })))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((word) => !/^[=+\-@\t\0]/.test(word))), async (words) => {
        expect(parse(await write([text, text], words), { from_line: 1 })).toEqual([['label', 'label'], ...words.map((word) => [word, word])])
      }),
    )
  })
})
