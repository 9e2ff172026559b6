import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'
import { fillLarge } from './fillLarge'

const root = path.resolve(import.meta.dirname, '..', '..')

/** Lorenz as `npm start` serves it, with the demo and one large protocol. */
export interface Site {
  /** Without a slash at its end */
  address: string
  /** Memory that the pages' server holds now and has held at most since it began, MB; null where the system does not tell */
  readMemory: () => Promise<{ now: number; peak: number } | null>
  stop: () => Promise<void>
}

/**
 * Starts Lorenz in a directory and adds the large protocol to its database.
 *
 * @throws with what it said, where it ends before it serves
 */
export async function startSite(directory: string, holders: number): Promise<Site> {
  const env: NodeJS.ProcessEnv = { ...process.env, LORENZ_DATA_DIR: directory, LORENZ_RATE_LIMIT: '0', LORENZ_LOG: 'error', PORT: '0', NODE_ENV: 'production' }
  delete env.DATABASE_URL
  const child = spawn(process.execPath, [path.join(root, 'bin', 'lorenz.mjs'), 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000)
      const printed = /Lorenz is at (http:\/\/\S+)/.exec(output)?.[1]
      if (printed) resolve(printed)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(([code]) => reject(new Error(`lorenz start ended with ${String(code)}:\n${output}`)))
  })
  const stop = async () => {
    child.kill('SIGINT')
    await ended
  }
  try {
    await addLarge(directory, holders)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, stop, readMemory: () => readServerMemory(child.pid!) }
}

async function addLarge(directory: string, holders: number): Promise<void> {
  const server = await startPostgres({ directory: path.join(directory, 'postgres') })
  const database = openDatabase(server.url)
  await fillLarge(database, { holders, days: 700 })
  await database.pool.query('analyze')
  await database.close()
  await server.stop()
}

/** The pages' server is the largest of the processes that descend from the start. Linux alone tells. */
async function readServerMemory(ancestor: number): Promise<{ now: number; peak: number } | null> {
  const names = await readdir('/proc').catch(() => [])
  const processes = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map(async (name) => {
      const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '')
      const read = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      return { pid: Number(name), parent: read('PPid'), isPages: /^Name:\s+lorenz-pages/m.test(status), now: read('VmRSS') / 1024, peak: read('VmHWM') / 1024 }
    }),
  )
  const isBelow = (pid: number): boolean => pid === ancestor || (pid > 1 && isBelow(processes.find((one) => one.pid === pid)?.parent ?? 0))
  const [pages] = processes.filter(({ pid, isPages }) => isPages && isBelow(pid)).sort((a, b) => b.now - a.now)
  return pages ? { now: Math.round(pages.now), peak: Math.round(pages.peak) } : null
}
