import { BlockNotFoundError, createPublicClient, fallback, HttpRequestError, RpcRequestError, TimeoutError, type PublicClient } from 'viem'
import { isRangeRefusal, RangeRefusedError, WrongAnswerError } from './errors'
import { addIncident, toIncidentKind, type Incidents } from './incidents'
import { fetchFn, maxResponseBodySize, timeout } from './logsRequest'
import { patientHttp } from './patientHttp'

/** One address of a chain's node. */
export interface Endpoint {
  url: string
  client: PublicClient
  /** The newest block it was seen to have */
  height: number
  /** Questions it is being asked now */
  busy: number
  /** Failures since its last answer */
  failures: number
  /** Set aside until this moment, of performance.now() */
  restsUntil: number
  /** Until then it is asked only where no other one answers, or to check on others: it left logs out of an answer */
  doubtedUntil: number
}

/** All endpoints of a chain: one client on all of them, and each by itself. */
export interface Endpoints {
  client: PublicClient
  each: readonly Endpoint[]
  /** What went wrong with any of them */
  incidents: Incidents
}

/**
 * viem clients on the endpoints of one chain. Calls that land in one tick travel as one JSON-RPC batch; viem itself retries what is worth
 * retrying, and asks the next endpoint when one fails.
 */
export function openEndpoints(urls: readonly string[]): Endpoints {
  if (urls.length === 0) throw new Error('chain: no RPC URL was given')
  const toTransport = (url: string, retryCount: number) =>
    patientHttp(url, { fetchFn, batch: { batchSize: 100 }, maxResponseBodySize, timeout, retryCount, retryDelay: 250 })
  const transports = urls.map((url) => toTransport(url, 5))
  return {
    client: createPublicClient({ transport: transports.length === 1 ? transports[0]! : fallback(transports) }),
    each: urls.map((url) => {
      const client = createPublicClient({ transport: toTransport(url, 0) })
      return { url, client, height: -1, busy: 0, failures: 0, restsUntil: 0, doubtedUntil: 0 }
    }),
    incidents: new Map(),
  }
}

/** JSON-RPC codes that may pass: internal error, limit exceeded, resource unavailable, and the codes for "slow down". */
const passingCodes = new Set([-32603, -32005, -32002, -32007, -32016, 429, -1])

/** Whether the same question may be answered when it is asked again, later or elsewhere. */
export function isRetryable(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TimeoutError || cause instanceof WrongAnswerError || cause instanceof BlockNotFoundError) return true
    if (cause instanceof HttpRequestError) return cause.status === undefined || [408, 425, 429].includes(cause.status) || cause.status >= 500
    if (cause instanceof RpcRequestError) return passingCodes.has(cause.code)
  }
  return false
}

/** How often a question is asked in all: less often where the answer came and was wrong. */
const attempts = { passing: 8, wrong: 5 }
const isAnswered = (error: unknown) => error instanceof WrongAnswerError || error instanceof BlockNotFoundError
const longestRest = 60_000
/** After so many failures in a row an endpoint counts as away, and nothing waits for it alone. */
const awayAfter = 5
const doubt = 3_600_000

export const isAway = ({ failures, restsUntil }: Endpoint): boolean => failures >= awayAfter && restsUntil > performance.now()

/** An endpoint that left logs out is not asked for an hour where there is another: what it says cannot be relied on. */
export function doubtEndpoint(endpoint: Endpoint): void {
  endpoint.doubtedUntil = performance.now() + doubt
}

/**
 * Asks one of the endpoints: the least busy of those that are not set aside. One that fails is set aside, for as long as it says
 * (Retry-After) or longer each time, and the question goes to another. What went wrong is counted.
 *
 * @param besides an endpoint that is asked only where there is no other, or all others are away
 * @param patient false: nothing waits for endpoints that are all away
 * @throws RangeRefusedError when the provider refuses the range; the last failure when none could answer
 */
export async function askEndpoints<T>(
  { each, incidents }: Endpoints,
  ask: (endpoint: Endpoint) => Promise<T>,
  { besides, patient = true }: { besides?: Endpoint; patient?: boolean } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const endpoint = choose(each, besides)
    const pause = endpoint.restsUntil - performance.now()
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    endpoint.busy += 1
    // Questions that fail side by side are one failure, not many.
    const failures = endpoint.failures + 1
    try {
      const answer = await ask(endpoint)
      endpoint.failures = 0
      return answer
    } catch (error) {
      const refused = isRangeRefusal(error)
      const kind = refused ? 'refused' : toIncidentKind(error)
      addIncident(incidents, kind, (error as Error).message.split('\n')[0]!)
      if (refused) throw new RangeRefusedError((error as Error).message.split('\n')[0], { cause: error })
      if (kind === 'missing') doubtEndpoint(endpoint)
      endpoint.failures = Math.max(endpoint.failures, failures)
      endpoint.restsUntil = performance.now() + toRest(error, endpoint.failures)
      // Where there are others, they may know better what this one gives up on.
      if (!isRetryable(error) && each.length === 1) throw error
      if (attempt >= Math.max(isRetryable(error) && !isAnswered(error) ? attempts.passing : attempts.wrong, each.length)) throw error
      if (!patient && each.every(isAway)) throw error
    } finally {
      endpoint.busy -= 1
    }
  }
}

function choose(each: readonly Endpoint[], besides?: Endpoint): Endpoint {
  const now = performance.now()
  const there = each.filter((endpoint) => endpoint !== besides && !isAway(endpoint))
  const others = there.length > 0 ? there : each
  const isRested = ({ restsUntil }: Endpoint) => restsUntil <= now
  const believed = others.filter(({ doubtedUntil }) => doubtedUntil <= now)
  return (
    leastOf(believed.filter(isRested), ({ busy }) => busy) ??
    // Worth waiting for, rather than ask one that is doubted.
    leastOf(there.filter((endpoint) => believed.includes(endpoint)), ({ restsUntil }) => restsUntil) ??
    leastOf(others.filter(isRested), ({ busy }) => busy) ??
    leastOf(others, ({ restsUntil }) => restsUntil)!
  )
}

const leastOf = (endpoints: readonly Endpoint[], toNumber: (endpoint: Endpoint) => number): Endpoint | undefined =>
  endpoints.length === 0 ? undefined : endpoints.reduce((best, endpoint) => (toNumber(endpoint) < toNumber(best) ? endpoint : best))

/** How long an endpoint is set aside, in milliseconds: what its Retry-After says, or longer with each failure. */
export function toRest(error: unknown, failures: number, now = Date.now()): number {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const after = cause instanceof HttpRequestError ? cause.headers?.get('retry-after') : null
    if (!after) continue
    const rest = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now
    if (rest >= 0) return Math.min(longestRest, rest)
  }
  return Math.min(longestRest, 125 * 2 ** failures)
}
