import { expect, it } from 'vitest'
import { openDatabase } from '@/db/database'
import { saveVotes } from '@/db/votesSnapshots'
import { openPublished } from '@/tests/openPublished'
import { lastBlock, toBlock } from '@/tests/publishedProtocol'
import { toMeasuredVotes, votesAtEnd } from '@/tests/publishedVotes'
import { GET } from './[[...path]]/route'

openPublished()
const ask = (path: string) => GET(new Request(`http://localhost${path}`))
interface Answer { data: { rank: number; votes: string; share: number; label: { name: string } | null }[]; meta: Record<string, unknown>; links: { next: string | null } }
const read = async (path: string) => (await (await ask(path)).json()) as Answer
const delegates = '/api/v1/protocols/made-up/delegates'

it('are exact, largest first, without whom the lens leaves out', async () => {
  // 300, 200, 100, 40 and 10 without the treasury's 150: 650 in all.
  const { data, meta } = await read(`${delegates}?lens=circulating`)
  expect(data.map(({ rank, votes, share }) => [rank, votes, share])).toEqual([[1, '300', 300 / 650], [2, '200', 200 / 650], [3, '100', 100 / 650], [4, '40', 40 / 650], [5, '10', 10 / 650]])
  expect(meta).toMatchObject({ block_number: lastBlock, audit: 'passed', gaps: 1, lens: 'circulating', denominator_raw: `650${'0'.repeat(18)}` })
  expect((await read(`${delegates}?lens=raw`)).data[2]).toMatchObject({ votes: '150', label: { name: 'Treasury' } })
})

it('are the same over pages as in one, and say so where a newer block has taken their place', async () => {
  const whole = (await read(`${delegates}?lens=raw`)).data
  const first = await read(`${delegates}?lens=raw&limit=4`)
  const second = await read(first.links.next!)
  expect([...first.data, ...second.data]).toEqual(whole)
  expect(second.links.next).toBeNull()
  const database = openDatabase(process.env.DATABASE_URL!)
  await saveVotes(database, 'made-up', toMeasuredVotes({ ...votesAtEnd, 9: 11 }, { ...toBlock(lastBlock), number: lastBlock + 1 }, 'chain'))
  await database.close()
  const late = await ask(first.links.next!)
  expect(late.status).toBe(400)
  expect(await late.text()).toContain(`delegates are kept of block ${lastBlock + 1}`)
})
