import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'
import { fillLarge, type LargeProtocol } from './fillLarge'

const root = path.resolve(import.meta.dirname, '..', '..')

/** Lorenz as `npm start` serves it, with the demo and large protocols. */
export interface Site {
  /** Without a slash at its end */
  address: string
  /** Memory that the pages' server holds now, MB; null where the system does not tell */
  readMemory: () => Promise<number | null>
  stop: () => Promise<void>
}

/**
 * Starts Lorenz in a directory and adds large protocols to its database.
 *
 * @throws with what it said, where it ends before it serves
 */
export async function startSite(directory: string, large: readonly LargeProtocol[]): Promise<Site> {
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
    await addLarge(directory, large)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, stop, readMemory: toMemoryReader(child.pid!) }
}

async function addLarge(directory: string, large: readonly LargeProtocol[]): Promise<void> {
  const server = await startPostgres({ directory: path.join(directory, 'postgres') })
  const database = openDatabase(server.url)
  for (const protocol of large) await fillLarge(database, protocol)
  await database.pool.query('analyze')
  await database.close()
  await server.stop()
}

/** The pages' server is the largest of the processes that descend from the start. Linux alone tells. */
async function findServer(ancestor: number): Promise<number | null> {
  const names = await readdir('/proc').catch(() => [])
  const processes = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map(async (name) => {
      const read = await openStatus(Number(name))
      return { pid: Number(name), parent: read('PPid'), isPages: /^lorenz-pages/.test(read.title), now: read('VmRSS') }
    }),
  )
  const isBelow = (pid: number): boolean => pid === ancestor || (pid > 1 && isBelow(processes.find((one) => one.pid === pid)?.parent ?? 0))
  const [pages] = processes.filter(({ pid, isPages }) => isPages && isBelow(pid)).sort((a, b) => b.now - a.now)
  return pages?.pid ?? null
}

/** What the system says of a process, number by number; 0 for what it does not say. */
async function openStatus(pid: number) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const read = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return Object.assign(read, { title: /^Name:\s+(.*)/m.exec(status)?.[1] ?? '' })
}

/** To look at every process of a machine takes long: the server is looked for once. */
function toMemoryReader(ancestor: number): Site['readMemory'] {
  let server: Promise<number | null> | null = null
  return async () => {
    const pid = await (server ??= findServer(ancestor))
    const read = pid === null ? null : await openStatus(pid)
    return read && Math.round(read('VmRSS') / 1024)
  }
}
