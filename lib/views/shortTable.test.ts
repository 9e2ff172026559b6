import { expect, it } from 'vitest'
import type { Table } from '@/lib/domain/chartSpec'
import { shortTable } from './shortTable'

const tableOf = (count: number): Table => ({
  caption: '', columns: [{ id: 'n', label: '', numeric: true }], rows: Array.from({ length: count }, (_, n) => [{ value: n, text: String(n) }]),
})
const values = (table: Table) => table.rows.map(([cell]) => cell?.value)

it('keeps the first and the last row, and as many between as asked for', () => {
  // 11 rows from 0 to 10, five of them: every two and a half, rounded.
  expect(values(shortTable(tableOf(11), 5))).toEqual([0, 3, 5, 8, 10])
  expect(new Set(values(shortTable(tableOf(157), 15))).size).toBe(15)
})

it('leaves a short table as it is', () => expect(values(shortTable(tableOf(3), 3))).toEqual([0, 1, 2]))
