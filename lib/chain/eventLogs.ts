import { numberToHex } from 'viem'
import { z } from 'zod'
import { inChainOrder } from '../domain/chainOrder'
import type { Address } from '../domain/address'
import { askEndpoints, doubtEndpoint, isAway, type Endpoint, type Endpoints } from './endpoints'
import { WrongAnswerError } from './errors'
import { addIncident } from './incidents'
import { logSchema, type Log } from './log'
import { toLogRanges, type LogRange } from './logRanges'

/** Events of one contract in some blocks, both included. */
export interface EventQuestion {
  address: Address
  /** First topics: any of them */
  topics: readonly `0x${string}`[]
  /** Second topics: any of them; whatever they are where none are named */
  second?: readonly `0x${string}`[]
  /** The same of third topics */
  third?: readonly `0x${string}`[]
  fromBlock: number
  toBlock: number
}

const logsSchema = z.array(logSchema)
/** Events of a single contract are fewer than transfers of a token: the question may begin wide. */
const firstSpan = 50_000

/**
 * Reads some events of a contract as consecutive ranges, in the chain's order. Each log is checked against the question; where the chain has
 * a second endpoint, it is asked the same, and who has fewer logs is doubted.
 *
 * @param checkBlock throws where a block does not have this hash
 */
export function readEventLogs(
  endpoints: Endpoints,
  question: EventQuestion,
  checkBlock: (number: number, hash: string, endpoint: Endpoint) => Promise<void>,
): AsyncGenerator<LogRange<Log[]>> {
  const ask = async (from: number, to: number, endpoint: Endpoint): Promise<Log[]> => {
    const logs = await askOne(endpoint, { ...question, fromBlock: from, toBlock: to })
    const last = logs.at(-1)
    if (last) await checkBlock(last.blockNumber, last.blockHash, endpoint)
    return logs
  }
  const fetch = (from: number, to: number) =>
    askEndpoints(endpoints, async (endpoint) => {
      const logs = await ask(from, to, endpoint)
      const others = endpoints.each.filter((other) => other !== endpoint && !isAway(other))
      if (others.length === 0) return logs
      const other = await askEndpoints({ ...endpoints, each: others }, async (second) => ({ second, logs: await ask(from, to, second) }), { patient: false }).catch(() => null)
      if (!other) addIncident(endpoints.incidents, 'unconfirmed', `nobody else answered for blocks ${from} to ${to} of ${question.address}`)
      else if (other.logs.length > logs.length) throw new WrongAnswerError(`the endpoint left out events of ${question.address} in blocks ${from} to ${to}: another one has more`, { kind: 'missing' })
      else if (other.logs.length < logs.length) {
        doubtEndpoint(other.second)
        addIncident(endpoints.incidents, 'missing', `an endpoint left out events of ${question.address} in blocks ${from} to ${to}: another one has more`)
      }
      else if (other.logs.some((log, nth) => !isSame(log, logs[nth]!))) throw new WrongAnswerError(`two endpoints do not agree about the events of ${question.address} in blocks ${from} to ${to}`, { kind: 'fork' })
      return logs
    })
  return toLogRanges(fetch, question.fromBlock, question.toBlock, { inFlight: 4, span: firstSpan })
}

const isSame = (a: Log, b: Log): boolean =>
  a.blockHash === b.blockHash && a.logIndex === b.logIndex && a.data === b.data && a.topics.join() === b.topics.join()

/**
 * The topics that a log must have, as a node is asked for them: one of each place's, any where null stands.
 *
 * @example toTopicFilter({ topics: ['0x9089…'], third: ['0x0c'] }) // [['0x9089…'], null, ['0x0c']]
 */
export function toTopicFilter({ topics, second, third }: Pick<EventQuestion, 'topics' | 'second' | 'third'>): (readonly `0x${string}`[] | null)[] {
  return third ? [topics, second ?? null, third] : second ? [topics, second] : [topics]
}

async function askOne(endpoint: Endpoint, { address, fromBlock, toBlock, ...asked }: EventQuestion): Promise<Log[]> {
  const topics = toTopicFilter(asked)
  const filter = { address, topics, fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) }
  const answer = logsSchema.safeParse(await endpoint.client.request({ method: 'eth_getLogs', params: [filter] as never }))
  const wrong = (what: string) => new WrongAnswerError(`asked for events of ${address} in blocks ${fromBlock} to ${toBlock}, the endpoint answered ${what}. Try another endpoint.`)
  if (!answer.success) throw wrong(`with none: ${answer.error.issues[0]?.message}`)
  const logs = answer.data.map((log) => ({ ...log, blockHash: log.blockHash.toLowerCase(), transactionHash: log.transactionHash?.toLowerCase(), data: log.data.toLowerCase(), topics: log.topics.map((topic) => topic.toLowerCase()) }))
    .sort(inChainOrder)
  logs.forEach((log, nth) => {
    const before = logs[nth - 1]
    if (log.address !== address || topics.some((meant, place) => meant && !meant.some((topic) => topic === log.topics[place]))) throw wrong(`with a log of ${log.address}`)
    if (log.removed || log.blockNumber < fromBlock || log.blockNumber > toBlock) throw wrong(`with a log in block ${log.blockNumber}${log.removed ? ' that was removed' : ''}`)
    if (before?.blockNumber === log.blockNumber && before.logIndex === log.logIndex) throw wrong(`with log ${log.logIndex} of block ${log.blockNumber} twice`)
  })
  return logs
}
