import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { jobKinds, type JobFailure, type JobKind, type KindCount, type QueueStatus } from '@/lib/domain/job'
import type { Database } from './database'

/** First half of the key of the lock that a worker holds while it is there; the hash of its name is the other half. */
export const presenceLock = 7033

/** Whether the worker named by an SQL expression is there: its connection, and so its lock, goes with its process. */
export const isPresent = (name: string) => `exists (
  select from pg_locks
  where locktype = 'advisory' and granted and classid = ${presenceLock} and objsubid = 2
    and objid = (hashtext(${name})::bigint & 4294967295)::oid
    and database = (select oid from pg_database where datname = current_database()))`

const kind = z.enum(jobKinds)
const countsSchema = z.array(z.object({ kind, waiting: z.coerce.number(), running: z.coerce.number(), failed: z.coerce.number() }))
const failuresSchema = z.array(
  z.object({ kind, key: z.string().nullable(), attempts: z.number(), max_attempts: z.number(), next_try: z.coerce.number().nullable(), reason: z.string() }),
)

/** What waits, runs and failed, and who works. All zero before the first worker has set up the queue's tables. */
export async function loadQueue({ db }: Database): Promise<QueueStatus> {
  const { rows: tables } = await db.execute(sql`select to_regclass('graphile_worker.jobs') is not null as there`)
  if (!tables[0]?.there) return { kinds: [], failures: [], workers: 0 }
  const known = sql.param([...jobKinds])
  const counts = await db.execute(sql`
    select task_identifier as kind,
      count(*) filter (where locked_at is null and attempts < max_attempts) as waiting,
      count(*) filter (where locked_at is not null) as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts) as failed
    from graphile_worker.jobs where task_identifier = any(${known}::text[]) group by 1`)
  const failures = await db.execute(sql`
    select task_identifier as kind, key, attempts::int, max_attempts::int, last_error as reason,
      case when locked_at is null and attempts < max_attempts then floor(extract(epoch from run_at)) end as next_try
    from graphile_worker.jobs where task_identifier = any(${known}::text[]) and last_error is not null and attempts > 0
    order by updated_at desc limit 100`)
  const { rows: present } = await db.execute(sql`
    select case when pg_is_in_recovery() then null else count(*)::int end as workers from pg_locks
    where locktype = 'advisory' and granted and classid = ${presenceLock} and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())`)
  return {
    kinds: toKinds(countsSchema.parse(counts.rows)),
    failures: failuresSchema.parse(failures.rows).map(toFailure),
    workers: z.number().nullable().parse(present[0]?.workers),
  }
}

const toKinds = (counted: readonly KindCount[]): KindCount[] =>
  jobKinds.map((kind) => counted.find((count) => count.kind === kind) ?? { kind, waiting: 0, running: 0, failed: 0 })

function toFailure(row: z.infer<typeof failuresSchema>[number]): JobFailure {
  const { kind, key, attempts, reason } = row
  return { kind, protocol: toProtocol(kind, key), attempts, maxAttempts: row.max_attempts, nextTry: row.next_try, reason }
}

/** A job's key is its kind and its protocol, as in 'sync:uniswap', and what else makes it the only one of its kind. */
const toProtocol = (kind: JobKind, key: string | null): string | null => (key?.startsWith(`${kind}:`) ? key.split(':')[1]! : null)
