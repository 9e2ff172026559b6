import { numberToHex } from 'viem'
import { z } from 'zod'
import { inChainOrder } from '../domain/chainOrder'
import type { Address } from '../domain/address'
import { askEndpoints, doubtEndpoint, type Endpoint, type Endpoints } from './endpoints'
import { WrongAnswerError } from './errors'
import { logSchema, type Log } from './log'
import { toLogRanges } from './logRanges'
import type { LogQuestion } from './scanTransfers'

/** What one endpoint says of some accounts. */
export interface AccountLogs {
  /** In the chain's order */
  logs: Log[]
  /** To be called where another endpoint was proven right: this one is then set aside */
  doubt: () => void
}

const logsSchema = z.array(logSchema)
/** Logs of a few accounts are few: the question may begin wide. */
const firstSpan = 100_000

/**
 * The logs that name one of some accounts as sender or receiver, as each endpoint tells them; one that does not answer is left out.
 * Few logs, however long the token's history is.
 */
export async function readAccountLogs(endpoints: Endpoints, question: LogQuestion, accounts: readonly Address[]): Promise<AccountLogs[]> {
  const topics = accounts.map((account) => `0x${account.slice(2).padStart(64, '0')}` as const)
  const filters = [
    [question.topic, topics],
    [question.topic, null, topics],
  ]
  const told = endpoints.each.map(async (endpoint): Promise<AccountLogs[]> => {
    try {
      const read = await Promise.all(filters.map((filter) => readFiltered(endpoints, endpoint, question, filter)))
      const byPlace = new Map(read.flat().map((log) => [`${log.blockNumber} ${log.logIndex}`, log]))
      const logs = [...byPlace.values()].sort(inChainOrder)
      return [{ logs, doubt: () => doubtEndpoint(endpoint) }]
    } catch {
      return []
    }
  })
  return (await Promise.all(told)).flat()
}

async function readFiltered(endpoints: Endpoints, endpoint: Endpoint, question: LogQuestion, topics: unknown): Promise<Log[]> {
  const fetch = async (from: number, to: number): Promise<Log[]> => {
    const filter = { address: question.address, topics, fromBlock: numberToHex(from), toBlock: numberToHex(to) }
    const ask = async () => {
      const answer = logsSchema.safeParse(await endpoint.client.request({ method: 'eth_getLogs', params: [filter] as never }))
      if (!answer.success) throw new WrongAnswerError(`asked for the logs of accounts in blocks ${from} to ${to}, the endpoint answered with none`)
      return answer.data
    }
    return askEndpoints({ ...endpoints, each: [endpoint] }, ask)
  }
  const logs: Log[] = []
  for await (const range of toLogRanges(fetch, question.fromBlock, question.toBlock, { inFlight: 4, span: firstSpan })) logs.push(...range.logs)
  return logs
}
