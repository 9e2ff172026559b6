/**
 * Columns as wide as what is in them, for a terminal.
 *
 * @param right the indexes of the columns that stand right, as numbers do
 * @example toTable(['name', 'n'], [['a', '10']], [1]) // 'name   n\na     10'
 */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const toCell = (text: string, column: number) => (right.includes(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0))
  return all.map((row) => row.map(toCell).join('  ').trimEnd()).join('\n')
}
