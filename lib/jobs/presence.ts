import pg from 'pg'
import { isPresent, presenceLock } from '@/db/queue'

const reconnectPause = 1_000

/** Says in Postgres that a worker is there. */
export interface Presence {
  end: () => Promise<void>
}

/**
 * Holds a lock in the worker's name on a connection of its own. Whatever ends the process, also kill -9 or a cable, ends the connection
 * and so the lock: others see at once that its jobs are nobody's. After a restart of Postgres it is taken again.
 */
export function announcePresence(databaseUrl: string, name: string): Presence {
  let ended = false
  let current: pg.Client | null = null
  const hold = async () => {
    while (!ended) {
      const client = new pg.Client({ connectionString: databaseUrl, application_name: 'lorenz worker', keepAlive: true })
      const gone = new Promise<void>((resolve) => client.once('error', () => resolve()).once('end', () => resolve()))
      try {
        await client.connect()
        current = client
        await client.query('select pg_advisory_lock($1, hashtext($2))', [presenceLock, name])
        await gone
      } catch {
        // The server is away; the loop is the answer.
      }
      current = null
      await client.end().catch(() => undefined)
      if (!ended) await new Promise((resolve) => setTimeout(resolve, reconnectPause))
    }
  }
  const holding = hold()
  return {
    end: async () => {
      ended = true
      await current?.end().catch(() => undefined)
      await holding
    },
  }
}

/**
 * Who holds jobs and is not there?
 *
 * @returns names of workers, whose jobs may be taken up by others
 */
export async function findAbsent(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select name from (
      select locked_by as name from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null) as holders
    where not ${isPresent('name')}`)
  return rows.map(({ name }) => name)
}
