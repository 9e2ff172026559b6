import { execFileSync } from 'node:child_process'
import { chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { toPlainReason } from '@/lib/jobs/plainReason'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { makePostgres } from '../replicatedPostgres'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'
import { followIn, loadLedgerRows, type FollowedDatabase } from './ledgerRows'

const connections = 8
let chain: TokenChain
let reader: ChainReader
let postgres: Awaited<ReturnType<typeof makePostgres>>
let undisturbed: Awaited<ReturnType<typeof loadLedgerRows>>
let followed: FollowedDatabase
const clients: pg.Client[] = []

beforeAll(async () => {
  chain = await startTokenChain()
  for (let block = 0; block < 60; block += 1) {
    for (let each = 0; each < 3; each += 1) await chain.call(deployer, chain.token, 'transfer', [toAccount((block * 7 + each * 13) % 40), BigInt(block + each + 1)])
    await chain.mine()
  }
  await chain.mine(3)
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  postgres = await makePostgres({ max_connections: connections, superuser_reserved_connections: 0, autovacuum: 'off', max_wal_senders: 0 })
  await postgres.server.start()
  await begin('undisturbed')
  await sync()
  undisturbed = await loadLedgerRows(followed.database)
  expect(undisturbed.changes.length).toBeGreaterThan(150)
  await followed.database.close()
})
beforeEach(({ task }) => begin(`test_${task.id.replaceAll(/\W/g, '_')}`))
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)))
  await followed.database.close()
})
afterAll(async () => {
  await postgres?.remove()
  await chain?.stop()
})

const toUrl = (name: string) => postgres.server.url.replace(/[^/]+$/, name)
async function connect(name = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: toUrl(name) })
  client.on('error', () => undefined)
  await client.connect()
  clients.push(client)
  return client
}

async function begin(name: string, tablespace = 'pg_default'): Promise<void> {
  const client = await connect()
  await client.query(`create database ${name} tablespace ${tablespace}`)
  await client.end()
  followed = await followIn({ url: toUrl(name), drop: async () => undefined }, chain.protocol)
}
const sync = () => syncProtocol({ protocol: followed.protocol, reader, database: followed.database })
const failSync = () => sync().then(() => 'it went well', toPlainReason)

async function expectUndisturbed(): Promise<void> {
  await sync()
  expect(await loadLedgerRows(followed.database)).toEqual(undisturbed)
}

/** Begins a sync and stops it in the midst of its COPY, cursor and rows in one open transaction; answers with the server process that copies. */
async function copyInMidst(): Promise<{ failed: Promise<string>; backend: number }> {
  const holder = await connect(new URL(followed.url).pathname.slice(1))
  await holder.query('begin')
  await holder.query('lock table balance_change_chunks in share mode')
  // Inside a transaction the view would stay as it was first seen.
  const watcher = await connect()
  const failed = failSync()
  for (;;) {
    const { rows } = await watcher.query<{ pid: number }>(`select pid from pg_stat_activity where query like 'copy balance_change_chunks%' and wait_event_type = 'Lock'`)
    if (rows[0]) return { failed, backend: rows[0].pid }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('PostgreSQL in the midst of a COPY', () => {
  it('the one process that copies is killed', async () => {
    const { failed, backend } = await copyInMidst()
    process.kill(backend, 'SIGKILL')
    expect(await failed).toMatch(/^The database went away while the job ran: |Connection terminated unexpectedly/)
    // PostgreSQL ends all its other processes then, recovers and goes on by itself.
    while (!(await connect().catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50))
    await expectUndisturbed()
  })

  it('the whole server is killed and started again', async () => {
    const { failed } = await copyInMidst()
    await postgres.server.kill()
    expect(await failed).toMatch(/^The database went away while the job ran: |Connection terminated unexpectedly/)
    await postgres.server.start()
    await expectUndisturbed()
  })
})

describe('no connection is left', () => {
  it.each([0, 1])('%i of the two that a sync needs', async (free) => {
    await followed.database.close()
    const name = new URL(followed.url).pathname.slice(1)
    const { openDatabase } = await import('@/db/database')
    followed = { ...followed, database: openDatabase(toUrl(name)) }
    while (clients.length < connections - free + 1) if (!(await connect().catch(() => null))) break
    expect(await failSync()).toMatch(/^The database has no connection left: sorry, too many clients already/)
    await Promise.all(clients.splice(0).map((client) => client.end()))
    await expectUndisturbed()
  })
})

const mayMount = (() => {
  try {
    const place = join(tmpdir(), `lorenz-mount-${process.pid}`)
    execFileSync('sh', ['-c', `mkdir ${place} && mount -t tmpfs -o size=1m none ${place} && umount ${place}; code=$?; rmdir ${place}; exit $code`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!mayMount)('the disk is full (skipped where no small file system can be mounted, which takes root)', () => {
  it('says so, keeps nothing of the piece, and goes on once there is room', async () => {
    const place = await mkdtemp(join(tmpdir(), 'lorenz-small-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'none', place])
    try {
      const { uid, gid } = await stat(postgres.cluster.dataDirectory)
      await chown(place, uid, gid)
      const client = await connect()
      await client.query(`create tablespace small location '${place}'`)
      await followed.database.close()
      await begin('on_small_disk', 'small')
      const filler = join(place, 'filler')
      await writeFile(filler, Buffer.alloc(32 << 20)).catch(() => undefined)
      expect(await failSync()).toMatch(/^The disk of the database is full: could not extend file .*No space left on device/)
      await rm(filler)
      expect((await loadLedgerRows(followed.database)).changes).toEqual([])
      await expectUndisturbed()
    } finally {
      execFileSync('umount', ['-l', place])
      await rm(place, { recursive: true, force: true })
    }
  })
})
