import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSmallLedger, toBlock, type SmallLedger } from '../smallLedger'
import { serveDatabase, type PagesOfDatabase } from './server'

let ledger: SmallLedger
let pages: PagesOfDatabase

beforeAll(async () => {
  ledger = await createSmallLedger()
  await ledger.change(toBlock(0), { 1: 1000, 2: 98, 3: 97 })
  await ledger.takeHistory(3)
  await ledger.takeSnapshot(toBlock(3))
  pages = await serveDatabase(ledger.url)
}, 600_000)
afterAll(async () => {
  await pages?.stop()
  await ledger?.close()
}, 60_000)

const forms = ['/protocols/small-swap', '/de/protocols/small-swap', '/charts/small-swap/largestHolders', ...['svg', 'png', 'json', 'csv'].map((form) => `/charts/small-swap/largestHolders.${form}`), '/api/v1/protocols/small-swap/snapshots', '/embed/small-swap/largestHolders']

it('every form shows a newer snapshot as soon as a reader can look, and until then is the same to the letter', async () => {
  const read = () => Promise.all(forms.map((path) => pages.ask(path)))
  const [first, again] = [await read(), await read()]
  expect(again.map(({ headers }) => headers.etag)).toEqual(first.map(({ headers }) => headers.etag))
  expect(first.map(({ headers }) => typeof headers.etag)).toEqual(forms.map(() => 'string'))
  await ledger.change(toBlock(4), { 4: 5000 })
  await ledger.takeSnapshot(toBlock(4))
  await expect.poll(async () => (await read()).filter(({ headers }, place) => headers.etag === first[place]!.headers.etag).length, { timeout: 1_000 }).toBe(0)
  const [page] = await read()
  expect(page!.body).toContain('500')
})

it('has an answer for a reader who has it already', async () => {
  for (const path of forms) {
    const { headers } = await pages.ask(path)
    expect([path, (await pages.ask(path, { headers: { 'if-none-match': String(headers.etag) } })).status]).toEqual([path, 304])
  }
})

it('keeps the languages and the origins apart', async () => {
  const bodyOf = async (path: string, headers = {}) => (await pages.ask(path, { headers })).body
  expect(await bodyOf('/protocols/small-swap')).toMatch(/<html lang="en"/)
  expect(await bodyOf('/de/protocols/small-swap')).toMatch(/<html lang="de"/)
  expect(await bodyOf('/protocols/small-swap', { 'x-forwarded-host': 'lorenz.example', 'x-forwarded-proto': 'https' })).toContain('href="https://lorenz.example/protocols/small-swap"')
  expect(await bodyOf('/protocols/small-swap', { 'accept-language': 'de', cookie: 'theme=dark' })).not.toContain('lorenz.example')
})

it('writes a line in the log for what it answers from memory, too', async () => {
  const count = () => pages.log().match(/"path":"\/method","status":200/g)?.length ?? 0
  for (let time = 0; time < 3; time += 1) await pages.ask('/method')
  await expect.poll(count).toBe(3)
})
