import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import { migrate } from '@/db/migrate'
import { loadProtocols, saveProtocol } from '@/db/protocols'
import { protocols } from '@/db/schema'
import { loadQueue } from '@/db/queue'
import { loadNewestSnapshot } from '@/db/snapshots'
import { loadStatus } from '@/db/status'
import { startReplicatedPostgres } from '../replicatedPostgres'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'

const root = path.resolve(import.meta.dirname, '../..')
let servers: Awaited<ReturnType<typeof startReplicatedPostgres>>
let chain: TokenChain
/** As the web opens it */
let web: Database
/** As a worker opens it */
let writer: Database
const workers: ChildProcess[] = []

beforeAll(async () => {
  chain = await startTokenChain()
  await transfer(10)
  servers = await startReplicatedPostgres()
  writer = openDatabase(servers.primary.url)
  web = openDatabase(servers.primary.url, servers.replica.url)
  await migrate(writer)
  await saveProtocol(writer, chain.protocol, 0)
  await Promise.all([1, 2, 3].map(startWorker))
})
afterAll(async () => {
  workers.forEach((worker) => worker.kill('SIGKILL'))
  await web?.close()
  await writer?.close()
  await servers?.remove()
  await chain?.stop()
})

async function transfer(times: number): Promise<void> {
  for (let each = 0; each < times; each += 1) await chain.call(deployer, chain.token, 'transfer', [toAccount(each), BigInt(each + 1)])
  await chain.mine(4)
}

/** `lorenz worker` in a process of its own, as on a machine of its own: all it shares with the others is the database. */
async function startWorker(): Promise<void> {
  const env = { ...process.env, DATABASE_URL: servers.primary.url, RPC_URL_31337: chain.anvil.url }
  const child = spawn(process.execPath, ['bin/lorenz.mjs', 'worker'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  workers.push(child)
  await new Promise<void>((resolve, reject) => {
    child.stderr!.on('data', (text: Buffer) => text.includes('The worker takes') && resolve())
    child.once('exit', () => reject(new Error('the worker ended')))
  })
}

const addRound = () => writer.pool.query(`select graphile_worker.add_job('round', '{}', job_key := 'round')`)
async function until<Answer>(ask: () => Promise<Answer>, isIt: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (isIt(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Everything that a page asks. */
async function readPages(): Promise<void> {
  const [protocol] = await loadProtocols(web)
  const [snapshot] = await Promise.all([
    loadNewestSnapshot(web, protocol!.tokenId),
    loadHistory(web, protocol!.tokenId, 'raw', { metricIds: ['gini'], lastDays: 365 }),
    loadStatus(web),
    loadQueue(web),
  ])
  expect(snapshot?.audit?.status).toBe('passed')
}

/** Reads without a pause while something happens, and says how often it was answered. */
async function readWhile(happening: () => Promise<void>): Promise<number> {
  let [going, times] = [true, 0]
  const reading = (async () => {
    for (; going; times += 1) await readPages()
  })()
  await Promise.all([reading, happening().finally(() => (going = false))])
  return times
}

const rest = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

it('pages are read from the replica, go on while the primary restarts under three workers, and while the replica does', async () => {
  await addRound()
  await until(() => loadStatus(web), ([uni]) => uni!.audit === 'passed')
  expect((await loadQueue(web)).workers).toBe(3)
  expect(await web.db.select({ replica: sql`pg_is_in_recovery()` }).from(protocols)).toEqual([{ replica: true }])

  const reads = await readWhile(async () => {
    await servers.primary.stop()
    await rest(2_000)
    expect((await loadQueue(web)).workers).toBeNull()
    await servers.primary.start()
  })
  expect(reads).toBeGreaterThan(10)

  // The three go on by themselves: what happened on the chain in the meantime is read by one of them, and comes to the replica.
  await until(() => loadQueue(web), ({ workers }) => workers === 3)
  expect(workers.map(({ exitCode }) => exitCode)).toEqual([null, null, null])
  await transfer(5)
  await addRound()
  await until(() => loadStatus(web), ([uni]) => uni!.transfers === 16 && uni!.error === null)

  await readWhile(async () => {
    await servers.replica.stop()
    await rest(1_000)
    await servers.replica.start()
  })
})
