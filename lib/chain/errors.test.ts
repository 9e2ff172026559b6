import { HttpRequestError, RpcRequestError } from 'viem'
import { describe, expect, it } from 'vitest'
import { isRetryable } from './endpoints'
import { isRangeRefusal } from './errors'

const rpc = (code: number, message: string) =>
  new RpcRequestError({ body: {}, url: 'http://node', error: { code, message } })
const httpError = (status: number) => new HttpRequestError({ url: 'http://node', status, body: {} })

describe('isRangeRefusal', () => {
  it.each([
    [rpc(-32005, 'query returned more than 10000 results')],
    [rpc(-32602, 'Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range')],
    [rpc(-32000, 'block range is too wide')],
    [rpc(-32000, 'exceed maximum block range: 5000')],
    [rpc(-32602, 'eth_getLogs is limited to a 10,000 range')],
    [httpError(413)],
    [new Error('outer', { cause: rpc(-32005, 'limit exceeded') })],
  ])('%s', (error) => expect(isRangeRefusal(error)).toBe(true))

  it.each([[rpc(-32602, 'invalid argument 0: hex string without 0x prefix')], [httpError(429)], [rpc(-32601, 'method not found')], [new Error('boom')]])(
    'not %s',
    (error) => expect(isRangeRefusal(error)).toBe(false),
  )
})

describe('isRetryable', () => {
  it.each([[httpError(429)], [httpError(503)], [rpc(-32603, 'internal error')]])('%s', (error) => expect(isRetryable(error)).toBe(true))
  it.each([[httpError(401)], [rpc(-32601, 'method not found')], [new Error('boom')]])('not %s', (error) => expect(isRetryable(error)).toBe(false))
})
