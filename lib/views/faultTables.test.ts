import { expect, test } from 'vitest'
import { incidentsTable, rejectionsTable } from './faultTables'

const texts = (table: { rows: readonly (readonly { text: string }[])[] }) => table.rows.map((row) => row.map(({ text }) => text))

test('what endpoints did wrong, in plain words', () => {
  // 1711929600 is 2024-04-01T00:00:00Z.
  const incident = { chainId: 1, kind: 'missing' as const, times: 1234, since: 1_711_929_600, last: 1_711_929_660, reason: 'another one has more' }
  expect(texts(incidentsTable([incident], 'en'))).toEqual([['1', 'Logs left out', '1,234', '1 Apr 2024, 00:00 UTC', '1 Apr 2024, 00:01 UTC', 'another one has more']])
  expect(texts(incidentsTable([incident], 'de'))[0]!.slice(1, 3)).toEqual(['Logs ausgelassen', '1.234'])
  expect(incidentsTable([], 'en').rows).toEqual([])
})

test('logs that are no transfer, and why', () => {
  const rejection = { protocol: 'uniswap', symbol: 'UNI', reason: 'four topics', logs: 2, firstBlock: 1000, lastBlock: 2000 }
  expect(texts(rejectionsTable([rejection], new Map([['uniswap', 'Uniswap']]), 'en'))).toEqual([['Uniswap', 'UNI', '2', 'four topics', '1,000', '2,000']])
  expect(rejectionsTable([], new Map(), 'en').rows).toEqual([])
})
