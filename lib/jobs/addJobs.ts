import { z } from 'zod'
import type { AddJobsFunction, AddJobsJobSpec, WithPgClient } from 'graphile-worker'
import type { TrackedProtocol } from '@/db/protocols'
import type { ProtocolJobKind } from '../domain/job'

/** Lower runs sooner: a new block matters more than one more day of the past. */
const priorities: Readonly<Record<ProtocolJobKind, number>> = { sync: 0, snapshot: 10, alerts: 15, audit: 20, offChainVotes: 25, backfill: 30 }

/** graphile-worker waits exp(tries) seconds: the eighth and last try is half an hour after the first. The next round then begins anew. */
export const maxAttempts = 8

/** What a worker that has no endpoint of a chain passes by. */
export const toChainFlag = (chainId: number) => `chain:${chainId}`

/** Anything that can reach the queue: a running job's helpers, or a worker's own. */
export interface Queue {
  withPgClient: WithPgClient
  addJobs: AddJobsFunction
}

/**
 * Puts work in the queue, once: what waits, runs or is to be tried again stays as it is. A protocol's jobs run one after the other,
 * whichever workers take them: they share a queue of their own in Postgres.
 *
 * @returns how many were added
 */
export const addJobs = (queue: Queue, jobs: readonly { kind: ProtocolJobKind; protocol: TrackedProtocol }[]): Promise<number> =>
  addOnce(
    queue,
    jobs.map(({ kind, protocol }) => ({
      identifier: kind,
      payload: { protocol: protocol.slug },
      jobKey: `${kind}:${protocol.slug}`,
      queueName: `protocol:${protocol.slug}`,
      priority: priorities[kind],
      flags: [toChainFlag(protocol.token.chainId)],
    })),
  )

/** Puts jobs in the queue whose keys are not there, or only as given up. */
export async function addOnce(queue: Queue, jobs: readonly (AddJobsJobSpec & { jobKey: string })[]): Promise<number> {
  const { rows } = await queue.withPgClient<{ rows: unknown[] }>((client) =>
    client.query('select key from graphile_worker.jobs where key = any($1) and (locked_at is not null or attempts < max_attempts)', [jobs.map(({ jobKey }) => jobKey)]),
  )
  const there = new Set(z.array(z.object({ key: z.string() })).parse(rows).map(({ key }) => key))
  const added = jobs.filter(({ jobKey }) => !there.has(jobKey))
  if (added.length > 0) await queue.addJobs(added.map((job) => ({ ...job, maxAttempts })))
  return added.length
}
