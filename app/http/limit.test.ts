import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { answerRequest } from './answerRequest'
import { toVisitor, visitorHeader } from './visitor'

const ask = (visitor: string, cost?: 'costly') =>
  answerRequest(new Request('http://localhost/api/v1/x', { headers: { [visitorHeader]: visitor } }), async () => new Response('ok'), cost)

describe('limits', () => {
  beforeEach(() => vi.stubEnv('LORENZ_RATE_LIMIT', '20'))
  afterEach(() => vi.unstubAllEnvs())

  it('are said with every answer, as structured fields', async () => {
    const { headers } = await ask('one')
    expect(headers.get('ratelimit-policy')).toBe('"default";q=20;w=60')
    expect(headers.get('ratelimit')).toBe('"default";r=19;t=60')
  })

  it('let through twenty a minute, of costly ones two, each visitor apart', async () => {
    const statuses = async (visitor: string, times: number, cost?: 'costly') => {
      const answers = []
      for (let time = 0; time < times; time += 1) answers.push((await ask(visitor, cost)).status)
      return answers
    }
    expect(await statuses('two', 21)).toEqual([...Array<number>(20).fill(200), 429])
    expect(await statuses('three', 3, 'costly')).toEqual([200, 200, 429])
    expect(await statuses('four', 1)).toEqual([200])
  })

  it('say how long to wait', async () => {
    for (let time = 0; time < 2; time += 1) await ask('five', 'costly')
    const refused = await ask('five')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ type: 'https://iana.org/assignments/http-problem-types#quota-exceeded', status: 429 })
  })

  it('can be turned off', async () => {
    vi.stubEnv('LORENZ_RATE_LIMIT', '0')
    for (let time = 0; time < 30; time += 1) expect((await ask('six', 'costly')).headers.get('ratelimit')).toBeNull()
  })
})

test('a visitor cannot choose who they are: only what our own proxies wrote is believed', () => {
  expect(toVisitor('203.0.113.7', '198.51.100.1', 0)).toBe(toVisitor('203.0.113.7', undefined, 0))
  expect(toVisitor('10.0.0.1', 'made-up, 203.0.113.7', 1)).toBe(toVisitor('203.0.113.7', undefined, 0))
  expect(toVisitor('203.0.113.7', undefined, 0)).not.toBe(toVisitor('203.0.113.8', undefined, 0))
})

test('an IPv6 household is one visitor', () => {
  expect(toVisitor('2001:db8:1:2::1', undefined, 0)).toBe(toVisitor('2001:db8:1:2:ffff::9', undefined, 0))
  expect(toVisitor('2001:db8:1:2::1', undefined, 0)).not.toBe(toVisitor('2001:db8:1:3::1', undefined, 0))
})

test('the word for a visitor does not hold the address', () => expect(toVisitor('203.0.113.7', undefined, 0)).toMatch(/^[\w-]{22}$/))
