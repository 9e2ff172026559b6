import { delimitedRecords } from './delimitedRecords'
import { jsonRecords } from './jsonRecords'
import { toKey } from './columnNames'
import { ListError } from './listError'

/** One row of a list whose columns have names. */
export interface NamedRow<Column extends string> {
  line: number
  /** What stands in a column, without spaces around it; '' where it is empty or there is no such column */
  cell: (column: Column) => string
  /** What is wrong with it, with line and the column's own name */
  wrong: (column: Column, problem: string) => ListError
}

/**
 * Reads a list with a header, CSV or JSON, by the names of its columns.
 *
 * @param names under which names each column may stand, best first; compared by `toKey`
 * @param within under which names a JSON document holds the list
 * @returns its rows, and which columns there are
 * @throws ListError where there is nothing, or no header
 * @example readNamedRows('Voter,VP\n0x…,5', { voter: ['voter'], power: ['vp'] }, []).rows[0]?.cell('power') // '5'
 */
export function readNamedRows<Column extends string>(text: string, names: Readonly<Record<Column, readonly string[]>>, within: readonly string[]): { rows: NamedRow<Column>[]; has: (column: Column) => boolean; header: readonly string[] } {
  const [first, ...records] = [...(/^\s*[[{]/.test(text) ? jsonRecords(text, { within }) : delimitedRecords(text))]
  if (!first) throw new ListError(1, 'the file is empty')
  const keys = first.cells.map(toKey)
  const places = new Map((Object.keys(names) as Column[]).map((column) => [column, keys.indexOf(names[column].find((name) => keys.includes(name)) ?? '\0')]))
  const placeOf = (column: Column) => places.get(column)!
  const rows = records.map(({ line, cells }): NamedRow<Column> => {
    const cell = (column: Column) => (cells[placeOf(column)] ?? '').trim()
    return { line, cell, wrong: (column, problem) => new ListError(line, `column "${first.cells[placeOf(column)] ?? column}": "${cell(column).replace(/\s+/g, ' ').slice(0, 60)}" ${problem}`) }
  })
  return { rows, has: (column) => placeOf(column) >= 0, header: first.cells }
}
