import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chmod, chown, cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openCluster, superuser, toServerEnvironment, type Cluster } from '@/db/embedded/cluster'
import { findFreePort } from '@/db/embedded/launch'

/** A real PostgreSQL server that can be stopped and started again at the same address. */
export interface TestServer {
  url: string
  start: () => Promise<void>
  /** As a restart does: connections are cut, everything is written */
  stop: () => Promise<void>
  /** Without warning, as when the power fails */
  kill: () => Promise<void>
}

/** One PostgreSQL server of its own, not yet started. */
export async function makePostgres(settings: Settings): Promise<{ server: TestServer; cluster: Cluster; remove: () => Promise<void> }> {
  const directory = await makeDirectory('single-')
  const cluster = await openCluster(directory, { durable: false })
  const server = toServer(cluster, cluster.dataDirectory, await findFreePort(), settings)
  const remove = async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
  return { server, cluster, remove }
}

/** In the run's own directory: the next run takes away what a killed one left, and a server whose directory is gone ends by itself. */
async function makeDirectory(prefix: string): Promise<string> {
  const directory = await mkdtemp(join(process.env.LORENZ_TEST_DIRECTORY ?? tmpdir(), prefix))
  await chmod(directory, 0o755)
  return directory
}

/**
 * Two PostgreSQL servers: one that writes, and its streaming replica. npm's PostgreSQL has no pg_basebackup, and needs none here: the
 * replica is a copy of the directory from before the first start, and streams everything since.
 */
export async function startReplicatedPostgres(): Promise<{ primary: TestServer; replica: TestServer; remove: () => Promise<void> }> {
  const directory = await makeDirectory('replicated-')
  const cluster = await openCluster(directory, { durable: false })
  const copy = join(directory, 'cluster', 'replica')
  // PostgreSQL keeps its directory to itself, and so its copy.
  await cp(cluster.dataDirectory, copy, { recursive: true, preserveTimestamps: true })
  const { uid, gid } = await stat(cluster.dataDirectory)
  const [port, replicaPort] = [await findFreePort(), await findFreePort()]
  const upstream = `host=127.0.0.1 port=${port} user=${superuser} password=${cluster.password}`
  await writeFile(join(copy, 'standby.signal'), '')
  await appendFile(join(copy, 'postgresql.auto.conf'), `primary_conninfo = '${upstream}'\n`)
  await giveTo(copy, uid, gid)
  const primary = toServer(cluster, cluster.dataDirectory, port)
  const replica = toServer(cluster, copy, replicaPort)
  const remove = async () => {
    await Promise.all([primary.stop(), replica.stop()])
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await primary.start()
    await replica.start()
  } catch (error) {
    await remove()
    throw error
  }
  return { primary, replica, remove }
}

type Settings = Record<string, string | number>

function toServer(cluster: Cluster, dataDirectory: string, port: number, further: Settings = {}): TestServer {
  const url = `postgres://${superuser}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/postgres`
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', wal_level: 'replica', wal_keep_size: '256MB', fsync: 'off', wal_retrieve_retry_interval: '200ms', ...further }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let child: ChildProcess | null = null
  let killed = 20
  const rest = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  const start = async (): Promise<void> => {
    const [program = '', ...prefix] = cluster.command
    child = spawn(program, [...prefix, '-D', dataDirectory, ...words], { ...cluster.ids, cwd: '/', env: toServerEnvironment(), stdio: 'ignore' })
    while (!(await answers(url))) {
      // After a kill the last processes of the one before may still hold its memory.
      if (child.exitCode !== null && (killed += 1) < 20) return rest(200).then(start)
      if (child.exitCode !== null) throw new Error(`PostgreSQL in ${dataDirectory} ended with ${child.exitCode}`)
      await rest(50)
    }
  }
  const stop = async () => {
    if (child === null || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
    child = null
  }
  const kill = async () => {
    const ended = child && once(child, 'exit')
    child?.kill('SIGKILL')
    await ended
    ;[child, killed] = [null, 0]
  }
  return { url, start, stop, kill }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function giveTo(path: string, uid: number, gid: number): Promise<void> {
  if (process.getuid?.() !== 0) return
  await chown(path, uid, gid)
  for (const entry of await readdir(path, { recursive: true })) await chown(join(path, entry), uid, gid)
}
