import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { takeLock, withLock } from '@/db/embedded/lock'
import type { Environment } from '@/lib/domain/environment'
import { createChains } from '@/lib/jobs/chains'
import { startWorker } from '@/lib/jobs/startWorker'
import { checkout, readEnvironment } from '../checkout'
import { findEndpoints } from '../findEndpoints'
import { openChains, type OpenChains } from '../openChains'
import { openInstallation } from '../openInstallation'
import { createReporter, toDuration, type Reporter } from '../reporter'
import { forgetRun, loadRun, saveRun } from '../runFile'
import { syncAll } from '../syncAll'
import { buildPages } from './build'
import { choosePort } from './choosePort'
import { markRun, stopOrphans } from './orphans'
import { servePages } from './servePages'
import { createStopper, type Stopper } from './stopper'
import { stopOnSignals } from './stopOnSignals'

export interface StartOptions {
  /** Slugs; null for all */
  protocols: readonly string[] | null
  live: boolean
}

/** Jobs at once in the worker inside: the pages want a core too. More workers may run beside. */
const concurrency = 2

/**
 * The whole path on one machine: database, chain, ledgers, snapshots, pages. Goes on until it is stopped.
 *
 * @returns the exit code
 */
export async function start(options: StartOptions): Promise<number> {
  const reporter = createReporter()
  const stopper = createStopper(reporter)
  const run = stopOnSignals(stopper, reporter)
  try {
    return await run.until(runPath(options, reporter, stopper, run.serving))
  } finally {
    await stopper.stop()
    reporter.rest()
  }
}

async function runPath(options: StartOptions, reporter: Reporter, stopper: Stopper, onServing: () => void): Promise<number> {
  const environment = readEnvironment()
  const { dataDirectory } = environment
  await mkdir(dataDirectory, { recursive: true })
  await takeDirectory(dataDirectory, stopper)
  const orphans = await stopOrphans(dataDirectory)
  if (orphans > 0) reporter.say(`Stopped ${orphans} process${orphans === 1 ? '' : 'es'} that a killed run had left behind.`)
  const { port, remark } = await choosePort({ port: environment.port, asked: environment.portIsSet })
  if (remark !== null) reporter.say(remark)
  markRun(dataDirectory)
  // The pages are built beside the chain's work: each keeps one core busy. A build that fails ends the run at once.
  const built = buildPages({ root: checkout, signal: stopper.signal })
  stopper.add('next build', () => built.catch(() => undefined))
  const buildFailed = built.then(() => new Promise<never>(() => undefined))
  return Promise.race([readAndServe({ options, environment, port, built, reporter, stopper, onServing }), buildFailed])
}

async function readAndServe(run: {
  options: StartOptions
  environment: Environment
  port: number
  built: Promise<boolean>
  reporter: Reporter
  stopper: Stopper
  onServing: () => void
}): Promise<number> {
  const { options, environment, reporter, stopper } = run
  const began = Date.now()
  const { dataDirectory } = environment
  reporter.say('Opening the database.')
  const { database, databaseUrl, stopServer } = await openInstallation(environment)
  stopper.add('database', stopServer)

  const syncLock = join(dataDirectory, 'sync.lock')
  const sync = (chains: OpenChains) => syncAll({ chains, database, reporter, steps: ['sync', 'snapshot'], signal: stopper.signal })
  const chains = await withLock(syncLock, async () => {
    const opened = await openChains({ environment, names: options.protocols, live: options.live, database, reporter })
    stopper.add('chain', opened.close)
    await saveRun(dataDirectory, { address: null, demoChain: opened.demoChain })
    // The demo is shown whole; real chains take hours, and their pages show what is there.
    const failures = opened.demoChain === null ? [] : await sync(opened)
    if (failures.length > 0) throw new Error('The demo chain could not be read.')
    return opened
  })

  reporter.say('Waiting for the pages to be built.')
  reporter.say((await run.built) ? 'Built the pages.' : 'The pages were built already.')
  const server = await servePages({ root: checkout, port: run.port, databaseUrl })
  stopper.add('pages', server.stop)
  await saveRun(dataDirectory, { address: server.address, demoChain: chains.demoChain })
  run.onServing()
  reporter.rest()
  console.log(`Lorenz is at ${server.address} after ${toDuration((Date.now() - began) / 1000)}. Ctrl-C stops it.`)

  const findUrls = await findEndpoints({ environment, live: options.live, demoChain: chains.demoChain })
  const { allowsPrivateWebhooks, snapshotUrl } = environment
  const worker = await startWorker({ database, databaseUrl, chains: createChains(findUrls), concurrency, say: reporter.say, onProgress: reporter.progress, allowsPrivateWebhooks, snapshotUrl })
  stopper.add('worker', worker.stop)
  if (chains.demoChain === null) await worker.beginRound()
  const output = await server.ended
  if (stopper.signal.aborted) return 0
  throw new Error(`The page server ended:\n${output}`)
}

/** One run at a time in a data directory. One that is just ending is waited for. */
async function takeDirectory(dataDirectory: string, stopper: Stopper): Promise<void> {
  for (const end = Date.now() + 5_000; ; ) {
    const lock = await takeLock(join(dataDirectory, 'start.lock'))
    if (lock.taken) {
      stopper.add('data directory', async () => {
        await forgetRun(dataDirectory)
        await lock.release()
      })
      return
    }
    const run = await loadRun(dataDirectory)
    if (Date.now() > end) {
      const place = run?.address ? ` and serves ${run.address}` : ''
      throw new Error(
        `Lorenz runs already in ${dataDirectory} (process ${lock.holder.pid})${place}. Stop it, or name another directory in LORENZ_DATA_DIR.`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
