import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setBalance, wordsPerBalance } from '@/lib/ledger/balanceWords'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { ChangeChunks } from './changeChunks'
import { copyBinary } from './copy'
import { inTransaction, type Database } from './database'
import { chunkColumns } from './ledgerTransactions'

let server: OpenTestDatabase
let database: Database

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  await database.pool.query(`insert into protocols (slug, position, definition) values ('p', 0, '{}')`)
  await database.pool.query(
    `insert into tokens (protocol, chain_id, address, symbol, name, decimals, first_block) select 'p', 1, '\\x01', 'T', 'T', 18, 0`,
  )
})
beforeEach(() => database.pool.query('delete from balance_change_chunks'))
afterAll(async () => {
  await server?.close()
})

type Change = readonly [block: number, account: number, balance: bigint]

async function keep(changes: readonly Change[]): Promise<void> {
  const { rows } = await database.pool.query<{ id: number }>('select id from tokens')
  const chunks = new ChangeChunks(rows[0]!.id)
  const words = new Uint32Array(wordsPerBalance)
  for (const [block, account, balance] of changes) {
    setBalance(words, 0, balance)
    chunks.append(block, account, words, 0)
  }
  await inTransaction(database, (_, client) => copyBinary(client, chunkColumns, chunks.take()))
}

async function loadAll(): Promise<Change[]> {
  const { rows } = await database.db.execute<{ b: string; a: number; v: string }>(
    sql`select block_number as b, account_id as a, balance::text as v from balance_changes order by block_number, account_id`,
  )
  return rows.map(({ b, a, v }) => [Number(b), a, BigInt(v)] as const)
}

describe('ChangeChunks', () => {
  it('gives Postgres each amount exactly: zero, both signs, any uint256, the most digits, blocks beyond 32 bits', async () => {
    const amounts = [0n, 1n, -1n, 9_999n, 10_000n, 10n ** 27n, 123n * 10n ** 40n, 2n ** 256n - 1n, -(2n ** 255n), 10n ** 78n - 1n, 1n - 10n ** 78n]
    const changes = amounts.map((amount, index): Change => [2 ** 32 - 3 + index, 2 ** 31 - 1 - index, amount])
    await keep(changes)
    expect(await loadAll()).toEqual(changes)
  })

  it('any amounts at all', async () => {
    const amount = fc.oneof(fc.bigInt({ min: -(2n ** 255n), max: 2n ** 256n - 1n }), fc.bigInt({ min: -100_000n, max: 100_000n }))
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { maxLength: 200 }), async (amounts) => {
        await database.pool.query('delete from balance_change_chunks')
        const changes = amounts.map((each, index): Change => [index >> 1, index, each])
        await keep(changes)
        expect(await loadAll()).toEqual(changes)
      }),
      { numRuns: 30, seed: 1 },
    )
  })

  it('never parts a block, and begins a new chunk when one is full', async () => {
    // 4,096 changes fill a chunk. Block 0 alone has 10,000; then 9,000 blocks with one each: chunks of 10,000, 4,096, 4,096 and 808.
    const changes = [
      ...Array.from({ length: 10_000 }, (_, account): Change => [0, account, BigInt(account)]),
      ...Array.from({ length: 9_000 }, (_, index): Change => [index + 1, index, 1n]),
    ]
    await keep(changes)
    const { rows } = await database.db.execute(sql`select first_block::int, last_block::int, changes from balance_change_chunks order by first_block`)
    expect(rows).toEqual([
      { first_block: 0, last_block: 0, changes: 10_000 },
      { first_block: 1, last_block: 4096, changes: 4096 },
      { first_block: 4097, last_block: 8192, changes: 4096 },
      { first_block: 8193, last_block: 9000, changes: 808 },
    ])
    expect(await loadAll()).toEqual(changes)
  })
})
