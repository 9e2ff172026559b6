import type { CsvColumn } from './csv'

/** A column of data: its name, and what may stand in it. The same in every language. */
export type DataColumn = Pick<CsvColumn<unknown>, 'name' | 'kind' | 'words'>

/** A view's numbers for files: exact decimal strings, words and ids; null is no value. What is hashed, cited and written as CSV and JSON. */
export interface DataTable {
  columns: readonly DataColumn[]
  /** All of them, which stay in memory with the table */
  rows: readonly DataRow[]
  /** The same, written one after the other for whoever needs each only once: a pool may have tens of thousands of providers */
  eachRow: () => Iterable<DataRow>
}
export type DataRow = readonly (string | null)[]

/**
 * Rows of any kind as a table of strings, cell by cell as the columns say; written when they are first asked for, as a page shows none of them.
 *
 * @example toDataTable([{ name: 'rank', kind: 'number', value: (rank: number) => String(rank) }], [1]).rows // [['1']]
 */
export function toDataTable<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): DataTable {
  let written: DataTable['rows'] | undefined
  const write = (row: Row): DataRow => columns.map(({ value }) => value(row))
  return {
    columns: columns.map(({ name, kind, words }) => (words ? { name, kind, words } : { name, kind })),
    get rows() {
      return (written ??= rows.map(write))
    },
    *eachRow() {
      if (written) yield* written
      else for (const row of rows) yield write(row)
    },
  }
}

/**
 * The columns of a table that is one already, for the CSV writer.
 *
 * @example toDataColumns({ columns: [{ name: 'rank', kind: 'number' }], rows: [['1']] })[0]?.value(['1']) // '1'
 */
export const toDataColumns = ({ columns }: DataTable): CsvColumn<DataRow>[] =>
  columns.map(({ name, kind }, place) => ({ name, kind, value: (row) => row[place] ?? null }))
