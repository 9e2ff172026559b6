import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { toETag } from '@/app/http/respond'
import { letScriptsWait, toPagePolicy } from './pageScripts'
import type { Encoding } from './question'

/** An answer that is there as a whole, as it is sent. */
export interface Answer {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
}

/** An answer that is too long to be held, or that goes on: what came of it, and what is still to come. */
export interface LongAnswer {
  status: number
  headers: OutgoingHttpHeaders
  begun: Buffer
  rest: IncomingMessage
}

/** Longer answers go out as they come: files of all holders, and what is only fetched once. */
const longest = 2 * 1024 * 1024

/** Said of a connection and of bytes on their way, and no longer true of these; and that an answer varies by headers that are not handed on. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'vary'])

/** Reads an answer to its end, or as far as it may be held. */
export async function readAnswer(response: IncomingMessage): Promise<Answer | LongAnswer> {
  const status = response.statusCode ?? 500
  const headers = Object.fromEntries(Object.entries(response.headers).filter(([name]) => !ofConnection.has(name)))
  const parts: Buffer[] = []
  let length = 0
  // Left open where it is too long: the rest is still to be read.
  for await (const part of response.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.length
    if (length > longest) return { status, headers, begun: Buffer.concat(parts), rest: response }
  }
  return { status, headers, body: Buffer.concat(parts) }
}

/** What is worth making shorter: text, and what is text by another name. Pictures are short already. */
export const isText = (headers: OutgoingHttpHeaders): boolean => /^text\/|json|javascript|xml|svg/.test(String(headers['content-type'] ?? ''))

const isPage = (headers: OutgoingHttpHeaders) => String(headers['content-type'] ?? '').startsWith('text/html') && !headers['content-security-policy']

/**
 * An answer as visitors get it: pages with the policy of their scripts, which wait in those that came out right; every one with a tag, and
 * as short as the visitor takes it.
 */
export async function finishAnswer({ status, headers, body }: Answer, encoding: Encoding): Promise<Answer> {
  const whole = isPage(headers) ? finishPage({ status, headers, body }) : { status, headers: { ...headers }, body }
  const finished = { ...whole, headers: { etag: status === 200 ? toETag(whole.body) : undefined, ...whole.headers } }
  if (!isText(finished.headers)) return finished
  const varied = { ...finished.headers, vary: 'Accept-Encoding' }
  if (encoding === 'identity' || finished.body.length < 1_000) return { ...finished, headers: varied }
  return { status, headers: { ...varied, 'content-encoding': encoding }, body: await compress(finished.body, encoding) }
}

function finishPage({ status, headers, body }: Answer): Answer {
  const made = body.toString()
  // A page that is missing or failed is made by its scripts.
  const html = status === 200 ? letScriptsWait(made) : made
  return { status, headers: { ...headers, 'content-security-policy': toPagePolicy(html), 'cache-control': status === 200 ? 'no-cache' : 'no-store' }, body: Buffer.from(html) }
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]
const compress = (body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> =>
  encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }) : zip(body, { level: 6 })
