import { createChains } from '@/lib/jobs/chains'
import { startWorker } from '@/lib/jobs/startWorker'
import { readEnvironment } from './checkout'
import { findEndpoints } from './findEndpoints'
import { openInstallation } from './openInstallation'
import { createReporter } from './reporter'
import { loadRun } from './runFile'
import { createStopper, type Stopper } from './start/stopper'
import { stopOnSignals } from './start/stopOnSignals'

/**
 * `lorenz worker`: takes jobs from the queue until it is stopped. Any number may run, on any number of machines.
 *
 * @returns the exit code: 0 once it was stopped
 */
export async function work(options: { concurrency: number; live: boolean }): Promise<number> {
  const reporter = createReporter()
  const stopper = createStopper(reporter)
  const run = stopOnSignals(stopper, reporter)
  try {
    return await run.until(workUntilStopped(options, reporter, stopper, run.serving))
  } finally {
    await stopper.stop()
    reporter.rest()
  }
}

async function workUntilStopped(
  { concurrency, live }: { concurrency: number; live: boolean },
  reporter: ReturnType<typeof createReporter>,
  stopper: Stopper,
  onServing: () => void,
): Promise<number> {
  const environment = readEnvironment()
  const run = await loadRun(environment.dataDirectory)
  const findUrls = await findEndpoints({ environment, live, demoChain: run?.demoChain ?? null })
  const { database, databaseUrl, close } = await openInstallation(environment)
  stopper.add('database', close)
  const { allowsPrivateWebhooks, snapshotUrl } = environment
  const worker = await startWorker({ database, databaseUrl, chains: createChains(findUrls), concurrency, say: reporter.say, onProgress: reporter.progress, allowsPrivateWebhooks, snapshotUrl })
  stopper.add('worker', worker.stop)
  onServing()
  reporter.say(`The worker takes ${concurrency} job${concurrency === 1 ? '' : 's'} at a time. "lorenz status" shows the queue, Ctrl-C stops.`)
  return new Promise<never>(() => undefined)
}
