import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { toAccount } from '@/tests/tokenChain'
import { readGas } from './readGas'

let server: OpenTestDatabase
let database: Database
beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
})
afterAll(() => server?.close())

const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]
const toHash = (digit: string) => `0x${digit.repeat(64)}`
const asked: string[] = []
const reader = {
  chainId: 1,
  readTransactionFees: async (hashes: readonly string[]) => {
    asked.push(...hashes)
    return hashes.map((hash) => (hash === toHash('f') ? { status: 'failed' as const, reason: 'no answer' } : { status: 'ok' as const, sender: ann, wei: 100n }))
  },
}

it('divides a transaction among those who did something in it, each once, and asks for each once', async () => {
  const doings = [
    { account: carl, blockNumber: 7, transaction: toHash('a') },
    { account: bob, blockNumber: 7, transaction: toHash('a') },
    { account: carl, blockNumber: 7, transaction: toHash('a') },
    { account: ann, blockNumber: 7, transaction: toHash('a') },
    { account: bob, blockNumber: 8, transaction: toHash('b') },
  ]
  // 100 = 34 + 33 + 33: what is left over goes to the first by address.
  const expected = [[ann, 7, 34n], [bob, 7, 33n], [carl, 7, 33n], [bob, 8, 100n]].map(([account, blockNumber, wei]) => ({ account, blockNumber, wei }))
  for (let time = 0; time < 2; time += 1) expect(await readGas({ reader, database }, doings, 'gas')).toEqual({ payments: expected, gaps: [] })
  expect(asked).toEqual([toHash('a'), toHash('b')])
})

it('what could not be read is a gap and no zero; it is asked for again', async () => {
  const doings = [{ account: ann, blockNumber: 7, transaction: toHash('f') }, { account: bob, blockNumber: 7, transaction: null }]
  for (let time = 0; time < 2; time += 1)
    expect(await readGas({ reader, database }, doings, 'gas')).toEqual({
      payments: [{ account: bob, blockNumber: 7, wei: null }, { account: ann, blockNumber: 7, wei: null }],
      gaps: [{ subject: 'gas of 1 of 1 transactions', reason: 'no answer' }, { subject: 'gas of 1 events', reason: 'in which transactions they happened is not kept' }],
    })
  expect(asked.slice(2)).toEqual([toHash('f'), toHash('f')])
})
