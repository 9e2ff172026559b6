import type { IncidentKind } from '../domain/incident'

/** The provider refuses a range of blocks as too wide or too full: ask for less. */
export class RangeRefusedError extends Error {
  override name = 'RangeRefusedError'
}

/** What the provider answered is no answer to what was asked: another chain, a wrong shape, a log outside its range. */
export class WrongAnswerError extends Error {
  override name = 'WrongAnswerError'
  readonly kind: IncidentKind
  constructor(message: string, { kind = 'garbled', cause }: { kind?: IncidentKind; cause?: unknown } = {}) {
    super(message, { cause })
    this.kind = kind
  }
}

/** How providers say that a range is too wide or its answer too large. Collected from their documentation and forums. */
const refusals = [
  /more than \d+ (results|logs)/i,
  /(block|query)?\s*range (is )?(too (wide|large|big)|exceeds|limit)/i,
  /(exceed|limited to|up to|maximum|max).{0,40}(block|range|results|logs)/i,
  /response (size|body|is too|too).{0,40}(exceed|large|big|limit|max)/i,
  /log response size/i,
  /query (timeout|exceeds|returned)/i,
  /too many (logs|results|blocks)/i,
  /content too large|payload too large|request entity too large/i,
]

/**
 * Whether an error from a provider means "ask for a smaller range". JSON-RPC -32005 (limit exceeded) and HTTP 413 always do;
 * -32602 only with words that speak of a range, as it also stands for any wrong parameter.
 */
export function isRangeRefusal(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, status, name } = cause as { code?: unknown; status?: unknown; name?: string }
    if (code === -32005 || status === 413 || name === 'ResponseBodyTooLargeError') return true
    const words = [cause.message, (cause as { details?: string }).details ?? '']
    if (status !== 429 && words.some((text) => refusals.some((pattern) => pattern.test(text)))) return true
  }
  return false
}
