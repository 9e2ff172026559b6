/** One row of a list: its cells, and the line of the file in which it begins (from 1). */
export interface ListRecord {
  line: number
  cells: readonly string[]
}
