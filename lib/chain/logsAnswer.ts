import { RpcRequestError } from 'viem'
import { z } from 'zod'
import { packTransfers, type PackedTransfers } from '../ledger/packedTransfers'
import { WrongAnswerError } from './errors'
import { logSchema, type Log } from './log'
import { scanTransfers, type LogQuestion } from './scanTransfers'
import { inChainOrder } from '../domain/chainOrder'

/** The logs of a range of blocks. */
export interface RangeLogs {
  /** How many in all */
  length: number
  /** Those with two addresses indexed and 32 bytes of data, in the chain's order */
  transfers: PackedTransfers
  /** All others */
  odd: readonly Log[]
  /** The last log's block, to hold against the chain's headers; null where there are no logs */
  last: { block: number; hash: string } | null
}

const answerSchema = z.object({
  id: z.union([z.number(), z.string()]).nullable().optional(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string(), data: z.unknown().optional() }).nullish(),
})
const logsSchema = z.array(logSchema)

/**
 * What did a node answer to `eth_getLogs`? The usual shape is read from its bytes; any other is parsed and checked as JSON.
 *
 * @param id of the question
 * @param scanned what `scanTransfers` found in the bytes, where that was done before
 * @throws RpcRequestError with the node's own error; WrongAnswerError where it is no answer to the question: not JSON, cut off, another
 *   question's, null, logs that were not asked for, were removed, or come twice
 */
export function toRangeLogs(bytes: Uint8Array, question: LogQuestion, id: number, scanned = scanTransfers(bytes, question, id)): RangeLogs {
  if (!scanned) return parseLogs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(), question, id)
  const { transfers, lastBlockHash } = scanned
  const last = lastBlockHash === null ? null : { block: transfers.blockNumbers[transfers.count - 1]!, hash: lastBlockHash.toLowerCase() }
  return { length: transfers.count, transfers, odd: [], last }
}

function parseLogs(text: string, question: LogQuestion, id: number): RangeLogs {
  const wrong = (what: string, cause?: unknown, kind?: 'nothing') =>
    new WrongAnswerError(
      `asked for ${question.topic} of ${question.address} in blocks ${question.fromBlock} to ${question.toBlock}, the node answered ${what}. Try another endpoint.`,
      { cause, kind },
    )
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw wrong(`with ${text.length} characters that are no JSON, beginning ${JSON.stringify(text.slice(0, 40))}`, error)
  }
  const answer = answerSchema.safeParse(json)
  if (!answer.success) throw wrong('in a shape that is not JSON-RPC', answer.error)
  const { error, result } = answer.data
  if (error) throw new RpcRequestError({ body: { method: 'eth_getLogs' }, error, url: '' })
  if (answer.data.id !== id && answer.data.id !== String(id)) throw wrong(`another question: number ${answer.data.id}, not ${id}`)
  if (result === null || result === undefined) throw wrong('null', undefined, 'nothing')
  const parsed = logsSchema.safeParse(result)
  if (!parsed.success) throw wrong(`with logs that are none: ${parsed.error.issues[0]?.message}`, parsed.error)
  const logs = parsed.data.sort(inChainOrder)
  logs.forEach((log, index) => {
    const before = logs[index - 1]
    if (log.address !== question.address || log.topics[0] !== question.topic) throw wrong(`with a log of ${log.address}`)
    if (log.removed || log.blockNumber < question.fromBlock || log.blockNumber > question.toBlock)
      throw wrong(`with a log in block ${log.blockNumber}${log.removed ? ' that was removed' : ''}`)
    if (before?.blockNumber === log.blockNumber && before.logIndex === log.logIndex) throw wrong(`log ${log.logIndex} of block ${log.blockNumber} twice`)
  })
  const last = logs.at(-1)
  const odd = logs.filter((log) => !isPackable(log))
  return {
    length: logs.length,
    transfers: pack(logs.filter(isPackable)),
    odd,
    last: last ? { block: last.blockNumber, hash: last.blockHash.toLowerCase() } : null,
  }
}

const padding = `0x${'0'.repeat(24)}`
const isPackable = ({ topics, data }: Log): boolean =>
  topics.length === 3 && data.length === 66 && topics[1]!.startsWith(padding) && topics[2]!.startsWith(padding)

const pack = (logs: readonly Log[]): PackedTransfers =>
  packTransfers(
    logs.map(({ topics, data, blockNumber, logIndex }) => ({
      from: `0x${topics[1]!.slice(26)}`,
      to: `0x${topics[2]!.slice(26)}`,
      amount: BigInt(data),
      blockNumber,
      logIndex,
    })),
  )
