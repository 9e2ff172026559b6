import { createPublicClient, fallback, http, HttpRequestError, RpcRequestError, TimeoutError, withRetry, type PublicClient } from 'viem'
import { isRangeRefusal, RangeRefusedError } from './errors'

/** A full answer of 10,000 logs is about 6 MB; some nodes give 100 MB and mean it. */
const maxResponseBodySize = 256 * 1024 * 1024
const timeout = 60_000

/**
 * A viem client on one or several endpoints of one chain. Calls that land in one tick travel as one JSON-RPC batch;
 * viem itself retries what is worth retrying, and asks the next endpoint when one fails.
 */
export function createChainClient(urls: readonly string[]): PublicClient {
  if (urls.length === 0) throw new Error('chain: no RPC URL was given')
  const transports = urls.map((url) =>
    http(url, { batch: { batchSize: 100 }, maxResponseBodySize, timeout, retryCount: 5, retryDelay: 250 }),
  )
  return createPublicClient({ transport: transports.length === 1 ? transports[0]! : fallback(transports) })
}

/** JSON-RPC codes that may pass: internal error, limit exceeded, resource unavailable, and the codes for "slow down". */
const passingCodes = new Set([-32603, -32005, -32002, -32007, -32016, 429, -1])

/** Whether the same question may be answered when asked again later. */
export function isRetryable(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TimeoutError) return true
    if (cause instanceof HttpRequestError) return cause.status === undefined || [408, 425, 429].includes(cause.status) || cause.status >= 500
    if (cause instanceof RpcRequestError) return passingCodes.has(cause.code)
  }
  return false
}

/**
 * Asks a question whose refusal may mean "ask for less". viem's own retry would ask for the same again five times,
 * so it is switched off here: a refusal is thrown at once, what may pass is asked again with growing pauses.
 *
 * @throws RangeRefusedError when the provider refuses the range
 */
export async function requestRange(
  client: PublicClient,
  request: { method: 'eth_getLogs'; params: [Record<string, unknown>] },
  onRetry?: (error: Error) => void,
): Promise<unknown> {
  try {
    return await withRetry(() => client.request(request as never, { retryCount: 0 }), {
      retryCount: 6,
      delay: ({ count }) => 250 * 2 ** count,
      shouldRetry: ({ error }) => {
        if (isRangeRefusal(error) || !isRetryable(error)) return false
        onRetry?.(error)
        return true
      },
    })
  } catch (error) {
    if (isRangeRefusal(error)) throw new RangeRefusedError((error as Error).message.split('\n')[0], { cause: error })
    throw error
  }
}
