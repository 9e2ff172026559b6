import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSmallLedger, toAccount, toBlock, type SmallLedger } from '@/tests/smallLedger'
import { GET } from './[[...path]]/route'

let ledger: SmallLedger

beforeAll(async () => {
  ledger = await createSmallLedger()
  // Account 1, the treasury, has 1,000; account n has 100 − n: 25 holders.
  await ledger.change(toBlock(0), { 1: 1000, ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => [index + 2, 98 - index])) })
  await ledger.takeSnapshot(toBlock(0))
  process.env.DATABASE_URL = ledger.url
})
afterAll(async () => {
  const shared = globalThis as { lorenzDatabase?: { close: () => Promise<void> } }
  await shared.lorenzDatabase?.close()
  delete process.env.DATABASE_URL
  await ledger?.close()
})

async function read(path: string): Promise<{ data: unknown }> {
  const response = await GET(new Request(`http://localhost${path}`))
  expect(response.status).toBe(200)
  return response.json() as Promise<{ data: unknown }>
}

it('knows what an account holds, however it is written', async () => {
  const upper = await read(`/api/v1/accounts/0X${toAccount(5).slice(2).toUpperCase()}`)
  const lower = await read(`/api/v1/accounts/${toAccount(5)}`)
  expect(upper.data).toEqual(lower.data)
  // 1,000 + 98 + 97 + … + 75 = 3,076; without the treasury 2,076, and everybody is one place further up.
  expect(lower.data).toMatchObject({
    holdings: [{ protocol: 'small-swap', rank: 5, balance: '95', share: 95 / 3076, counted: { lens: 'circulating-owners-entities', rank: 4, balance: '95', share: 95 / 2076 }, not_counted: null }],
    statements: [{ name: ']]></title>&amp;' }],
  })
})

it('says who says what of the treasury, and that it does not count as its own', async () => {
  expect((await read(`/api/v1/accounts/${toAccount(1)}`)).data).toMatchObject({
    labels: [{ name: 'Treasury', confidence: 'certain', entity: null }],
    statements: [{ name: 'Treasury', role: 'treasury', origin: 'protocol', file: null, counts: ['name', 'role'] }],
    holdings: [{ rank: 1, balance: '1000', counted: null, not_counted: 'leftOut', counted_with: null }],
    paths: [{ contracts: [], amount: '1000' }],
    entity: [],
    owners: [],
  })
})

it('answers nothing of an account that was never seen', async () => {
  // The first example of EIP-55.
  const example = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
  expect((await read(`/api/v1/accounts/${example.toLowerCase()}`)).data).toEqual({ address: example, labels: [], statements: [], entity: [], holdings: [], paths: [], owners: [], safes: [] })
})
