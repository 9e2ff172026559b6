import { Logger, makeWorkerUtils, parseCronItems, run } from 'graphile-worker'
import { EventEmitter } from 'node:events'
import type { Database } from '@/db/database'
import { loadProtocols } from '@/db/protocols'
import type { OnProgress } from '../pipeline/progress'
import { maxAttempts, toChainFlag } from './addJobs'
import type { Chains } from './chains'
import { announcePresence, findAbsent } from './presence'
import { createTasks } from './tasks'

/** How long running jobs may go on before they are given back. */
const patience = 3_000

/** A worker that was missed twice, so far apart, is gone: one that only reconnects after a restart of Postgres takes a second. */
const absencePause = 10_000

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
 */
export async function startWorker(options: {
  database: Database
  databaseUrl: string
  chains: Chains
  concurrency: number
  say: (line: string) => void
  onProgress: OnProgress
  absence?: number
}): Promise<RunningWorker> {
  const { database, databaseUrl, chains, concurrency, say, onProgress, absence = absencePause } = options
  const giveBack = new AbortController()
  const interrupted: { id: string; attempts: number }[] = []
  const logger = new Logger(() => (level, message) => {
    // A task that fails has said so itself, in plain words.
    if (process.env.LORENZ_DEBUG || (level === 'error' && !message.startsWith('Failed task'))) say(`queue: ${message.split('\n')[0]}`)
  })
  const shared = { connectionString: databaseUrl, maxPoolSize: concurrency + 2, logger }
  const utils = await makeWorkerUtils({ ...shared, maxPoolSize: 2 })
  await utils.migrate()
  const events = new EventEmitter()
  const named = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => resolve(workerPool.id)))
  const taskList = createTasks({ database, chains, signal: giveBack.signal, say, onProgress, onInterrupted: (job) => interrupted.push(job) })
  const forbiddenFlags = async () => {
    const followed = await loadProtocols(database)
    const ids = new Set(followed.map(({ token }) => token.chainId))
    return [...ids].filter((id) => chains.findUrls(id) === null).map(toChainFlag)
  }
  const runner = await run({ ...shared, concurrency, noHandleSignals: true, taskList, events, forbiddenFlags, parsedCronItems: parseCronItems(timetable) })
  const presence = announcePresence(databaseUrl, await named)
  let missed: string[] = []
  const look = async () => {
    const absent = await findAbsent(database.pool).catch(() => [])
    const gone = absent.filter((name) => missed.includes(name))
    missed = absent
    if (gone.length === 0) return
    await utils.forceUnlockWorkers(gone)
    say(`queue: took over what ${gone.length === 1 ? 'a worker that is gone' : `${gone.length} workers that are gone`} had begun`)
  }
  const looking = setInterval(() => void look().catch(() => undefined), absence)
  return {
    beginRound: async () => void (await utils.addJob('round', {}, { jobKey: 'round', priority: -10, maxAttempts })),
    stop: async () => {
      clearInterval(looking)
      const patient = setTimeout(() => giveBack.abort(), patience)
      await runner.stop().catch((error: unknown) => say(`queue: ${error instanceof Error ? error.message : String(error)}`))
      clearTimeout(patient)
      for (const { id, attempts } of interrupted) await utils.rescheduleJobs([id], { runAt: new Date(), attempts })
      await presence.end()
      await utils.release()
    },
  }
}

/** Minute, hour, day, month, weekday, in UTC. A new block becomes final about every six minutes on Ethereum. */
const timetable = [
  { task: 'round', match: '*/6 * * * *', identifier: 'round', options: { jobKey: 'round', priority: -10, maxAttempts } },
  // A daily run that nobody was there for is made up for.
  { task: 'daily', match: '20 0 * * *', identifier: 'daily', options: { jobKey: 'daily', priority: -10, maxAttempts, backfillPeriod: 86_400_000 } },
]
