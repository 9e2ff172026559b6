import { http, numberToHex } from 'viem'
import { toRangeLogs, type RangeLogs } from './logsAnswer'
import type { LogQuestion } from './scanTransfers'

/** A full answer of 10,000 logs is about 6 MB; some nodes give 100 MB and mean it. */
export const maxResponseBodySize = 256 * 1024 * 1024
export const timeout = 60_000

/** What viem is given in place of an answer that was read already. */
const read = '{"jsonrpc":"2.0","id":1,"result":null}'

/**
 * Asks one endpoint for logs, once. The request is viem's own (address, headers, time-out, errors); only the answer's bytes do not pass
 * through its JSON, which is most of the time that a long history takes.
 *
 * @throws what viem throws, and what `toRangeLogs` throws
 */
export async function requestLogs(url: string, question: LogQuestion): Promise<RangeLogs> {
  const { address, topic, fromBlock, toBlock } = question
  let answer: { bytes: Uint8Array; id: number } | undefined
  const fetchFn = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, init)
    if (!response.ok) return response
    const { id } = JSON.parse(init?.body as string) as { id: number }
    answer = { bytes: await readBody(response), id }
    return new Response(read, { headers: { 'content-type': 'application/json' } })
  }
  const { request } = http(url, { fetchFn, retryCount: 0, timeout })({})
  const filter = { address, topics: [topic], fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) }
  await request({ method: 'eth_getLogs', params: [filter] })
  if (!answer) throw new Error('chain: viem answered without asking')
  return toRangeLogs(answer.bytes, question, answer.id)
}

/** The whole body in one piece, without a second copy where its length is known beforehand. */
async function readBody(response: Response): Promise<Uint8Array> {
  const encoded = response.headers.has('content-encoding')
  const announced = encoded ? 0 : Number(response.headers.get('content-length') ?? 0)
  let bytes = new Uint8Array(Math.min(maxResponseBodySize, announced > 0 ? announced : 1 << 16))
  let length = 0
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    if (length + chunk.length > maxResponseBodySize)
      throw Object.assign(new Error(`the answer has more than ${maxResponseBodySize} bytes`), { name: 'ResponseBodyTooLargeError' })
    if (length + chunk.length > bytes.length) {
      const larger = new Uint8Array(Math.max(length + chunk.length, bytes.length * 2))
      larger.set(bytes)
      bytes = larger
    }
    bytes.set(chunk, length)
    length += chunk.length
  }
  return bytes.subarray(0, length)
}
