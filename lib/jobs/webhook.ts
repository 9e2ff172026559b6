import { createHmac } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isPrivate, lookupPublic, PrivateAddressError } from './privateAddress'

/** How long whoever is called may take. */
const patience = 10_000

const secretPrefix = 'whsec_'

export interface Call {
  url: string
  secret: string
  /** The same for every try of one call: who is called twice knows it */
  id: string
  /** Unix seconds of this try */
  timestamp: number
  body: string
}

/**
 * The signature of a call, as Standard Webhooks writes it: HMAC-SHA256 over id, timestamp and body.
 *
 * @param secret 'whsec_' and base64, or any words
 * @example toSignature({ secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' })
 * // 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
 */
export function toSignature({ secret, id, timestamp, body }: Omit<Call, 'url'>): string {
  const key = secret.startsWith(secretPrefix) ? Buffer.from(secret.slice(secretPrefix.length), 'base64') : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/**
 * Calls an address. Follows no redirect, and reads no more of the answer than its status.
 *
 * @param allowsPrivate whether addresses of this machine and its network may be called
 * @throws PrivateAddressError where they may not; Error with the status, or with why there was none
 */
export function callWebhook(call: Call, allowsPrivate: boolean): Promise<void> {
  const url = new URL(call.url)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A name is checked when it is looked up; an address is never looked up.
  if (!allowsPrivate && isIP(host) && isPrivate(host)) return Promise.reject(new PrivateAddressError(`${host} is an address of a private network`))
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(call.body),
        'User-Agent': 'Lorenz',
        'Webhook-Id': call.id,
        'Webhook-Timestamp': String(call.timestamp),
        'Webhook-Signature': toSignature(call),
      },
      agent: false,
      signal: AbortSignal.timeout(patience),
      ...(allowsPrivate ? {} : { lookup: lookupPublic }),
    })
    request.once('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      if (status >= 200 && status < 300) resolve()
      else reject(new Error(`whoever was called answered ${status}`))
    })
    request.once('error', (error) => reject(error instanceof PrivateAddressError ? error : new Error(`nobody took the call: ${error.name === 'AbortError' || error.name === 'TimeoutError' ? `no answer in ${patience / 1000} s` : error.message}`)))
    request.end(call.body)
  })
}
