import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createObserver } from './observe'
import { visitorHeader } from './visitor'

const lines: string[] = []
const visitors: unknown[] = []
const urls: unknown[] = []
let server: Server
let address: string

beforeAll(async () => {
  const observe = createObserver({ write: (line) => lines.push(line) })
  server = createServer((request, response) => {
    observe(request, response)
    visitors.push(request.headers[visitorHeader])
    urls.push(request.url)
    if (request.url === '/broken') response.write('half', () => response.destroy())
    else response.writeHead(request.url === '/nothing' ? 404 : 200).end('words')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

it('writes one line a request: what was asked, what came of it, how long it took, and nothing of who asked', async () => {
  await (await fetch(`${address}/protocols/uniswap?q=secret`, { headers: { 'X-Forwarded-For': '203.0.113.7', [visitorHeader]: 'made up' } })).text()
  await (await fetch(`${address}/nothing`, { method: 'POST' })).text()
  await fetch(`${address}/broken`).then((answer) => answer.text()).catch(() => undefined)
  await expect.poll(() => lines.length).toBe(3)
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { level: 30, time: expect.any(String), method: 'GET', path: '/protocols/uniswap', status: 200, ms: expect.any(Number), msg: 'answered' },
    { level: 30, time: expect.any(String), method: 'POST', path: '/nothing', status: 404, ms: expect.any(Number), msg: 'answered' },
    { level: 40, time: expect.any(String), method: 'GET', path: '/broken', status: 200, ms: expect.any(Number), msg: expect.stringMatching(/left/) },
  ])
  expect(lines.join('')).not.toMatch(/203\.0\.113|127\.0\.0\.1|secret|made up/)
})

it('gives each request a word for its visitor that the visitor cannot choose', () => {
  expect(new Set(visitors).size).toBe(1)
  expect(visitors[0]).toMatch(/^[\w-]{22}$/)
})

it('makes an address readable that is no text, and leaves every other as it is', async () => {
  urls.length = 0
  for (const path of ['/a%20b?q=%zz', '/%zz?q=%zz', '/%c0%ae']) await (await fetch(address + path)).text()
  expect(urls).toEqual(['/a%20b?q=%zz', '/%25zz?q=%zz', '/%25c0%25ae'])
})
