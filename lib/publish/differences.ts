import type { DataTable } from './dataTable'

/**
 * Where two tables of the same chart differ, in words: cell by cell, the first ones only.
 *
 * @param one what was published
 * @param other what it should be
 * @param most differences that are told; how many more there are is said
 * @returns empty where they are equal
 * @example toDifferences(published, recomputed, 5) // ['row 1, gini: published 0.93, from the ledger 0.94']
 */
export function toDifferences(one: DataTable, other: DataTable, most: number): string[] {
  const names = (table: DataTable) => table.columns.map(({ name }) => name).join(', ')
  if (names(one) !== names(other)) return [`columns: published ${names(one)}, from the ledger ${names(other)}`]
  const told: string[] = []
  if (one.rows.length !== other.rows.length) told.push(`rows: published ${one.rows.length}, from the ledger ${other.rows.length}`)
  const shared = Math.min(one.rows.length, other.rows.length)
  let more = 0
  for (let row = 0; row < shared; row++) {
    one.columns.forEach(({ name }, at) => {
      const [published, made] = [one.rows[row]![at], other.rows[row]![at]]
      if (published === made) return
      if (told.length < most) told.push(`row ${row + 1}, ${name}: published ${published ?? 'nothing'}, from the ledger ${made ?? 'nothing'}`)
      else more += 1
    })
  }
  return more > 0 ? [...told, `and ${more} more`] : told
}
