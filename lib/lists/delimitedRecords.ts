import { isAddress, isAddressName } from './columnNames'
import { ListError } from './listError'
import type { ListRecord } from './listRecord'

/**
 * Splits delimited text (RFC 4180: CSV, also with tabs, semicolons or bars) into its records: quotes, quotes within quotes, line breaks
 * within quotes, CRLF. Blank records are left out. Reads one record at a time, so a long list is never held twice.
 *
 * @throws ListError when a quote is never closed
 * @example [...delimitedRecords('address,balance\r\n"0x…","1,234.5"\r\n')] // [{line: 1, cells: ['address', 'balance']}, {line: 2, …}]
 */
export function* delimitedRecords(text: string): Generator<ListRecord> {
  const delimiter = findDelimiter(text)
  const endOfLine = (from: number) => {
    const end = text.indexOf('\n', from)
    return end === -1 ? text.length : end
  }
  let line = 1
  for (let start = 0; start < text.length; ) {
    const first = line++
    let end = endOfLine(start)
    let quotes = countQuotes(text.slice(start, end))
    // An odd number of quotes means that a quoted cell goes on in the next line.
    while (quotes % 2 === 1) {
      if (end >= text.length) throw new ListError(first, 'a quote is opened here and never closed')
      const next = endOfLine(end + 1)
      quotes += countQuotes(text.slice(end + 1, next))
      end = next
      line++
    }
    const row = text.slice(start, text[end - 1] === '\r' ? end - 1 : end)
    const cells = quotes === 0 ? row.split(delimiter) : splitQuoted(row, delimiter)
    if (cells.some((cell) => cell.trim() !== '')) yield { line: first, cells }
    start = end + 1
  }
}

function countQuotes(row: string): number {
  let count = 0
  for (let at = row.indexOf('"'); at !== -1; at = row.indexOf('"', at + 1)) count++
  return count
}

function splitQuoted(row: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= row.length; ) {
    const close = row[at] === '"' ? closingQuote(row, at) : -1
    const end = row.indexOf(delimiter, close === -1 ? at : close + 1)
    const stop = end === -1 ? row.length : end
    cells.push(close === -1 ? row.slice(at, stop) : row.slice(at + 1, close).replaceAll('""', '"') + row.slice(close + 1, stop))
    at = stop + 1
  }
  return cells
}

/** Where the quote that opens at `open` closes; -1 if nowhere in this row. A doubled quote stands for itself. */
function closingQuote(row: string, open: number): number {
  let close = row.indexOf('"', open + 1)
  while (close !== -1 && row[close + 1] === '"') close = row.indexOf('"', close + 2)
  return close
}

/**
 * The delimiter of the first line: the one that makes an address, or the name of an address column, a cell of its own.
 * Comma comes last, because it also stands within numbers.
 */
function findDelimiter(text: string): string {
  const row = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? ''
  const splits = ['\t', ';', '|', ','].map((delimiter) => ({ delimiter, cells: splitQuoted(row, delimiter) }))
  const several = splits.filter(({ cells }) => cells.length > 1)
  const found = several.find(({ cells }) => cells.some((cell) => isAddress(cell) || isAddressName(cell)))
  return (found ?? several.at(-1))?.delimiter ?? ','
}
