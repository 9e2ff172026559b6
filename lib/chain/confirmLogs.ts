import { askEndpoints, doubtEndpoint, isAway, type Endpoint, type Endpoints } from './endpoints'
import { RangeRefusedError, WrongAnswerError } from './errors'
import { addIncident } from './incidents'
import type { RangeLogs } from './logsAnswer'
import type { LogQuestion } from './scanTransfers'
import { compareAnswers, toSpotChecks, type Blocks } from './spotChecks'

type Fetch = (question: LogQuestion, endpoint: Endpoint) => Promise<RangeLogs>

/**
 * Reads logs so that no endpoint can leave some out unnoticed, where a chain has more than one: another one confirms each answer, by spot
 * checks. The one that left logs out is doubted from then on.
 *
 * A null in place of logs counts as "none" only where another endpoint, asked about all of these blocks, answers that there are none.
 *
 * @returns reads one range; throws WrongAnswerError of the kind 'missing' when the endpoint's answer was found to lack logs
 */
export function toConfirmedFetch(endpoints: Endpoints, fetch: Fetch): Fetch {
  // Other endpoints may answer narrower ranges only; what one refused is not asked of it again.
  let widest = Infinity

  /** What another endpoint says, or null where none answers. */
  async function askOther(question: LogQuestion, endpoint: Endpoint): Promise<{ logs: RangeLogs; from: Endpoint } | null> {
    const others = endpoints.each.filter((other) => other !== endpoint)
    if (others.every(isAway)) return null
    const ask = async (from: Endpoint) => ({ logs: await fetch(question, from), from })
    return askEndpoints({ ...endpoints, each: others }, ask, { patient: false }).catch((error: unknown) => {
      if (error instanceof RangeRefusedError) throw error
      return null
    })
  }

  /** Cuts blocks to what others answer: of a stretch that is too long, its end. */
  async function confirm(question: LogQuestion, answer: RangeLogs, endpoint: Endpoint, blocks: Blocks): Promise<void> {
    const fromBlock = Math.max(blocks.fromBlock, blocks.toBlock - widest + 1)
    const { toBlock } = blocks
    let other: Awaited<ReturnType<typeof askOther>> = null
    try {
      other = await askOther({ ...question, fromBlock, toBlock }, endpoint)
    } catch (error) {
      if (!(error instanceof RangeRefusedError)) throw error
      widest = Math.min(widest, Math.max(1, Math.floor((toBlock - fromBlock + 1) / 2)))
      if (fromBlock < toBlock) return confirm(question, answer, endpoint, blocks)
    }
    const where = `blocks ${fromBlock} to ${toBlock} of ${question.address}`
    if (other === null) return addIncident(endpoints.incidents, 'unconfirmed', `nobody else answered for ${where}`)
    const verdict = compareAnswers(answer, other.logs, { fromBlock, toBlock })
    if (verdict === 'fewer') throw new WrongAnswerError(`the endpoint left out logs in ${where}: another one has more`, { kind: 'missing' })
    if (verdict === 'different') throw new WrongAnswerError(`two endpoints do not agree about ${where}`, { kind: 'fork' })
    if (verdict === 'same') return
    doubtEndpoint(other.from)
    addIncident(endpoints.incidents, 'missing', `an endpoint left out logs in ${where}: another one has more`)
  }

  return async (question, endpoint) => {
    if (endpoints.each.length === 1) return fetch(question, endpoint)
    let answer: RangeLogs
    try {
      answer = await fetch(question, endpoint)
    } catch (error) {
      if (!(error instanceof WrongAnswerError) || error.kind !== 'nothing') throw error
      const other = await askOther(question, endpoint)
      if (other?.logs.length !== 0) throw error
      return other.logs
    }
    await Promise.all(toSpotChecks(question, answer).map((blocks) => confirm(question, answer, endpoint, blocks)))
    return answer
  }
}
