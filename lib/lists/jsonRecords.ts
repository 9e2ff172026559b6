import { isAddress } from './columnNames'
import { ListError } from './listError'
import type { ListRecord } from './listRecord'

/** Under these names explorers' APIs wrap the list: Etherscan and Dune `result`, `rows`; Blockscout `items`; others. */
const wrappers = ['result', 'rows', 'items', 'data', 'holders', 'balances']

/**
 * Lays a JSON list out as records, like those of a CSV with a header: an object address → amount, an array of objects (their keys are the
 * columns; `{"address": {"hash": "0x…"}}` as Blockscout writes it is read as the hash), or an array of arrays. Numbers keep every digit
 * that is written: JSON's own numbers would lose those beyond the 16th.
 *
 * @throws ListError for what is no JSON, no list, or an object that has the same key twice (JSON would keep the last alone)
 * @example jsonRecords('{"0x…01": 5e-09}') // [{ line: 1, cells: ['address', 'amount'] }, { line: 1, cells: ['0x…01', '5e-09'] }]
 */
export function jsonRecords(text: string): ListRecord[] {
  const list = unwrap(parseExactly(text))
  const lineOf = lineFinder(text)
  if (Array.isArray(list)) return Array.isArray(list[0]) ? toRows(list, lineOf) : toTable(list, lineOf)
  const entries = Object.entries(list as object)
  const written = text.match(/"0x[0-9a-fA-F]{40}"\s*:/g)?.length ?? 0
  if (written > entries.length) throw new ListError(findRepeated(text), 'the same key stands twice in one object, and JSON would keep only the last')
  return [
    { line: 1, cells: ['address', 'amount'] },
    ...entries.map(([key, value]) => ({ line: lineOf(key), cells: [key, toCell(value)] })),
  ]
}

/** Parses with every number as the text that was written. */
function parseExactly(text: string): unknown {
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => (token[0] === '"' ? token : `"${token}"`))
  try {
    return JSON.parse(quoted)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(message)?.[1]
    const line = position === undefined ? text.split('\n').length : quoted.slice(0, Number(position)).split('\n').length
    throw new ListError(line, 'begins like JSON and is none; check the brackets, quotes and commas here')
  }
}

function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) throw new ListError(1, 'no list: write an object address → amount, or an array')
  const wrapper = Array.isArray(value) ? undefined : wrappers.find((name) => typeof (value as Record<string, unknown>)[name] === 'object')
  return wrapper === undefined ? value : unwrap((value as Record<string, unknown>)[wrapper])
}

function toRows(list: readonly unknown[], lineOf: (text: string) => number): ListRecord[] {
  return list.map((row) => {
    const cells = Array.isArray(row) ? row.map(toCell) : [toCell(row)]
    return { line: lineOf(cells.find(isAddress) ?? ''), cells }
  })
}

function toTable(list: readonly unknown[], lineOf: (text: string) => number): ListRecord[] {
  const rows = list.map((row) => (typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : { '': row }))
  if (rows.length === 0) return []
  const names = [...new Set(rows.slice(0, 50).flatMap(Object.keys))]
  const records = rows.map((row) => {
    const cells = names.map((name) => toCell(row[name]))
    return { line: lineOf(cells.find(isAddress) ?? ''), cells }
  })
  return [{ line: 1, cells: names }, ...records]
}

function toCell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object' && 'hash' in value) return String(value.hash)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Tells the line of each account in turn, by looking on from the last one. */
function lineFinder(text: string): (account: string) => number {
  let at = 0
  let counted = 0
  let line = 1
  return (account) => {
    const found = account === '' ? -1 : text.indexOf(account, at)
    if (found !== -1) at = found + account.length
    for (let next = text.indexOf('\n', counted); next !== -1 && next < at; next = text.indexOf('\n', counted)) {
      counted = next + 1
      line++
    }
    return line
  }
}

function findRepeated(text: string): number {
  const seen = new Set<string>()
  for (const match of text.matchAll(/"(0x[0-9a-fA-F]{40})"\s*:/g)) {
    if (seen.has(match[1]!)) return text.slice(0, match.index).split('\n').length
    seen.add(match[1]!)
  }
  return 1
}
