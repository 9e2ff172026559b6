import { BlockNotFoundError, HttpRequestError, RpcRequestError, TimeoutError } from 'viem'
import { expect, test } from 'vitest'
import { RangeRefusedError, WrongAnswerError } from './errors'
import { addIncident, toIncidentKind } from './incidents'

const url = 'http://node'
const http = (status: number | undefined, details?: string) => new HttpRequestError({ url, status, details, body: {} })
const rpc = (code: number) => new RpcRequestError({ url, body: {}, error: { code, message: 'no' } })

test.each([
  [http(429), 'rateLimited'],
  [http(503), 'unavailable'],
  [http(undefined, 'fetch failed'), 'unreachable'],
  [http(undefined, 'aborted'), 'garbled'],
  [new TimeoutError({ url, body: {} }), 'timedOut'],
  [new RangeRefusedError('too wide'), 'refused'],
  [new WrongAnswerError('no JSON'), 'garbled'],
  [new WrongAnswerError('another fork', { kind: 'fork' }), 'fork'],
  [new WrongAnswerError('block 5 could not be read', { cause: http(429), kind: 'nothing' }), 'nothing'],
  [new BlockNotFoundError({ blockNumber: 5n }), 'nothing'],
  [rpc(-32603), 'error'],
  [new Error('outer', { cause: http(429) }), 'rateLimited'],
])('%s', (error, kind) => expect(toIncidentKind(error)).toBe(kind))

test('counts by kind, with the last reason', () => {
  const incidents = new Map()
  addIncident(incidents, 'fork', 'one')
  addIncident(incidents, 'fork', 'two')
  expect(incidents.get('fork')).toEqual({ times: 2, reason: 'two' })
})
