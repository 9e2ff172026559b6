import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createSmallLedger, toAccount, toBlock, type SmallLedger } from '@/tests/smallLedger'
import type { Chart } from '@/lib/publish/view'
import { answerApi, toAnswerSchema } from './answer'
import { describe as describeResource, toOpenApi } from './openApi'
import { defineResource, type Resource } from './resource'
import { toChartsResource } from './resources/charts'
import { checksumAddress, lens, rawAmount, slug } from './schemas'
import { GET, OPTIONS, POST } from './[[...path]]/route'
import { toResources } from './resources/index'

let ledger: SmallLedger
const days = 30

beforeAll(async () => {
  ledger = await createSmallLedger()
  // Account 1, the treasury, has 1,000; account n has 100 − n: 25 holders.
  await ledger.change(toBlock(0), { 1: 1000, ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => [index + 2, 98 - index])) })
  await ledger.takeHistory(days)
  await ledger.takeSnapshot(toBlock(days))
  process.env.DATABASE_URL = ledger.url
})
afterAll(async () => {
  const shared = globalThis as { lorenzDatabase?: { close: () => Promise<void> } }
  await shared.lorenzDatabase?.close()
  delete process.env.DATABASE_URL
  await ledger?.close()
})

const ask = (path: string, headers: Record<string, string> = {}) => GET(new Request(`http://localhost${path}`, { headers }))
interface Answer { data: never; meta: Record<string, unknown>; links: { self: string; next: string | null } }
const read = async (path: string): Promise<Answer> => {
  const response = await ask(path)
  expect(response.status, `${path}: ${await response.clone().text()}`).toBe(200)
  return response.json() as Promise<Answer>
}
const holders = '/api/v1/protocols/small-swap/holders'

/** Every page of a list. `between` happens after the first. */
async function readAll(path: string, between?: () => Promise<void>): Promise<{ rows: Record<string, unknown>[]; pages: Answer[] }> {
  const pages: Answer[] = []
  for (let next: string | null = path; next !== null; next = pages.at(-1)!.links.next) {
    pages.push(await read(next))
    if (pages.length === 1) await between?.()
  }
  return { rows: pages.flatMap(({ data }) => data), pages }
}

