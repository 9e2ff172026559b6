import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSmallLedger, type SmallLedger } from '@/tests/smallLedger'
import { governors } from '@/tests/publishedProposals'
import { GET } from './[[...path]]/route'

let ledger: SmallLedger

beforeAll(async () => {
  ledger = await createSmallLedger()
  process.env.DATABASE_URL = ledger.url
})
afterAll(async () => {
  const shared = globalThis as { lorenzDatabase?: { close: () => Promise<void> } }
  await shared.lorenzDatabase?.close()
  delete process.env.DATABASE_URL
  await ledger?.close()
})

interface Answer { data: Record<string, unknown>[]; links: { next: string | null } }
const ask = (path: string) => GET(new Request(`http://localhost${path}`))
async function readAll(path: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for (let next: string | null = path; next !== null;) {
    const response = await ask(next)
    expect(response.status, next).toBe(200)
    const page = await response.json() as Answer
    rows.push(...page.data)
    next = page.links.next
  }
  return rows
}
const base = '/api/v1/protocols/small-swap/proposals'
const whole = (count: number) => `${count}${'0'.repeat(18)}`

it('lists every proposal once, in pages of any size, the last to close first', async () => {
  const all = await readAll(base)
  expect(all.length).toBe(22)
  expect(await readAll(`${base}?limit=5`)).toEqual(all)
  const closes = all.map(({ closes_time }) => String(closes_time))
  expect(closes).toEqual([...closes].sort().reverse())
})

it('tells the same number of two Governors apart', async () => {
  const all = await readAll(base)
  const ones = all.filter(({ key }) => key === '1')
  expect(ones.map(({ proposal }) => proposal)).toEqual([`${governors[1]}-1`, `${governors[0]}-1`])
  // 100 and 50 for, 60 against, a quorum of 100: without the first 50 to 60. 105 of 210 are at least half: the first alone has 100, with the 60 enough.
  expect(ones[1]).toMatchObject({
    minimal_quorum: 2, cast_raw: whole(210), untold: null, gaps: [{ subject: 'threshold' }],
    decision: { passed: true, flip: { alone: 2, fewest: 1, fewest_is_bound: false }, passed_by_address: true, insiders: { for_raw: '0', enough: false, needed: false } },
  })
  // Of three choices nobody says who was decisive.
  expect(all.find(({ voted_at }) => voted_at === 'offChain')).toMatchObject({ untold: 'options', decision: null, options: ['A', '-B', '<b>C'], cast_raw: whole(9) })
})

it('lists the votes of one, largest first, in pages', async () => {
  const votes = await readAll(`${base}/${governors[0]}-3/votes`)
  expect(votes.map(({ rank, votes: amount, parts }) => [rank, amount, parts])).toEqual([
    [1, '90', { for_raw: whole(60), against_raw: whole(30), abstain_raw: '0' }],
    [2, '57', { for_raw: '0', against_raw: whole(50), abstain_raw: whole(7) }],
    [3, '50', { for_raw: whole(50), against_raw: '0', abstain_raw: '0' }],
  ])
  expect(await readAll(`${base}/${governors[0]}-3/votes?limit=1`)).toEqual(votes)
  expect(await readAll(`${base}/${governors[0].toUpperCase().replace('0X', '0x')}-3/votes`)).toEqual(votes)
})

it('says where there is none', async () => {
  for (const word of [`${governors[0]}-99`, 'offChain-nowhere.eth-1']) expect((await ask(`${base}/${word}/votes`)).status).toBe(404)
  for (const word of ['1', 'a-b-c', `${governors[0]}-`]) expect((await ask(`${base}/${word}/votes`)).status).toBe(400)
})
