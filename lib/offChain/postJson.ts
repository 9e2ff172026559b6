import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createUnzip } from 'node:zlib'

/** A page of a thousand votes with their choices has some hundred kilobytes, one of proposals with their texts some megabytes. */
const mostBytes = 64 * 2 ** 20
const patience = 60_000

/** An answer that was read to its end. */
export interface PostAnswer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/**
 * Sends JSON by node's own HTTP client: the web's `fetch` would slow down every typed array of this process for good (V8 then checks their
 * owner at each access), and ledgers are read in the same process. Follows no redirect.
 *
 * @throws Error as node names it, also where the answer was cut or is longer than 64 MiB
 * @example (await postJson('https://hub.snapshot.org/graphql', '{"query":"{ __typename }"}')).status // 200
 */
export async function postJson(url: string, body: string, signal?: AbortSignal): Promise<PostAnswer> {
  const headers = { accept: 'application/json', 'accept-encoding': 'gzip, deflate, br', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'lorenz' }
  const { request: open } = url.startsWith('https:') ? https : http
  const limits = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])]
  const request = open(url, { method: 'POST', headers, signal: AbortSignal.any(limits) })
  request.end(body)
  const [message] = (await once(request, 'response')) as [http.IncomingMessage]
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of toDecoded(message) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) {
      message.destroy()
      throw new Error(`the answer has more than ${mostBytes} bytes`)
    }
    chunks.push(chunk)
  }
  return { status: message.statusCode ?? 0, headers: message.headers, text: Buffer.concat(chunks).toString('utf8') }
}

function toDecoded(message: http.IncomingMessage): Readable {
  const encoding = message.headers['content-encoding']
  const decoder = encoding === 'br' ? createBrotliDecompress() : encoding === 'gzip' || encoding === 'deflate' ? createUnzip() : null
  if (decoder === null) return message
  message.on('error', (error) => decoder.destroy(error))
  return message.pipe(decoder)
}
