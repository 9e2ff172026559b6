import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { visitorHeader } from '@/app/http/visitor'
import { createFront } from './front'
import { createInside } from './inside'
import { KeptAnswers } from './keptAnswers'

let inside: RequestListener
let version: string | null
let time: number
let asked: string[]
let server: Server

const page = (text: string): RequestListener => (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(`<html><script>1</script>${text}</html>`)

beforeEach(async () => {
  ;[version, time, asked, inside] = ['first', 0, [], page('words')]
  const ask = createInside((request, response) => {
    asked.push(request.url ?? '')
    inside(request, response)
  })
  const loadVersion = async () => version
  const front = createFront({ ask, clock: { current: loadVersion, ask: loadVersion }, kept: new KeptAnswers(1_000_000), now: () => time })
  server = createServer((request, response) => {
    request.headers[visitorHeader] = 'visitor'
    void front(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  vi.unstubAllEnvs()
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method, headers: { 'accept-encoding': 'identity', ...headers } })
const read = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

it('answers again from memory, until other content is saved', async () => {
  const first = await read('/a')
  inside = page('other')
  expect(await read('/a')).toBe(first)
  version = 'second'
  expect(await read('/a')).toContain('other')
  expect(asked).toEqual(['/a', '/a'])
})

it('is asked again after a minute, and for work in progress after a second', async () => {
  for (const path of ['/a', '/de/status', '/charts/all/ledgersTable.json']) await read(path)
  time = 1_000
  for (const path of ['/a', '/de/status', '/charts/all/ledgersTable.json']) await read(path)
  expect(asked.slice(3)).toEqual(['/de/status', '/charts/all/ledgersTable.json'])
  time = 60_000
  await read('/a')
  expect(asked.at(-1)).toBe('/a')
})

it('says 304 to a reader who has it', async () => {
  const etag = (await get('/a')).headers.get('etag')!
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
  const again = await get('/a', { 'if-none-match': `"other", ${etag}` })
  expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([304, '', 'no-cache'])
  version = 'second'
  inside = page('other')
  expect((await get('/a', { 'if-none-match': etag })).status).toBe(200)
})

it('never gives one reader what another asked for: path, query, host, encoding', async () => {
  inside = (request, response) => void response.setHeader('content-type', 'text/plain').end(`${request.url} ${request.headers.host} ${'x'.repeat(2_000)}`)
  for (const path of ['/a', '/de/a', '/a?theme=dark']) expect(await read(path)).toMatch(path)
  expect(await read('/a', { 'x-forwarded-host': 'lorenz.example' })).toBe(await read('/a'))
  expect(asked.length).toBe(4)
  const zipped = await get('/a', { 'accept-encoding': 'gzip' })
  expect([zipped.headers.get('content-encoding'), zipped.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding'])
  expect(await zipped.text()).toBe(await read('/a'))
})

it('hands nothing on that an answer may not depend on', async () => {
  inside = (request, response) => void response.end(JSON.stringify(request.headers))
  const headers = JSON.parse(await read('/a', { cookie: 'theme=dark', 'accept-language': 'de', 'if-none-match': '"x"', rsc: '1', authorization: 'Basic eDp5', accept: 'text/html,*/*;q=0.8' })) as Record<string, string>
  expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', visitorHeader])
  expect(headers.accept).toBe('text/html')
})

it.each<[string, RequestListener]>([
  ['a failure', (_, response) => response.writeHead(500).end('x')],
  ['what is not there', (_, response) => response.writeHead(404).end('x')],
  ['what sets a cookie', (_, response) => response.writeHead(200, { 'set-cookie': 'a=b' }).end('x')],
  ['what asks not to be', (_, response) => response.writeHead(200, { 'cache-control': 'no-store' }).end('x')],
  ['what broke off', (_, response) => void response.write('half', () => response.destroy())],
  ['what was made while something was saved', (_, response) => { version += '+'; response.end('x') }],
  ['what was made without a database', (_, response) => { version = null; response.end('x') }],
])('does not keep %s', async (_, listener) => {
  inside = listener
  for (let time = 0; time < 2; time += 1) await get('/a').then((answer) => answer.text()).catch(() => undefined)
  expect(asked.length).toBe(2)
})

it('keeps built files without asking the database', async () => {
  version = null
  for (let time = 0; time < 2; time += 1) await read('/_next/static/a.js')
  expect(asked.length).toBe(1)
})

it('lets those who ask at once wait for one answer', async () => {
  inside = (_, response) => setTimeout(() => response.setHeader('content-type', 'text/plain').end('one'), 50)
  expect(await Promise.all(Array.from({ length: 10 }, () => read('/a')))).toEqual(Array(10).fill('one'))
  expect(asked.length).toBe(1)
})

it('passes a long answer on as it comes, and breaks off where it breaks off', async () => {
  const line = 'x'.repeat(1_000_000)
  inside = async (request, response) => {
    response.setHeader('content-type', 'text/csv')
    for (let each = 0; each < 5; each += 1) await new Promise((resolve) => response.write(line, resolve))
    if (request.url === '/broken.csv') response.destroy()
    else response.end()
  }
  expect((await read('/whole.csv')).length).toBe(5_000_000)
  const zipped = await get('/whole.csv', { 'accept-encoding': 'gzip' })
  expect([zipped.headers.get('content-encoding'), (await zipped.text()).length]).toEqual(['gzip', 5_000_000])
  await expect(read('/broken.csv')).rejects.toThrow()
})

it('counts what it answers from memory, and lets the inside refuse who asked too often', async () => {
  vi.stubEnv('LORENZ_RATE_LIMIT', '3')
  inside = (_, response) => response.writeHead(200, { 'content-type': 'application/json', ratelimit: '"default";r=9;t=60' }).end('{}')
  const left = async () => (await get('/a')).headers.get('ratelimit')
  expect([await left(), await left(), await left(), await left()]).toEqual(['"default";r=9;t=60', '"default";r=2;t=60', '"default";r=1;t=60', '"default";r=0;t=60'])
  inside = (_, response) => response.writeHead(429).end()
  expect((await get('/a')).status).toBe(429)
})

it('gives HEAD the headers alone, and every other method what the inside says', async () => {
  const whole = await get('/a')
  const head = await get('/a', {}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String((await whole.arrayBuffer()).byteLength), ''])
  inside = (request, response) => void request.pipe(response.writeHead(405, { allow: 'GET' }))
  const refused = await get('/a', {}, 'POST')
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
})

it('lets the scripts of a page wait, but not of one that is missing: its scripts make it', async () => {
  expect(await read('/a')).toContain('<script type="text/plain" data-waiting="">1</script>')
  inside = (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<script>1</script>')
  const missing = await get('/missing')
  expect([await missing.text(), missing.headers.get('cache-control')]).toEqual(['<script>1</script>', 'no-store'])
  expect(missing.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-/)
})

it('writes the policy of a page over its scripts, and leaves an embed its own', async () => {
  const { headers } = await get('/a')
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+';.*frame-ancestors 'self'/)
  inside = (_, response) => response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" }).end('<script src="/embed.js"></script>')
  const embed = await get('/embed')
  expect([embed.headers.get('content-security-policy'), await embed.text()]).toEqual(["default-src 'none'", '<script src="/embed.js"></script>'])
})
