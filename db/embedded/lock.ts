import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { currentProcess, isRunning, runningProcessSchema, type RunningProcess } from './runningProcess'

export type LockAnswer = { taken: true; release: () => Promise<void> } | { taken: false; holder: RunningProcess }

/**
 * Takes a lock that one process at a time can hold, or names who holds it. The lock of a process that is gone counts for nothing.
 *
 * @param path the lock's file; its directory exists
 * @example const lock = await takeLock('.data/start.lock') // { taken: false, holder: { pid: 4711, … } }
 */
export async function takeLock(path: string): Promise<LockAnswer> {
  const mine = JSON.stringify(currentProcess())
  for (;;) {
    // A link appears whole or not at all: no other process ever reads a lock that has no holder yet.
    const written = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
    await writeFile(written, mine)
    try {
      await link(written, path)
      return { taken: true, release: () => rm(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      await rm(written, { force: true })
    }
    const holder = await readHolder(path)
    if (holder !== null && isRunning(holder)) return { taken: false, holder }
    await removeStale(path)
  }
}

/** Does some work while holding the lock, waiting for its turn. @throws when another process holds it for longer than `patience` milliseconds */
export async function withLock<Result>(path: string, work: () => Promise<Result>, patience = 120_000): Promise<Result> {
  for (const end = Date.now() + patience; ; ) {
    const lock = await takeLock(path)
    if (lock.taken) {
      try {
        return await work()
      } finally {
        await lock.release()
      }
    }
    if (Date.now() > end) throw new Error(`Process ${lock.holder.pid} has held ${path} for ${patience / 1000} s. Stop it and try again.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function readHolder(path: string): Promise<RunningProcess | null> {
  try {
    return runningProcessSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** Two processes may find the same stale lock: what was moved aside is looked at again, and a live lock goes back to its place. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const holder = await readHolder(aside)
  if (holder !== null && isRunning(holder)) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}
