import { http, numberToHex } from 'viem'
import { httpFetch, toHttpQuestion, toResponse, type ReadResponse } from './httpFetch'
import { toRangeLogs, type RangeLogs } from './logsAnswer'
import { readBeside } from './readThread'
import type { TransfersAnswer } from './readTransfers'
import type { LogQuestion } from './scanTransfers'

/** A full answer of 10,000 logs is about 6 MB; some nodes give 100 MB and mean it. */
export const maxResponseBodySize = 256 * 1024 * 1024
export const timeout = 60_000

/** What viem is given in place of an answer that was read already. */
const nothing = '{"jsonrpc":"2.0","id":1,"result":null}'

/** How viem asks an endpoint. */
export const fetchFn = (input: string | URL | Request, init?: RequestInit): Promise<ReadResponse> => httpFetch(input, init, maxResponseBodySize)

/**
 * Asks one endpoint for logs, once. The request is viem's own (address, headers, time-out, errors); only the answer's bytes do not pass
 * through its JSON, which is most of the time that a long history takes.
 *
 * @throws what viem throws, and what `toRangeLogs` throws
 */
export async function requestLogs(url: string, question: LogQuestion): Promise<RangeLogs> {
  const { address, topic, fromBlock, toBlock } = question
  let read: { answer: TransfersAnswer; id: number } | undefined
  const keepAnswer: typeof fetchFn = async (input, init) => {
    const { id } = JSON.parse(init?.body as string) as { id: number }
    const answer = await readBeside({ request: toHttpQuestion(input, init, maxResponseBodySize), question, id }, init?.signal ?? undefined)
    const response = toResponse(answer)
    if (!response.ok) return response
    read = { answer, id }
    return Object.assign(response, { text: () => Promise.resolve(nothing) })
  }
  const { request } = http(url, { fetchFn: keepAnswer, retryCount: 0, timeout })({})
  const filter = { address, topics: [topic], fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) }
  await request({ method: 'eth_getLogs', params: [filter] })
  if (!read) throw new Error('chain: viem answered without asking')
  return toRangeLogs(read.answer.content, question, read.id, read.answer.scanned)
}
