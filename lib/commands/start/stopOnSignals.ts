import type { Reporter } from '../reporter'
import type { Stopper } from './stopper'
import { watchParent } from './watchParent'

/** npm hands on a Ctrl-C that the terminal has sent us already: what comes this soon after the first is the same one. */
const sameKeystroke = 500

export interface SignalledRun {
  /** The run's result, or the signal's exit code once everything is stopped */
  until: (work: Promise<number>) => Promise<number>
  /** From here on, being stopped is the right end: exit code 0 */
  serving: () => void
}

/** Ends a run on Ctrl-C, on SIGTERM, SIGHUP and when npm is gone; a second Ctrl-C does not wait for anything. */
export function stopOnSignals(stopper: Stopper, reporter: Pick<Reporter, 'say'>): SignalledRun {
  let isServing = false
  let first: number | null = null
  const stopped = new Promise<number>((resolve) => {
    const end = (code: number) => {
      if (first !== null) {
        if (Date.now() - first > sameKeystroke) process.exit(code)
        return
      }
      first = Date.now()
      reporter.say('Stopping. Ctrl-C again does not wait.')
      void stopper.stop().then(() => resolve(isServing ? 0 : code))
    }
    process.on('SIGINT', () => end(130))
    process.on('SIGTERM', () => end(143))
    process.on('SIGHUP', () => end(129))
    watchParent(() => end(143))
  })
  return {
    serving: () => (isServing = true),
    until: async (work) => {
      // What is under way fails when the database stops under it: then the signal is the reason, not the failure.
      const failed = work.catch((error: unknown) => {
        if (first === null) throw error
        return stopped
      })
      return Promise.race([failed, stopped])
    },
  }
}
