import { expect, it } from 'vitest'
import { openDatabase } from '@/db/database'
import { openPublished } from '@/tests/openPublished'
import { marketAddresses } from '@/tests/publishedMarkets'
import { lastBlock } from '@/tests/publishedProtocol'
import { GET } from './[[...path]]/route'

openPublished()
const ask = (path: string) => GET(new Request(`http://localhost${path}`))
type Money = Record<string, string | null> | null
interface Answer { data: { rank: number; address: string; money: Record<string, Money>; left_block_number: number | null; gas_wei: string | null; rewards: { amount_raw: string; owed_raw: string }[] }[]; meta: Record<string, unknown>; links: { next: string | null } }
const read = async (path: string) => (await (await ask(path)).json()) as Answer
const providers = '/api/v1/protocols/made-up/providers'

it('are told with all parts of their results, largest first, who has no price last', async () => {
  const { data, meta } = await read(`${providers}?limit=100`)
  // Provider n puts in n² · 100, and 60 has no price. 59, the 58th from 0, pays 2 for gas, earns a twentieth, and prices brought it a fiftieth: 348,100 · 0.07 − 2.
  expect(data.map(({ rank, address }) => [rank, Number(address)])).toEqual([...Array.from({ length: 59 }, (_, place) => [place + 1, 59 - place]), [60, 60]])
  expect(data[0]!.money.quote).toMatchObject({ size: '348100', fees: '17405', gas: '2', net: '24365' })
  // A quote token is worth half a dollar, an ether 2,000 dollars.
  expect([data[0]!.money.dollar!.net, data[0]!.money.ether!.size]).toEqual(['12182.5', '87.025'])
  expect([data.at(-1)!.money, data.at(-1)!.gas_wei]).toEqual([{ quote: null, ether: null, dollar: null }, null])
  expect(data.find(({ address }) => Number(address) === 3)!.rewards).toEqual([{ token: expect.any(String), amount_raw: `7${'0'.repeat(18)}`, owed_raw: `2${'0'.repeat(18)}` }])
  expect(meta).toMatchObject({ block_number: lastBlock, lens: null })
  const other = await read(`${providers}?pool=${marketAddresses[1]}&limit=100`)
  expect([other.data.length, other.data[0]!.money.dollar]).toEqual([29, null])
})

it('are the same over pages as in one, and say so where a newer block has taken their place', async () => {
  const whole = (await read(`${providers}?limit=100`)).data
  const first = await read(`${providers}?limit=40`)
  const second = await read(first.links.next!)
  expect([...first.data, ...second.data]).toEqual(whole)
  expect(second.links.next).toBeNull()
  const database = openDatabase(process.env.DATABASE_URL!)
  await database.pool.query('update pools set block_number = block_number + 1')
  await database.close()
  const late = await ask(first.links.next!)
  expect(late.status).toBe(400)
  expect(await late.text()).toContain(`providers are kept of block ${lastBlock + 1}`)
})

it('of a pool that is not followed there are none', async () => {
  const answer = await ask(`${providers}?pool=0x${'9'.repeat(40)}`)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain(marketAddresses[0])
})
