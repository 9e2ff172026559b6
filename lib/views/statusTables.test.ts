import { expect, test } from 'vitest'
import type { QueueStatus } from '../domain/job'
import type { TokenStatus } from '../domain/tokenStatus'
import { failuresTable, jobsTable, ledgersTable } from './statusTables'

const names = new Map([['uniswap', 'Uniswap']])
const empty: TokenStatus = {
  protocol: 'uniswap', symbol: 'UNI', chainId: 1, lastBlock: null, lastTimestamp: null, lag: null, rate: null, transfers: 0, rows: 0,
  holders: 0, rejectedLogs: 0, readers: null, audit: null, snapshots: 0, syncedAt: null, error: null,
}
const texts = (table: { rows: readonly (readonly { text: string }[])[] }) => table.rows.map((row) => row.map(({ text }) => text))

test('a ledger that is read, and one that was never begun: unknown is not 0', () => {
  // 1711929600 is 2024-04-01T00:00:00Z.
  const read = { ...empty, lastBlock: 19_558_000, lastTimestamp: 1_711_929_600, lag: 0, rate: 1234.4, rows: 5000, audit: 'passed' as const, readers: { reading: true, waiting: 2 }, error: 'chain 1 does not answer' }
  expect(texts(ledgersTable([read, empty], names, 'en'))).toEqual([
    ['Uniswap', 'UNI', '19,558,000', '1 Apr 2024, 00:00 UTC', '0', '1,234', '5,000', 'passed', 'is being read, 2 waiting', 'chain 1 does not answer'],
    ['Uniswap', 'UNI', 'unknown', 'unknown', 'unknown', 'unknown', '0', 'none yet', 'unknown', 'none'],
  ])
  expect(ledgersTable([read], names, 'de').rows[0]![0]!.href).toBe('/de/protocols/uniswap')
})

const queue: QueueStatus = {
  workers: 2,
  kinds: [{ kind: 'sync', waiting: 3, running: 1, failed: 0 }],
  failures: [
    { kind: 'sync', protocol: 'uniswap', attempts: 2, maxAttempts: 8, nextTry: 1_711_929_600, reason: 'chain 1 does not answer' },
    { kind: 'daily', protocol: null, attempts: 8, maxAttempts: 8, nextTry: null, reason: 'The disk of the database is full' },
  ],
}

test('the queue by kind', () => expect(texts(jobsTable(queue, 'de'))).toEqual([['Abgleich', '3', '1', '0']]))

test('what failed, and when it is tried again', () => {
  expect(texts(failuresTable(queue, names, 'en'))).toEqual([
    ['Sync', 'Uniswap', '2 of 8', '1 Apr 2024, 00:00 UTC', 'chain 1 does not answer'],
    ['Daily run', 'all', '8 of 8', 'given up, anew with the next run', 'The disk of the database is full'],
  ])
  expect(failuresTable({ ...queue, failures: [] }, names, 'en').rows).toEqual([])
})
