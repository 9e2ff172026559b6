import { HttpRequestError, TimeoutError } from 'viem'
import type { IncidentKind } from '../domain/incident'
import { RangeRefusedError, WrongAnswerError } from './errors'

/** What went wrong since it was last asked, by kind. */
export type Incidents = Map<IncidentKind, { times: number; reason: string }>

/**
 * Which kind of failure is this?
 *
 * @example toIncidentKind(new WrongAnswerError('the endpoint is at block 5', { kind: 'behind' })) // 'behind'
 */
export function toIncidentKind(error: unknown): IncidentKind {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof WrongAnswerError) return cause.kind
    if (cause instanceof RangeRefusedError) return 'refused'
    if (cause instanceof TimeoutError) return 'timedOut'
    if (cause instanceof HttpRequestError) return toHttpKind(cause.status, cause.details)
    // An answer without a result: viem says that there is no such block.
    if (cause.name === 'BlockNotFoundError') return 'nothing'
  }
  const { code } = (error ?? {}) as { code?: unknown }
  return code === -32005 || code === 429 ? 'rateLimited' : 'error'
}

function toHttpKind(status: number | undefined, details: string): IncidentKind {
  if (status === 429) return 'rateLimited'
  if (status !== undefined) return 'unavailable'
  return /JSON|aborted|unexpected end/i.test(details) ? 'garbled' : 'unreachable'
}

/** Notes one more of a kind. */
export function addIncident(incidents: Incidents, kind: IncidentKind, reason: string): void {
  incidents.set(kind, { times: (incidents.get(kind)?.times ?? 0) + 1, reason })
}
