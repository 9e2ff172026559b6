import { spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { toServerEnvironment, type Cluster } from './cluster'
import { readPostmaster, type Postmaster } from './postmaster'
import { toSettings } from './settings'

interface Launch {
  cluster: Cluster
  directory: string
  durable: boolean
}

/** A port taken between our look and PostgreSQL's, or the last processes of a killed server: both pass. */
const passing = /could not bind|Address already in use|pre-existing shared memory block|is being shut down/

/**
 * Starts the server and waits until it serves. It runs in a process group of its own, so a Ctrl-C in the terminal does not reach it before
 * those who use it have finished, and it writes to a file, so it outlives a killed parent unharmed.
 */
export async function launch({ cluster, directory, durable }: Launch): Promise<Postmaster> {
  const logPath = join(directory, 'server.log')
  for (const end = Date.now() + 20_000; ; ) {
    const started = await tryLaunch({ cluster, logPath, port: await findFreePort(), durable })
    if (started !== null) return started
    const log = await readFile(logPath, 'utf8')
    if (!passing.test(log) || Date.now() > end) {
      throw new Error(`PostgreSQL did not start. The end of ${logPath}:\n${log.trim().split('\n').slice(-8).join('\n')}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function tryLaunch({ cluster, logPath, port, durable }: { cluster: Cluster; logPath: string; port: number; durable: boolean }): Promise<Postmaster | null> {
  const log = await open(logPath, 'w')
  const [program = '', ...words] = cluster.command
  const child = spawn(program, [...words, '-D', cluster.dataDirectory, ...toSettings({ port, durable })], {
    ...cluster.ids,
    cwd: '/',
    env: toServerEnvironment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  await log.close()
  child.unref()
  // Recovery after a kill may take as long as it takes: PostgreSQL ends by itself when it fails.
  while (!ended) {
    const postmaster = await readPostmaster(cluster.dataDirectory)
    if (postmaster !== null && postmaster.ready && postmaster.pid === child.pid) return postmaster
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return null
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
