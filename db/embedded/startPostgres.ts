import { chmod, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openCluster, type Cluster } from './cluster'
import { ensureDatabase, toUrl } from './database'
import { launch } from './launch'
import { hasUsers, takeLease } from './leases'
import { withLock } from './lock'
import { readPostmaster, type Postmaster } from './postmaster'
import { readCommandLine, readRunningProcess, signalProcess, waitForExit, type RunningProcess } from './runningProcess'

export interface StartedPostgres {
  /** A connection string, with the password: not for logs */
  url: string
  pid: number
  port: number
  /** True where it ran already */
  reused: boolean
  /** Gives it back; the last of its users stops it. */
  stop: () => Promise<void>
}

/**
 * Gives a PostgreSQL server of our own: started, or, where one runs in the directory already, that one. It listens on 127.0.0.1 only, on a
 * free port, with a password of its own. What a killed run left behind is put right.
 *
 * @param directory the server's own directory, made where it is missing
 * @param database made where it is missing
 * @param durable false: a power cut may destroy the data, and it is faster (tests)
 * @throws where PostgreSQL does not start: with the last lines of its log
 * @example const { url, stop } = await startPostgres({ directory: '.data/postgres' }) // url: 'postgres://lorenz:…@127.0.0.1:41234/lorenz'
 */
export async function startPostgres(options: { directory: string; database?: string; durable?: boolean }): Promise<StartedPostgres> {
  const { database = 'lorenz', durable = true } = options
  const directory = resolve(options.directory)
  await mkdir(directory, { recursive: true })
  // As root the server runs as another user, who has to come through here to the closed directory of its own.
  if (process.getuid?.() === 0) await chmod(directory, 0o755)
  const lock = join(directory, 'lock')
  return withLock(lock, async () => {
    const cluster = await openCluster(directory, { durable })
    const running = await findServer(cluster)
    const { pid, port } = running ?? (await launch({ cluster, directory, durable }))
    const server = readRunningProcess(pid)
    const address = { port, password: cluster.password, database }
    await ensureDatabase(address)
    const giveBack = await takeLease(directory)
    const stop = () =>
      withLock(lock, async () => {
        const { lastUser } = await giveBack()
        if (lastUser && server !== null) await stopServer(server)
      })
    return { url: toUrl(address), pid, port, reused: running !== null, stop }
  })
}

/**
 * Stops the server of a directory, whoever started it.
 *
 * @param whileUsed also where a live process uses it
 * @returns false where it is in use and goes on
 */
export async function stopPostgres(given: string, { whileUsed = false } = {}): Promise<boolean> {
  const directory = resolve(given)
  return withLock(join(directory, 'lock'), async () => {
    if ((await hasUsers(directory)) && !whileUsed) return false
    const dataDirectory = join(directory, 'cluster', 'data')
    const postmaster = await readPostmaster(dataDirectory)
    const server = postmaster === null ? null : toServer(postmaster, dataDirectory)
    if (server !== null) await stopServer(server)
    return true
  })
}

/** The live server of this directory, once it serves; null where none runs. */
async function findServer({ dataDirectory }: Cluster): Promise<Postmaster | null> {
  for (;;) {
    const postmaster = await readPostmaster(dataDirectory)
    // PostgreSQL itself deals with the file of a dead server, and better: it looks for that server's last processes.
    if (postmaster === null || readRunningProcess(postmaster.pid) === null) return null
    if (toServer(postmaster, dataDirectory) === null) {
      // The number has passed to another process, and PostgreSQL would not dare to start.
      await rm(join(dataDirectory, 'postmaster.pid'), { force: true })
      return null
    }
    if (postmaster.ready) return postmaster
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function toServer({ pid }: Postmaster, dataDirectory: string): RunningProcess | null {
  return readCommandLine(pid).includes(dataDirectory) ? readRunningProcess(pid) : null
}

async function stopServer(server: RunningProcess): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown: connections are closed, everything is written. SIGQUIT leaves the rest to the next start's recovery.
  signalProcess(server, 'SIGINT')
  if (await waitForExit(server, 30_000)) return
  signalProcess(server, 'SIGQUIT')
  if (!(await waitForExit(server, 10_000))) throw new Error(`PostgreSQL (process ${server.pid}) does not stop.`)
}
