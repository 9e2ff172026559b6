import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSnippets } from '@/lib/publish/snippets'
import { createSmallLedger, toBlock, type SmallLedger } from '../smallLedger'
import { hostileHeaders, hostileWords } from './hostile'
import { chartAddresses, fill, routes, type Route } from './routes'
import { serveDatabase, type Answer, type PagesOfDatabase } from './server'

let ledger: SmallLedger
let pages: PagesOfDatabase
const days = 20

beforeAll(async () => {
  ledger = await createSmallLedger()
  await ledger.change(toBlock(0), { 1: 1000, ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => [index + 2, 98 - index])) })
  await ledger.change(toBlock(9), { 2: 5000 })
  await ledger.takeHistory(days)
  await ledger.takeSnapshot(toBlock(days))
  pages = await serveDatabase(ledger.url)
}, 600_000)
afterAll(async () => {
  await pages?.stop()
  await ledger?.close()
}, 60_000)

/** What is wrong with an answer; null where nothing is. */
function findFault(route: Route, answer: Answer): string | null {
  const { status, headers, body } = answer
  const type = String(headers['content-type'] ?? '')
  if (status >= 500 && !(status === 501 && type.startsWith('application/problem+json'))) return `answers ${status}: ${body.slice(0, 200)}`
  if (headers['set-cookie']) return 'sets a cookie'
  if (/text\/html/.test(type) && /<script>alert\(1\)|<svg\/onload|<img src=x/.test(body)) return 'lets markup of strangers through'
  if (/svg|atom|xml/.test(type) && /<script|<svg\/onload/.test(body)) return 'lets markup of strangers through'
  if (/root:x:0|\bat .*\.[jt]s:\d+:\d+|Failed query|SELECT .* FROM/i.test(body) && !/text\/html/.test(type)) return `tells of its inside: ${body.slice(0, 200)}`
  if (route.isForPrograms && status >= 400 && type.startsWith('application/problem+json') && body !== '') {
    const problem = JSON.parse(body) as Record<string, unknown>
    if (problem.status !== status || typeof problem.detail !== 'string' || problem.detail.length < 10) return `says too little: ${body.slice(0, 200)}`
    if (body.length > 5_000) return `says too much: ${body.length} letters`
  }
  return null
}

/** Asks some at a time, so that a slow one does not hold up the others. */
async function findFaults(route: Route, targets: readonly { path: string; headers?: Record<string, string>; method?: string }[]): Promise<string[]> {
  const faults: string[] = []
  for (let at = 0; at < targets.length; at += 8) {
    await Promise.all(
      targets.slice(at, at + 8).map(async ({ path, headers, method }) => {
        // Node's own server refuses what is no HTTP; what it lets through is ours.
        const answer = await pages.ask(path, { headers, method }).catch((error: Error & { code?: string }) => error)
        const fault = answer instanceof Error ? (answer.code === 'ERR_UNESCAPED_CHARACTERS' || answer.code === 'ECONNRESET' ? null : answer.message) : findFault(route, answer)
        if (fault) faults.push(`${method ?? 'GET'} ${path.slice(0, 150)} ${JSON.stringify(headers ?? {}).slice(0, 100)} ${fault}`)
      }),
    )
  }
  return faults
}

/** As it may stand in a request line at all. */
const toForms = (word: string) => [encodeURIComponent(word), ...(/^[\x21-\x7e]*$/.test(word) && !/[?#]/.test(word) ? [word] : [])]

/** Every word for what is quick; of what is slow and shares its code with others only every so many. */
const toWords = ({ every }: Route) => hostileWords.flatMap(toForms).filter((_, place) => place % every === 0)

describe.each(routes.map((route) => [route.address, route] as const))('%s', (_, route) => {
  it('answers when it is asked rightly', async () => {
    const { status, body } = await pages.ask(fill(route))
    const isMissing = /\{slug\}$|\{block\}$/.test(route.address) && !route.address.includes('protocols') && !route.isForPrograms
    expect([status, isMissing ? '' : body.slice(0, 300)]).toEqual([isMissing ? 404 : route.address === '/api/oembed' ? 400 : 200, expect.any(String)])
  })

  it('meets whatever stands in its path with an answer or a problem', async () => {
    const places = [...route.address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const targets = places.flatMap((place) => toWords(route).map((word) => ({ path: fill(route, { [place]: word }) })))
    expect(await findFaults(route, targets)).toEqual([])
  })

  it('meets whatever stands in its query with an answer or a problem', async () => {
    const ofParameters = route.parameters.flatMap((name) => toWords(route).map((word) => ({ path: `${fill(route)}?${name}=${word}` })))
    const unknown = toWords(route).slice(0, 40).map((word) => ({ path: `${fill(route)}?${word}=1&${word}` }))
    expect(await findFaults(route, [...ofParameters, ...unknown])).toEqual([])
  })

  it('meets whatever stands in its headers, and every method', async () => {
    const targets = hostileHeaders.map((headers) => ({ path: fill(route), headers }))
    const methods = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'].map((method) => ({ path: fill(route), method }))
    expect(await findFaults(route, [...targets, ...methods])).toEqual([])
  })
})

it('every chart of a protocol whose names are hostile is drawn without them', async () => {
  const route = routes.find(({ address }) => address.endsWith('.svg'))!
  const targets = chartAddresses.flatMap((address) => ['', '.svg', '.json', '.csv', '.zip'].map((form) => ({ path: `${address}${form}` })))
  expect(await findFaults(route, targets)).toEqual([])
}, 60_000)

it('what the snippets read is there', async () => {
  const addresses = toSnippets('http://localhost', 'small-swap').flatMap(({ text }) => [...text.matchAll(/"(http:\/\/localhost[^"]+)"/g)].map(([, address]) => address!))
  expect(addresses.length).toBeGreaterThanOrEqual(8)
  for (const address of new Set(addresses)) {
    const { status, body } = await pages.ask(address.replace('http://localhost', ''))
    expect(status, address).toBe(200)
    // Stata is told of text by the places of columns.
    if (address.includes('holdersTable')) expect([2, 4, 11, 15].map((place) => body.split('\r\n')[0]!.split(',')[place - 1])).toEqual(['address', 'balance_raw', 'in_wallet_raw', 'denominator_raw'])
    if (address.includes('concentration')) expect(body.split('\r\n')[0]!.split(',')).toEqual(expect.arrayContaining(['day', 'gini']))
  }
})

it('has a line in the log for each request, pages and files alike, and nothing of who asked', async () => {
  await pages.ask('/protocols/small-swap?q=secret-words', { headers: { 'X-Forwarded-For': '203.0.113.77' } })
  await expect.poll(() => pages.log()).toMatch(/"method":"GET","path":"\/protocols\/small-swap","status":200,"ms":[\d.]+/)
  expect(pages.log()).toMatch(/"path":"\/protocols\/small-swap\/holders\.csv"/)
  expect(pages.log()).not.toMatch(/203\.0\.113\.77|127\.0\.0\.1|secret-words/)
})
