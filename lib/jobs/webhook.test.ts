import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { isPrivate, lookupPublic } from './privateAddress'
import { callWebhook, toSignature } from './webhook'

test('a signature is that of Standard Webhooks', () => {
  // The example that its libraries are tested with.
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
  expect(toSignature({ secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', ...message })).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

describe('private addresses', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1', 'nonsense'])(
    '%s is one', (address) => expect(isPrivate(address)).toBe(true))
  it.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is none', (address) => expect(isPrivate(address)).toBe(false))
  it('are refused where a name leads to one', async () => {
    const found = await new Promise((resolve) => lookupPublic('localhost', {}, (error) => resolve(error?.message)))
    expect(found).toBe('localhost is an address of a private network')
  })
})

describe('a call', () => {
  let server: Server
  let port: number
  const taken: { headers: Record<string, unknown>; body: string }[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        taken.push({ headers: request.headers, body })
        if (request.url === '/elsewhere') response.writeHead(302, { location: '/hook' }).end()
        else response.writeHead(request.url === '/busy' ? 503 : 204).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => server.close())
  const call = (path: string, host = '127.0.0.1') => ({ url: `http://${host}:${port}${path}`, secret: 'a secret of many words', id: 'one', timestamp: 5, body: '{}' })

  it('is a POST that whoever is called can check', async () => {
    await callWebhook(call('/hook'), true)
    expect(taken.at(-1)).toMatchObject({ body: '{}', headers: { 'webhook-id': 'one', 'webhook-timestamp': '5', 'webhook-signature': toSignature(call('/hook')), 'content-type': 'application/json' } })
  })
  it.each([['/busy', /503/], ['/elsewhere', /302/]])('of %s has not been taken, and no redirect is followed', async (path, says) => {
    const before = taken.length
    await expect(callWebhook(call(path), true)).rejects.toThrow(says)
    expect(taken.length).toBe(before + 1)
  })
  it.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1'])('to %s is refused where that is not allowed', async (host) => {
    const before = taken.length
    await expect(callWebhook(call('/hook', host), false)).rejects.toThrow('private network')
    expect(taken.length).toBe(before)
  })
})
