import { EventEmitter } from 'node:events'
import { Logger, makeWorkerUtils, parseCronItems, run, type WorkerUtils } from 'graphile-worker'
import { openPool, type Database } from '@/db/database'
import { loadChainIds } from '@/db/protocols'
import type { OnProgress } from '../pipeline/progress'
import { maxAttempts, toChainFlag } from './addJobs'
import type { Chains } from './chains'
import { announcePresence, findAbsent } from './presence'
import { createTasks } from './tasks'

/** How long running jobs may go on before they are given back. */
const patience = 3_000

/** A worker that was missed twice, so far apart, is gone: one that only reconnects after a restart of Postgres takes a second. */
const absencePause = 10_000

const restartPause = 1_000

export interface RunningWorker {
  /** Begins a round now, and not at the next full six minutes */
  beginRound: () => Promise<void>
  /** Lets jobs end that are about to, gives the others back as they are, and waits for both */
  stop: () => Promise<void>
}

/**
 * Starts a worker on the queue of a database. There may be any number, on any number of machines: each takes the jobs of the chains that
 * it can read, a protocol's jobs run one at a time, and each line of the timetable is carried out once, by whoever is first.
 *
 * @param concurrency how many jobs run at once
 * @param absence milliseconds between two looks for workers that are gone
 * @param allowsPrivateWebhooks whether alerts may call addresses of this machine and its network
 * @param snapshotUrl where Snapshot's hub answers; without it what spaces voted is not read
 * @param scheduled whether it keeps the timetable; a worker that does not takes only the jobs that others put there
 */
export async function startWorker(options: {
  database: Database
  databaseUrl: string
  chains: Chains
  concurrency: number
  say: (line: string) => void
  onProgress: OnProgress
  absence?: number
  scheduled?: boolean
  allowsPrivateWebhooks?: boolean
  snapshotUrl?: string | null
}): Promise<RunningWorker> {
  const { database, databaseUrl, chains, concurrency, say, onProgress, absence = absencePause, scheduled = true, allowsPrivateWebhooks = false, snapshotUrl = null } = options
  const giveBack = new AbortController()
  const interrupted: { id: string; attempts: number }[] = []
  const logger = new Logger(() => (level, message) => {
    // A task that fails has said so itself, in plain words.
    if (process.env.LORENZ_DEBUG || (level === 'error' && !message.startsWith('Failed task'))) say(`queue: ${message.split('\n')[0]}`)
  })
  // Its own pool would let a connection that is cut while it closes end the process.
  const pool = openPool(databaseUrl, concurrency + 4)
  const utils = await makeWorkerUtils({ pgPool: pool, logger })
  await utils.migrate()
  const taskList = createTasks({ database, chains, signal: giveBack.signal, say, onProgress, allowsPrivateWebhooks, snapshotUrl, onInterrupted: (job) => interrupted.push(job) })
  const begin = async () => {
    const events = new EventEmitter()
    const named = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => resolve(workerPool.id)))
    const runner = await run({
      pgPool: pool,
      concurrency,
      logger,
      taskList,
      events,
      noHandleSignals: true,
      forbiddenFlags: () => findForbidden(database, chains),
      parsedCronItems: parseCronItems(scheduled ? timetable : []),
      // Only what is written in batches is waited for when the worker ends.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
    return { runner, presence: announcePresence(databaseUrl, await named) }
  }
  let current = await begin()
  let stopping = false
  const keeping = (async () => {
    for (;;) {
      await current.runner.promise.catch(() => undefined)
      await current.presence.end()
      if (stopping) return
      // It could not write what became of a job: Postgres was away for long. The job is taken up again.
      say('queue: the worker begins anew')
      const next = await beginAgain(begin, () => stopping)
      if (next === null) return
      current = next
    }
  })()
  const endWatch = watchForAbsent({ database, utils, say, pause: absence })
  return {
    beginRound: async () => void (await utils.addJob('round', {}, { jobKey: 'round', priority: -10, maxAttempts })),
    stop: async () => {
      stopping = true
      endWatch()
      const patient = setTimeout(() => giveBack.abort(), patience)
      await current.runner.stop().catch(() => undefined)
      await keeping
      clearTimeout(patient)
      for (const job of interrupted) await restoreJob(utils, job).catch(() => undefined)
      await utils.release()
      await pool.end()
    },
  }
}

/** In SQL, as graphile-worker's own function takes 0 attempts for "as many as there were". */
async function restoreJob(utils: WorkerUtils, { id, attempts }: { id: string; attempts: number }): Promise<void> {
  await utils.withPgClient((client) => client.query('select graphile_worker.reschedule_jobs(array[$1::bigint], run_at := now(), attempts := $2::int)', [id, attempts]))
}

async function beginAgain<Begun>(begin: () => Promise<Begun>, isStopping: () => boolean): Promise<Begun | null> {
  while (!isStopping()) {
    const begun = await begin().catch(() => null)
    if (begun !== null) return begun
    await new Promise((resolve) => setTimeout(resolve, restartPause))
  }
  return null
}

/** What jobs of chains that this machine cannot read are marked with. */
async function findForbidden(database: Database, chains: Chains): Promise<string[]> {
  return (await loadChainIds(database)).filter((id) => chains.findUrls(id) === null).map(toChainFlag)
}

/** Frees what workers that are gone had begun. */
function watchForAbsent({ database, utils, say, pause }: { database: Database; utils: WorkerUtils; say: (line: string) => void; pause: number }): () => void {
  let missed: string[] = []
  const look = async () => {
    const absent = await findAbsent(database.pool)
    const gone = absent.filter((name) => missed.includes(name))
    missed = absent
    if (gone.length === 0) return
    await utils.forceUnlockWorkers(gone)
    say(`queue: took over what ${gone.length === 1 ? 'a worker that is gone' : `${gone.length} workers that are gone`} had begun`)
  }
  // A look that fails, as Postgres restarts, is made again after the pause.
  const timer = setInterval(() => void look().catch(() => undefined), pause)
  return () => clearInterval(timer)
}

/** Minute, hour, day, month, weekday, in UTC. A new block becomes final about every six minutes on Ethereum. */
const timetable = [
  { task: 'round', match: '*/6 * * * *', identifier: 'round', options: { jobKey: 'round', priority: -10, maxAttempts } },
  // A daily run that nobody was there for is made up for.
  { task: 'daily', match: '20 0 * * *', identifier: 'daily', options: { jobKey: 'daily', priority: -10, maxAttempts, backfillPeriod: 86_400_000 } },
]
