import { expect, test } from 'vitest'
import { respond } from './respond'

const ask = (headers: Record<string, string> = {}) => new Request('http://localhost/x', { headers })
const representation = { body: 'words', contentType: 'text/plain; charset=utf-8', freshness: 'newest' } as const

test('the same content has the same strong tag; other content another', () => {
  const tag = respond(ask(), representation).headers.get('etag')!
  expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
  expect(respond(ask(), representation).headers.get('etag')).toBe(tag)
  expect(respond(ask(), { ...representation, body: 'other' }).headers.get('etag')).not.toBe(tag)
})

test.each([(tag: string) => tag, (tag: string) => `W/${tag}`, (tag: string) => `"x", ${tag}`, () => '*'])('who has it gets 304 without a body', async (toHeader) => {
  const tag = respond(ask(), representation).headers.get('etag')!
  const answer = respond(ask({ 'If-None-Match': toHeader(tag) }), representation)
  expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', tag])
})

test('what is fixed to a block may be kept for ever, the newest for five minutes', () => {
  expect(respond(ask(), { ...representation, freshness: 'fixed' }).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(respond(ask(), representation).headers.get('cache-control')).toBe('public, max-age=300, s-maxage=300, stale-while-revalidate=86400')
})

test('any page may read it', () => {
  const { headers } = respond(ask(), representation)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-expose-headers')).toMatch(/ETag.*Link.*RateLimit/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('a stream has the tag of what it follows from', () => {
  const body = () => new ReadableStream<Uint8Array>({ start: (controller) => controller.close() })
  expect(() => respond(ask(), { ...representation, body })).toThrow('version')
  expect(respond(ask(), { ...representation, body, version: 'a' }).headers.get('etag')).toBe(respond(ask(), { ...representation, body: 'a' }).headers.get('etag'))
})
