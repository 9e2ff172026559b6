import { isAddress } from './columnNames'
import { ListError } from './listError'
import type { ListRecord } from './listRecord'

/** Under these names explorers' APIs wrap the list: Etherscan and Dune `result`, `rows`; Blockscout `items`; others. */
const wrappers = ['result', 'rows', 'items', 'data', 'holders', 'balances', 'labels', 'addresses', 'accounts']

/**
 * Lays a JSON list out as records, like those of a CSV with a header: an object address → amount, an array of objects (their keys are the
 * columns; `{"address": {"hash": "0x…"}}` as Blockscout writes it is read as the hash), or an array of arrays. Numbers keep every digit
 * that is written: JSON's own numbers would lose those beyond the 16th.
 *
 * @param within names under which the list stands, looked for before those that are known
 * @param nested whether an object address → object is a list too: the key is one column, what it says the others
 * @throws ListError for what is no JSON, no list, or an object that has the same key twice (JSON would keep the last alone)
 * @example jsonRecords('{"0x…01": 5e-09}') // [{ line: 1, cells: ['address', 'amount'] }, { line: 1, cells: ['0x…01', '5e-09'] }]
 */
export function* jsonRecords(text: string, { nested = false, within = [] }: { nested?: boolean; within?: readonly string[] } = {}): Generator<ListRecord> {
  const list = unwrap(parseExactly(text), [...within, ...wrappers])
  const lineOf = lineFinder(text)
  if (Array.isArray(list)) return yield* Array.isArray(list[0]) ? toRows(list, lineOf) : toTable(list, lineOf)
  const amounts = list as Record<string, unknown>
  const keys = Object.keys(amounts)
  refuseRepeated(text, keys.length)
  if (nested && keys.length > 0 && Object.values(amounts).every(isPlainObject)) return yield* toTable(keys.map((key) => Object.assign({ address: '' }, amounts[key], { address: key })), lineOf)
  yield { line: 1, cells: ['address', 'amount'] }
  for (const key of keys) yield { line: lineOf(key), cells: [key, toCell(amounts[key])] }
}

/** Numbers that are too long for a double. Shorter ones, up to 15 digits, come back as they were written. */
const longNumber = /[:,[\s]-?\d[\d.eE+-]{15}/
const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g

/** Parses with every long number as the text that was written. */
function parseExactly(text: string): unknown {
  const quote = (token: string) => (token[0] === '"' ? token : `"${token}"`)
  const quoted = longNumber.test(text) ? text.replace(stringOrLongNumber, quote) : text
  try {
    return JSON.parse(quoted)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(message)?.[1]
    const line = position === undefined ? text.split('\n').length : quoted.slice(0, Number(position)).split('\n').length
    throw new ListError(line, 'begins like JSON and is none; check the brackets, quotes and commas here')
  }
}

function unwrap(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) throw new ListError(1, 'no list: write an object address → amount, or an array')
  const wrapper = Array.isArray(value) ? undefined : names.find((name) => typeof (value as Record<string, unknown>)[name] === 'object')
  return wrapper === undefined ? value : unwrap((value as Record<string, unknown>)[wrapper], names)
}

function* toRows(list: readonly unknown[], lineOf: (account: string) => number): Generator<ListRecord> {
  for (const row of list) {
    const cells = Array.isArray(row) ? row.map(toCell) : [toCell(row)]
    yield { line: lineOf(cells.find(isAddress) ?? ''), cells }
  }
}

function* toTable(list: readonly unknown[], lineOf: (account: string) => number): Generator<ListRecord> {
  const toRow = (row: unknown) => (typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : { '': row })
  const names = [...new Set(list.flatMap((row) => Object.keys(toRow(row))))]
  if (list.length > 0) yield { line: 1, cells: names }
  for (const row of list) {
    const cells = names.map((name) => toCell(toRow(row)[name]))
    yield { line: lineOf(cells.find(isAddress) ?? ''), cells }
  }
}

const isPlainObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

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

/** Two spellings of an account are two keys, and are added up later; the same spelling twice has lost one amount already. */
function refuseRepeated(text: string, keys: number): void {
  const written = /"(0x[0-9a-fA-F]{40})"\s*:/g
  let count = 0
  while (written.test(text)) count++
  if (count <= keys) return
  const seen = new Set<string>()
  for (const { 1: key = '', index } of text.matchAll(written)) {
    if (seen.has(key)) {
      const line = text.slice(0, index).split('\n').length
      throw new ListError(line, 'the same key stands twice in one object, and JSON would keep only the last')
    }
    seen.add(key)
  }
}
