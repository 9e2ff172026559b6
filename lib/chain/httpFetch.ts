import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createUnzip } from 'node:zlib'

/** An answer that was read to its end. */
export interface ReadResponse extends Response {
  content: Uint8Array
}

/** An answer of this many bytes and more stands in memory that threads share: one of them may read it while another goes on. */
export const sharedFrom = 1 << 20

/**
 * `fetch` for JSON-RPC over node's own HTTP client, without the web's streams. Those hand each piece of an answer from owner to owner, and
 * once a process has done so, V8 checks the owner at every access to every typed array: reading logs takes twice as long.
 * Does not follow redirects.
 *
 * @param mostBytes the longest answer that is taken
 * @throws Error as node's HTTP client names it; one with the name ResponseBodyTooLargeError where the answer is longer
 * @example const response = await httpFetch('http://127.0.0.1:8545', { method: 'POST', body }, 1e6) // response.content, await response.text()
 */
export async function httpFetch(input: string | URL | Request, init: RequestInit | undefined, mostBytes: number): Promise<ReadResponse> {
  const url = new URL(input instanceof Request ? input.url : input)
  const body = Buffer.from((init?.body as string | null | undefined) ?? '')
  const headers = { accept: '*/*', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'lorenz', ...(init?.headers as Record<string, string>), 'content-length': body.length }
  const { request: open } = url.protocol === 'https:' ? https : http
  const request = open(url, { method: init?.method, headers, signal: init?.signal ?? undefined })
  request.end(body)
  const [message] = (await once(request, 'response')) as [http.IncomingMessage]
  const content = await readBody(message, mostBytes)
  const response = new Response(null, { status: message.statusCode, statusText: message.statusMessage, headers: toHeaders(message) })
  const text = () => Promise.resolve(Buffer.from(content.buffer, content.byteOffset, content.length).toString())
  return Object.assign(response, { content, text })
}

/** What was decoded has another length, and none that is named. */
function toHeaders({ headers }: http.IncomingMessage): Headers {
  const own = new Headers()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && name !== 'content-length') own.set(name, String(value))
  return own
}

function toDecoded(message: http.IncomingMessage): Readable {
  const encoding = message.headers['content-encoding']
  const decoder = encoding === 'br' ? createBrotliDecompress() : encoding === 'gzip' || encoding === 'deflate' ? createUnzip() : null
  if (decoder === null) return message
  message.on('error', (error) => decoder.destroy(error))
  return message.pipe(decoder)
}

/** The whole body in one piece, without a second copy where its length is known beforehand. */
async function readBody(message: http.IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const announced = message.headers['content-encoding'] ? 0 : Number(message.headers['content-length'] ?? 0)
  let bytes = allocate(Math.min(mostBytes, announced > 0 ? announced : 1 << 16))
  let length = 0
  for await (const chunk of toDecoded(message) as AsyncIterable<Buffer>) {
    if (length + chunk.length > mostBytes) {
      message.destroy()
      throw Object.assign(new Error(`the answer has more than ${mostBytes} bytes`), { name: 'ResponseBodyTooLargeError' })
    }
    if (length + chunk.length > bytes.length) {
      const larger = allocate(Math.max(length + chunk.length, bytes.length * 2))
      larger.set(bytes)
      bytes = larger
    }
    bytes.set(chunk, length)
    length += chunk.length
  }
  return bytes.subarray(0, length)
}

/** Memory of answers that nobody reads any more. Taking new memory for each would cost a tenth of a long sync, and hold twice as much. */
const spare: SharedArrayBuffer[] = []
const mostSpare = 4

/** Says that an answer is not read any more: its memory is the next one's. */
export function giveBack({ content }: ReadResponse): void {
  if (!(content.buffer instanceof SharedArrayBuffer)) return
  spare.push(content.buffer)
  if (spare.length <= mostSpare) return
  // The smallest goes: answers grow with the ranges, and what is too small would never be taken again.
  spare.sort((a, b) => b.byteLength - a.byteLength)
  spare.pop()
}

function allocate(length: number): Uint8Array {
  if (length < sharedFrom) return new Uint8Array(length)
  const fitting = spare.findIndex(({ byteLength }) => byteLength >= length && byteLength <= length * 4)
  if (fitting >= 0) return new Uint8Array(spare.splice(fitting, 1)[0]!)
  // Answers of one provider are about as long as each other: a little more room fits the next one too.
  return new Uint8Array(new SharedArrayBuffer(Math.ceil((length * 1.1) / sharedFrom) * sharedFrom))
}
