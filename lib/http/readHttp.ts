import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createUnzip } from 'node:zlib'
import { SpareMemory } from '../domain/spareMemory'

/** What is asked over HTTP: all of it can be sent to a thread. */
export interface HttpQuestion {
  url: string
  method: string
  headers: Record<string, string>
  body: string
  /** The longest answer that is taken, in bytes */
  mostBytes: number
}

/** An answer that was read to its end, and decoded. */
export interface HttpAnswer {
  status: number
  statusText: string
  /** By their names in lower case */
  headers: Record<string, string>
  content: Uint8Array<ArrayBuffer>
}

/**
 * Asks over node's own HTTP client, without the web's streams. Those hand each piece of an answer from owner to owner, and once a process has
 * done so, V8 checks the owner at every access to every typed array: reading a ledger takes twice as long. Does not follow redirects.
 *
 * @throws Error as node's HTTP client names it; one with the name ResponseBodyTooLargeError where the answer is longer than is taken
 * @example const { status, content } = await readHttp({ url: 'http://127.0.0.1:8545', method: 'POST', headers: {}, body, mostBytes: 1e6 })
 */
export async function readHttp({ url, method, headers, body, mostBytes }: HttpQuestion, signal?: AbortSignal): Promise<HttpAnswer> {
  const { request: open } = url.startsWith('https:') ? https : http
  const length = Buffer.byteLength(body)
  const all = { accept: '*/*', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'lorenz', ...headers, 'content-length': length }
  const request = open(url, { method, headers: all, signal })
  request.end(body)
  const [message] = (await once(request, 'response')) as [http.IncomingMessage]
  const content = await readBody(message, mostBytes)
  return { status: message.statusCode!, statusText: message.statusMessage ?? '', headers: toHeaders(message), content }
}

/** What was decoded has another length, and none that is named. */
const toHeaders = ({ headers }: http.IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined || name === 'content-length' ? [] : [[name, String(value)]])))

function toDecoded(message: http.IncomingMessage): Readable {
  const encoding = message.headers['content-encoding']
  const decoder = encoding === 'br' ? createBrotliDecompress() : encoding === 'gzip' || encoding === 'deflate' ? createUnzip() : null
  if (decoder === null) return message
  message.on('error', (error) => decoder.destroy(error))
  return message.pipe(decoder)
}

/** The whole body in one piece, without a second copy where its length is known beforehand. */
async function readBody(message: http.IncomingMessage, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = message.headers['content-encoding'] ? 0 : Number(message.headers['content-length'] ?? 0)
  let bytes = spare.take(Math.min(mostBytes, announced > 0 ? announced : 1 << 16))
  let length = 0
  for await (const chunk of toDecoded(message) as AsyncIterable<Buffer>) {
    if (length + chunk.length > mostBytes) {
      message.destroy()
      throw Object.assign(new Error(`the answer has more than ${mostBytes} bytes`), { name: 'ResponseBodyTooLargeError' })
    }
    if (length + chunk.length > bytes.length) {
      const larger = spare.take(Math.max(length + chunk.length, bytes.length * 2))
      larger.set(bytes)
      spare.giveBack(bytes)
      bytes = larger
    }
    bytes.set(chunk, length)
    length += chunk.length
  }
  return bytes.subarray(0, length)
}

/** Answers that nobody reads any more: new memory for each would cost a tenth of a long sync, and hold twice as much. */
const spare = new SpareMemory(4, 1 << 20)

/** Says that an answer is not read any more: its memory is the next one's. */
export const giveBack = ({ content }: Pick<HttpAnswer, 'content'>): void => spare.giveBack(content)
