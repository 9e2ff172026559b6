import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSmallLedger, toBlock, type SmallLedger } from '@/tests/smallLedger'
import { GET as getAll } from './feed.atom/route'
import { GET } from './protocols/[slug]/feed.atom/route'

let ledger: SmallLedger
beforeAll(async () => {
  ledger = await createSmallLedger()
  // Twelve equal holders: seven have more than half. Then one has nearly all of it.
  await ledger.change(toBlock(0), Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, 10])))
  await ledger.change(toBlock(3), { 3: 1000 })
  await ledger.takeHistory(5)
  await ledger.takeSnapshot(toBlock(5))
  process.env.DATABASE_URL = ledger.url
})
afterAll(async () => {
  await (globalThis as { lorenzDatabase?: { close: () => Promise<void> } }).lorenzDatabase?.close()
  delete process.env.DATABASE_URL
  await ledger?.close()
})

const ask = (slug: string, query = '') =>
  GET(new Request(`http://localhost/protocols/${slug}/feed.atom${query}`, { headers: { host: 'lorenz.example' } }), { params: Promise.resolve({ slug }) })

it('tells new snapshots and figures that passed a threshold, names of any kind made harmless', async () => {
  const response = await ask('small-swap')
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const feed = await response.text()
  const titles = [...feed.matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(([, title]) => title)
  expect(titles[0]).toBe('Small &lt;script&gt;alert(1)&lt;/script&gt;: snapshot of 6 Jan 2026')
  // Nakamoto from 7 to 1: below 5, 3 and 2, of which the farthest is told.
  expect(titles).toContainEqual(expect.stringMatching(/^Nakamoto.* of Small .* fell below 2$/))
  expect(feed).toContain('href="http://lorenz.example/protocols/small-swap"')
  expect(feed).not.toContain('<script')
  expect((await GET(new Request('http://localhost/protocols/small-swap/feed.atom', { headers: { 'if-none-match': response.headers.get('etag')!, host: 'lorenz.example' } }), { params: Promise.resolve({ slug: 'small-swap' }) })).status).toBe(304)
})

it('is there in German, for all protocols, and not for what nobody follows', async () => {
  expect(await (await ask('small-swap', '?lang=de')).text()).toMatch(/ist unter 2 gefallen/)
  expect(await (await getAll(new Request('http://localhost/feed.atom'))).text()).toMatch(/<title>Lorenz<\/title>/)
  expect((await ask('nobody')).status).toBe(404)
  expect((await ask('small-swap', '?lang=fr')).status).toBe(400)
})
