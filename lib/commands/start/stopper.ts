import type { Reporter } from '../reporter'

/** Ends a run in order: the last thing that was started stops first. */
export interface Stopper {
  add: (name: string, stop: () => Promise<unknown>) => void
  /** Aborted when the run is to end: no new step begins then. */
  signal: AbortSignal
  /** Stops everything, once; later calls wait for the first. */
  stop: () => Promise<void>
}

/** @param reporter told what could not be stopped */
export function createStopper(reporter: Pick<Reporter, 'say'>): Stopper {
  const steps: { name: string; stop: () => Promise<unknown> }[] = []
  const controller = new AbortController()
  let stopping: Promise<void> | undefined
  async function stopAll(): Promise<void> {
    controller.abort()
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step.stop()
      } catch (error) {
        reporter.say(`${step.name} could not be stopped: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return {
    signal: controller.signal,
    add: (name, stop) => {
      steps.push({ name, stop })
      // Begun while the run was already ending: stops at once, or it would be left behind.
      if (controller.signal.aborted) stopping = (stopping ?? Promise.resolve()).then(stopAll)
    },
    stop: () => (stopping ??= stopAll()),
  }
}
