import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveBack } from '../http/readHttp'
import { httpFetch } from './httpFetch'

const long = '{"umlaut":"ü"}'.padEnd(3_000_000, ' ')
const answers: Record<string, (response: ServerResponse) => void> = {
  '/plain': (response) => response.end('{"a":1}'),
  '/gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(long)),
  '/deflate': (response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(long)),
  '/br': (response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(long)),
  '/long': (response) => response.writeHead(200, { 'content-length': Buffer.byteLength(long) }).end(long),
  '/chunked': (response) => void (response.write(long), response.end(long)),
  '/moved': (response) => response.writeHead(301, { location: '/plain' }).end(),
  '/cut': (response) => void (response.writeHead(200, { 'content-length': 100 }).write('{'), setTimeout(() => response.destroy(), 10)),
  '/never': () => undefined,
}

let server: Server
let base: string
beforeAll(async () => {
  server = createServer((request, response) => answers[request.url!]!(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, most = 1e8, init: RequestInit = {}) => httpFetch(base + path, { method: 'POST', body: '{}', ...init }, most)

describe('httpFetch', () => {
  it('reads a plain answer', async () => {
    const response = await ask('/plain')
    expect([response.ok, response.status, await response.text(), Buffer.from(response.content).toString()]).toEqual([true, 200, '{"a":1}', '{"a":1}'])
  })

  it.each(['/gzip', '/deflate', '/br', '/long'])('reads %s whole, again where the memory was given back', async (path) => {
    for (let round = 0; round < 2; round += 1) {
      const response = await ask(path)
      expect(await response.text()).toBe(long)
      giveBack(response)
    }
  })

  it('reads an answer whose length nobody names', async () => expect(await (await ask('/chunked')).text()).toBe(long + long))

  it('answers a redirect as what it is', async () => {
    const response = await ask('/moved')
    expect([response.ok, response.status, response.headers.get('location')]).toEqual([false, 301, '/plain'])
  })

  it('fails on what is too long, cut off or aborted', async () => {
    await expect(ask('/long', 1e6)).rejects.toMatchObject({ name: 'ResponseBodyTooLargeError' })
    await expect(ask('/cut')).rejects.toThrow('aborted')
    await expect(ask('/never', 1e6, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
  })
})
