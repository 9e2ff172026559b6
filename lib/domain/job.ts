import { z } from 'zod'
import type { Text } from './text'

/** The work that stands in the queue. `round` and `daily` only put the others there; each of the others is about one protocol, a `call` about one crossing. */
export const jobKinds = ['round', 'daily', 'sync', 'snapshot', 'backfill', 'audit', 'alerts', 'offChainVotes', 'call'] as const
export type JobKind = (typeof jobKinds)[number]
/** Kinds of job that are about one protocol. */
export type ProtocolJobKind = Exclude<JobKind, 'round' | 'daily' | 'call'>

export const jobNames: Readonly<Record<JobKind, Text>> = {
  round: { en: 'Round', de: 'Runde' },
  daily: { en: 'Daily run', de: 'Tageslauf' },
  sync: { en: 'Sync', de: 'Abgleich' },
  snapshot: { en: 'Snapshot', de: 'Stand' },
  backfill: { en: 'History', de: 'Verlauf' },
  audit: { en: 'Audit', de: 'Prüfung' },
  alerts: { en: 'Alerts', de: 'Alarme' },
  offChainVotes: { en: 'Votes off the chain', de: 'Stimmen außerhalb der Chain' },
  call: { en: 'Call', de: 'Benachrichtigung' },
}

/** What a job is about. Whatever else stands in the database is refused. */
export const protocolJobSchema = z.strictObject({ protocol: z.string().regex(/^[a-z0-9-]+$/, 'not the slug of a protocol') })

/** How much of one kind of work there is. */
export interface KindCount {
  kind: JobKind
  /** Not yet begun, or to be tried again */
  waiting: number
  running: number
  /** Given up after the last try; the next round begins anew */
  failed: number
}

/** A job that did not end well. */
export interface JobFailure {
  kind: JobKind
  /** null for rounds and daily runs */
  protocol: string | null
  attempts: number
  maxAttempts: number
  /** Unix seconds of the next try; null where it was given up, or runs again at this moment */
  nextTry: number | null
  /** In plain words */
  reason: string
}

/** The queue as a whole. */
export interface QueueStatus {
  kinds: KindCount[]
  failures: JobFailure[]
  /** Workers that are there at this moment, on whatever machine; null where only a replica answers, which does not know */
  workers: number | null
}