describe('every resource', () => {
  const toPath = ({ address }: Resource) =>
    `/api/v1${address.replace('{slug}', 'small-swap').replace('{block}', 'latest').replace('{proposal}', 'latest').replace('{address}', toAccount(2).toUpperCase().replace('0X', '0x'))}`

  it.each(toResources().map((resource) => [resource.id, resource] as const))('%s answers as its schema says, also through the document', async (_, resource) => {
    const response = await ask(toPath(resource))
    expect(response.status).toBe(200)
    const answer: unknown = await response.json()
    expect(toAnswerSchema(resource).safeParse(answer)).toMatchObject({ success: true })
    const operation = (toOpenApi(toResources()).paths as Record<string, { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>)[resource.address || '/']!
    const documented = z.fromJSONSchema(operation.get.responses[200]!.content['application/json']!.schema as never)
    expect(documented.safeParse(answer)).toMatchObject({ success: true })
    expect(documented.safeParse({ ...(answer as object), more: 1 }).success).toBe(false)
  })

  it('comes with a strong tag that gives 304, is open to any page, and is kept as long as it is true', async () => {
    for (const resource of toResources()) {
      const { headers } = await ask(toPath(resource))
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('etag')).toMatch(/^"/)
      if (headers.get('cache-control') !== 'no-store') expect((await ask(toPath(resource), { 'If-None-Match': headers.get('etag')! })).status, resource.id).toBe(304)
    }
    expect((await ask(`${holders}?block=${toBlock(days).number}`)).headers.get('cache-control')).toMatch(/immutable/)
    expect((await ask(holders)).headers.get('cache-control')).toMatch(/stale-while-revalidate/)
    expect(OPTIONS().headers.get('access-control-allow-methods')).toMatch(/GET/)
  })
})

it('gives an example of each resource that answers', async () => {
  for (const resource of toResources()) expect((await ask(describeResource(resource, 'small-swap').example)).status, resource.id).toBe(200)
})

describe('what joins later needs no new code here', () => {
  const delegates = defineResource({
    id: 'delegates',
    address: '/protocols/{slug}/delegates',
    name: { en: 'Delegates', de: 'Delegierte' },
    description: { en: 'Who votes for others.', de: 'Wer für andere abstimmt.' },
    path: z.strictObject({ slug }),
    query: z.strictObject({ lens }),
    data: z.array(z.strictObject({ address: checksumAddress, votes_raw: rawAmount })),
    position: z.int(),
    cost: 'plain',
    load: async ({ limit, position }) => ({
      data: [{ address: `0x${'1'.repeat(40)}`, votes_raw: String(limit + (position ?? 0)) }],
      basis: null,
      next: position === null ? 7 : null,
      freshness: 'newest',
    }),
  })

  it('a resource has its route, its pages, its errors and its place in the document', async () => {
    const resources = toResources([delegates])
    const askIt = (path: string) => answerApi(new Request(`http://localhost/api/v1${path}`), resources)
    const first = (await (await askIt('/protocols/small-swap/delegates?limit=5')).json()) as Answer
    expect(toAnswerSchema(delegates).parse(first)).toMatchObject({ data: [{ votes_raw: '5' }], meta: { citation: 'Lorenz, Delegates. Method 1. CC BY 4.0.' } })
    const second = (await (await askIt(first.links.next!.replace('/api/v1', ''))).json()) as Answer
    expect(second).toMatchObject({ data: [{ votes_raw: '12' }], links: { next: null } })
    expect((await askIt('/protocols/small-swap/delegates?lens=x')).status).toBe(400)
    expect(((await (await askIt('')).json()) as Answer).data).toMatchObject([{ id: 'delegates', address: '/api/v1/protocols/{slug}/delegates' }])
    expect((toOpenApi(resources).paths as object)).toHaveProperty(['/protocols/{slug}/delegates', 'get', 'operationId'], 'delegates')
    expect(describeResource(delegates, 'small-swap')).toMatchObject({ example: '/api/v1/protocols/small-swap/delegates', parameters: [{ name: 'slug' }, { name: 'lens' }, { name: 'limit' }, { name: 'cursor' }] })
  })

  it('a view has its place in the list of charts, in every form', async () => {
    const votes: Chart = { id: 'votesCast', title: { en: 'Votes cast', de: 'Abgegebene Stimmen' }, kind: 'table', scopes: ['token', 'all'], lenses: false, days: false, needs: [], long: false, fixed: false, view: () => null }
    const response = await answerApi(new Request('http://localhost/api/v1/charts'), [toChartsResource([votes])])
    expect(((await response.json()) as Answer).data).toMatchObject([
      { id: 'votesCast', protocol: null, address: '/charts/all/votesCast' },
      { id: 'votesCast', protocol: 'small-swap', address: '/charts/small-swap/votesCast', embed: '/embed/small-swap/votesCast', forms: { csv: '/charts/small-swap/votesCast.csv' } },
    ])
  })
})

describe('holders', () => {
  it('are exact, EIP-55, and shares of the lens’s denominator', async () => {
    // 1,000 + Σ(98 … 75) = 1,000 + 24 · 173 / 2 = 3,076
    const { data, meta } = await read(`${holders}?limit=2&lens=raw`)
    expect(data).toEqual([
      { rank: 1, address: expect.stringMatching(/^0x0{30}c0ffee0001$/i), balance_raw: '1000000000000000000000', balance: '1000', share: 1000 / 3076, label: expect.objectContaining({ role: 'treasury' }), ways: null },
      { rank: 2, address: expect.stringMatching(/0002$/), balance_raw: '98000000000000000000', balance: '98', share: 98 / 3076, label: expect.objectContaining({ name: '<script>alert(1)</script>' }), ways: null },
    ])
    expect(meta).toMatchObject({ protocol: 'small-swap', block_number: 3100, block_hash: toBlock(days).hash, block_time: '2026-01-31T23:59:59Z', lens: 'raw', denominator_raw: `3076${'0'.repeat(18)}`, audit: 'passed', licence: 'CC BY 4.0' })
    expect(meta.citation).toMatch(/block 3100 .*lens raw/)
    const circulating = await read(`${holders}?lens=circulating&limit=1`)
    expect(circulating.data).toMatchObject([{ rank: 1, balance: '98', share: 98 / 2076 }])
  })

  it('are the same over pages as in one, and each page but the last says where the next is', async () => {
    const whole = await readAll(`${holders}?lens=circulating&limit=1000`)
    const { rows, pages } = await readAll(`${holders}?lens=circulating&limit=5`)
    expect(rows).toEqual(whole.rows)
    expect(rows.map(({ rank }) => rank)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
    expect(pages.map(({ data }) => (data as unknown[]).length)).toEqual([5, 5, 5, 5, 4])
    expect((await ask(`${holders}?limit=5`)).headers.get('link')).toMatch(/^<\/api\/v1\/.*cursor=.*>; rel="next"$/)
  })

  it('stay with their block when a newer snapshot takes its place between two pages, the same day and on another', async () => {
    const before = (await readAll(`${holders}?limit=1000`)).rows
    const fixed = ['/api/v1/protocols/small-swap/snapshots/3100', `${holders}?block=3100&limit=1000`]
    const bodies = () => Promise.all(fixed.map(async (path) => (await ask(path)).text()))
    const fixedBefore = await bodies()
    let turn = 0
    for (const later of [{ ...toBlock(days), number: 3150, hash: `0x${'c'.repeat(64)}` as const }, toBlock(days + 1)]) {
      turn += 1
      const expected = turn === 1 ? before : (await readAll(`${holders}?limit=1000`)).rows
      const { rows, pages } = await readAll(`${holders}?limit=7`, async () => {
        // The third holder becomes the first.
        await ledger.change(later, { 4: 5000 + turn })
        await ledger.takeSnapshot(later)
      })
      expect(rows).toEqual(expected)
      expect(new Set(pages.map(({ meta }) => meta.block_hash)).size).toBe(1)
      expect((await read(`${holders}?limit=1`)).data).toMatchObject([{ balance: String(5000 + turn) }])
    }
    // The first block's own figures have given way by now: its addresses still give what they gave, letter by letter.
    expect(await bodies()).toEqual(fixedBefore)
    expect(JSON.parse(fixedBefore[0]!)).toMatchObject({ data: { audit: { status: 'passed' } }, meta: { block_hash: toBlock(days).hash } })
  })
})

describe('metrics over time', () => {
  const metrics = '/api/v1/protocols/small-swap/metrics'
  it('are one row a day, only those asked for, in pages that end with one block', async () => {
    const { rows, pages } = await readAll(`${metrics}?metric=holders,nakamoto50&limit=10&lens=raw`, async () => {
      await ledger.change(toBlock(days + 2), { 2: 0 })
      await ledger.takeSnapshot(toBlock(days + 2))
    })
    expect(rows.slice(0, days).map((row) => row.day)).toEqual(Array.from({ length: days }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)))
    // Half of 3,076 is 1,538: 1,000 + 98 + 97 + 96 + 95 + 94 = 1,480 is not more, with 93 it is.
    expect(rows[0]!.values).toEqual({ holders: { status: 'ok', value: 25 }, nakamoto50: { status: 'ok', value: 7 } })
    expect(new Set(pages.map(({ meta }) => meta.block_number)).size).toBe(1)
    expect(rows.at(-1)!.block_number).toBe(pages[0]!.meta.block_number)
  })
  it('can be cut to days', async () => {
    const { data } = await read(`${metrics}?metric=gini&from=2026-01-05&to=2026-01-06`)
    expect((data as { day: string }[]).map(({ day }) => day)).toEqual(['2026-01-05', '2026-01-06'])
  })
})

it('lists snapshots newest first, each once', async () => {
  const { rows } = await readAll('/api/v1/protocols/small-swap/snapshots?limit=9')
  const blocks = rows.map(({ block_number }) => Number(block_number))
  expect(blocks).toEqual([...new Set(blocks)].sort((a, b) => b - a))
  expect(blocks.length).toBeGreaterThan(days)
})

describe('what cannot be answered is a problem that says what to do', () => {
  it.each([
    [`${holders}?lens=x`, 400, '#/query/lens'],
    [`${holders}?limit=0`, 400, '#/query/limit'],
    [`${holders}?limit=1001`, 400, '#/query/limit'],
    [`${holders}?limt=5`, 400, '#/query/limt'],
    [`${holders}?lens=raw&lens=raw`, 400, '#/query/lens'],
    [`${holders}?cursor=abc`, 400, '#/query/cursor'],
    [`${holders}?block=-1`, 400, '#/query/block'],
    [`${holders}?block=12`, 404, null],
    [`${holders}?pool=0x${'1'.repeat(40)}`, 404, null],
    ['/api/v1/protocols/nobody', 404, null],
    ['/api/v1/protocols/Small-Swap', 400, '#/path/slug'],
    ['/api/v1/accounts/0x12', 400, '#/path/address'],
    ['/api/v1/nothing', 404, null],
    ['/api/v1/protocols/small-swap/metrics?metric=gini,ginny', 400, '#/query/metric/1'],
    ['/api/v1/protocols/small-swap/metrics?from=2026-02-30', 400, '#/query/from'],
    [`/api/v1/protocols/${'a'.repeat(10_000)}`, 400, '#/path/slug'],
  ])('%.80s', async (path, status, pointer) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = (await response.json()) as { status: number; detail: string; errors?: { pointer: string }[] }
    expect(problem.status).toBe(status)
    expect(problem.detail.length).toBeGreaterThan(20)
    if (pointer) expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  it('a cursor of another list, and a method that changes things', async () => {
    const { links } = await read(`${holders}?limit=5`)
    const cursor = new URL(links.next!, 'http://localhost').searchParams.get('cursor')!
    expect((await ask(`${holders}?lens=circulating&cursor=${cursor}`)).status).toBe(400)
    expect(POST(new Request(`http://localhost${holders}`, { method: 'POST' })).status).toBe(405)
  })
})
