import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentProcess, isRunning, readRunningProcess, signalProcess, waitForExit, type RunningProcess } from './runningProcess'
import { startPostgres, stopPostgres, type StartedPostgres } from './startPostgres'

let root: string
let started: StartedPostgres[]
beforeEach(async () => {
  // mkdtemp closes its directory to others: as root this is the checkout in a closed directory.
  root = await mkdtemp(join(tmpdir(), 'lorenz-embedded-'))
  started = []
})
afterEach(async () => {
  for (const { stop } of started) await stop()
  await rm(root, { recursive: true, force: true })
})

async function start(): Promise<StartedPostgres> {
  const server = await startPostgres({ directory: join(root, 'postgres'), durable: false })
  started.push(server)
  return server
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

function toProcess(pid: number): RunningProcess {
  const found = readRunningProcess(pid)
  if (found === null) throw new Error(`no process ${pid}`)
  return found
}

describe('an embedded PostgreSQL', () => {
  test('keeps its rows over a stop and a start, sorts by code point, and keeps its password closed', async () => {
    const first = await start()
    await query(first.url, "create table word (name text); insert into word values ('b'), ('B'), ('ä'), ('a')")
    const server = toProcess(first.pid)
    await first.stop()
    expect(isRunning(server)).toBe(false)
    const second = await start()
    expect(await query(second.url, 'select name from word order by name')).toEqual([{ name: 'B' }, { name: 'a' }, { name: 'b' }, { name: 'ä' }])
    expect((await stat(join(root, 'postgres', 'cluster', 'password'))).mode & 0o777).toBe(0o600)
    const wrong = new URL(second.url)
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('is shared, and stopped by the last of its users', async () => {
    const [first, second] = await Promise.all([start(), start()])
    expect([first.reused, second.reused].filter(Boolean)).toHaveLength(1)
    expect(second.pid).toBe(first.pid)
    await first.stop()
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await stopPostgres(join(root, 'postgres'))).toBe(false)
    const server = toProcess(first.pid)
    await second.stop()
    expect(isRunning(server)).toBe(false)
  })

  test('starts again after its server was killed, with what was committed', async () => {
    const first = await start()
    await query(first.url, 'create table kept (n int); insert into kept values (7); set synchronous_commit = on; insert into kept values (8)')
    const server = toProcess(first.pid)
    signalProcess(server, 'SIGKILL')
    expect(await waitForExit(server, 10_000)).toBe(true)
    const second = await start()
    expect(second.reused).toBe(false)
    expect(await query(second.url, 'select n from kept order by n')).toEqual([{ n: 7 }, { n: 8 }])
  })

  test('starts although the pid of a killed server now belongs to another process', async () => {
    const { stop, port } = await start()
    await stop()
    const data = join(root, 'postgres', 'cluster', 'data')
    await writeFile(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1700000000\n${port}\n\n127.0.0.1\n 1 2\nready   \n`)
    expect((await start()).reused).toBe(false)
  })

  test('uses a server that a killed user left running, and stops it where nobody uses it', async () => {
    const first = await start()
    const leases = join(root, 'postgres', 'leases')
    // The user's lease as a killed process leaves it: no process began at that moment.
    const names = await readdir(leases)
    for (const name of names) await writeFile(join(leases, name), JSON.stringify({ ...currentProcess(), startedAt: 'another boot:1' }))
    const server = toProcess(first.pid)
    expect(await stopPostgres(join(root, 'postgres'))).toBe(true)
    expect(isRunning(server)).toBe(false)
  })

  test('throws a half-made directory away', async () => {
    await mkdir(join(root, 'postgres', 'cluster.unfinished', 'data', 'base'), { recursive: true })
    await chmod(join(root, 'postgres'), 0o755)
    const { url } = await start()
    expect(await query(url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
    expect(await readdir(join(root, 'postgres'))).not.toContain('cluster.unfinished')
  })

  test('names the version where another PostgreSQL made the directory', async () => {
    const data = join(root, 'postgres', 'cluster', 'data')
    await mkdir(data, { recursive: true })
    await writeFile(join(data, 'PG_VERSION'), '15\n')
    await expect(start()).rejects.toThrow(/made by PostgreSQL 15; this is PostgreSQL 18/)
  })
})
