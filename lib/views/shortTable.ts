import type { Table } from '@/lib/domain/chartSpec'

/**
 * Some rows of a long table, evenly from the first to the last, for places that link to all of them.
 *
 * @param most 2 or more
 * @example shortTable(tableOf(157), 15).rows.length // 15
 */
export function shortTable(table: Table, most: number): Table {
  const last = table.rows.length - 1
  if (last < most) return table
  const rows = Array.from({ length: most }, (_, place) => table.rows[Math.round((place * last) / (most - 1))]!)
  return { ...table, rows }
}
