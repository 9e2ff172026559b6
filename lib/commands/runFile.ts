import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { currentProcess, isRunning, runningProcessSchema } from '@/db/embedded/runningProcess'

const runSchema = z.object({
  process: runningProcessSchema,
  /** Where the pages are served; null while they are not yet */
  address: z.string().nullable(),
  /** The demo chain that the run keeps open, for other commands */
  demoChain: z.object({ chainId: z.int(), url: z.url() }).nullable(),
})

/** What a running `lorenz start` tells the other commands. */
export type Run = z.infer<typeof runSchema>

const toPath = (dataDirectory: string) => join(dataDirectory, 'run.json')

/** Tells other commands about this run. */
export async function saveRun(dataDirectory: string, run: Omit<Run, 'process'>): Promise<void> {
  await writeFile(toPath(dataDirectory), JSON.stringify({ process: currentProcess(), ...run }))
}

/** The run that goes on in a data directory; null where none does, or where what it left behind is of one that is gone. */
export async function loadRun(dataDirectory: string): Promise<Run | null> {
  try {
    const run = runSchema.parse(JSON.parse(await readFile(toPath(dataDirectory), 'utf8')))
    return isRunning(run.process) ? run : null
  } catch {
    return null
  }
}

export async function forgetRun(dataDirectory: string): Promise<void> {
  await rm(toPath(dataDirectory), { force: true })
}
