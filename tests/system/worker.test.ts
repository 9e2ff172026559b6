import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { saveProtocol } from '@/db/protocols'
import { loadQueue } from '@/db/queue'
import { loadStatus } from '@/db/status'
import { loadVotesSnapshot } from '@/db/votesSnapshots'
import type { Address } from '@/lib/domain/address'
import type { QueueStatus } from '@/lib/domain/job'
import { protocolSchema, type Protocol } from '@/lib/domain/protocol'
import { createChains } from '@/lib/jobs/chains'
import { startWorker, type RunningWorker } from '@/lib/jobs/startWorker'
import { openTestDatabase, type OpenTestDatabase } from '../openTestDatabase'
import { startSlowProvider, type SlowProvider } from '../slowProvider'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'

const root = path.resolve(import.meta.dirname, '../..')
let chain: TokenChain
let server: OpenTestDatabase
let database: Database
const workers: RunningWorker[] = []
const children: ChildProcess[] = []
const providers: SlowProvider[] = []

beforeAll(async () => {
  chain = await startTokenChain()
  for (let block = 0; block < 10; block += 1) {
    await chain.call(deployer, chain.token, 'transfer', [toAccount(block), BigInt(block + 1)])
    await chain.mine()
  }
  await chain.mine(3)
})
afterAll(() => chain?.stop())
beforeEach(async () => {
  server = await openTestDatabase()
  database = server.database
  await saveProtocol(database, chain.protocol, 0)
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  providers.splice(0).forEach((provider) => provider.close())
  await server.close()
})

/** A worker in this process that reads the given chains. Without the timetable: a round that the clock begins would be counted too. */
async function start(urls: Record<number, string>, said: string[] = []): Promise<RunningWorker> {
  const chains = createChains((chainId) => (urls[chainId] ? [urls[chainId]] : null))
  const options = { database, databaseUrl: server.url, chains, concurrency: 2, onProgress: () => undefined, absence: 200, scheduled: false }
  const worker = await startWorker({ ...options, say: (line) => said.push(line) })
  workers.push(worker)
  return worker
}

/** `lorenz worker` in a process of its own, once it takes jobs. */
async function startChild(rpcUrl: string): Promise<ChildProcess> {
  const env = { ...process.env, DATABASE_URL: server.url, RPC_URL_31337: rpcUrl }
  const child = spawn(process.execPath, ['bin/lorenz.mjs', 'worker', '--concurrency', '1'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  children.push(child)
  await new Promise<void>((resolve, reject) => {
    child.stderr!.on('data', (text: Buffer) => text.includes('The worker takes') && resolve())
    child.once('exit', () => reject(new Error('the worker ended')))
  })
  return child
}

async function until<Answer>(ask: () => Promise<Answer>, isIt: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (isIt(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const untilEmpty = () => until(() => loadQueue(database), ({ kinds, failures }) => failures.length === 0 && kinds.length > 0 && kinds.every(({ waiting, running, failed }) => waiting + running + failed === 0))
const readJob = async () => (await database.pool.query('select attempts, locked_by from graphile_worker.jobs where key = $1', ['sync:test-swap'])).rows

const addSlow = async (): Promise<SlowProvider> => {
  const provider = await startSlowProvider(chain.anvil.url)
  providers.push(provider)
  return provider
}

/** A worker in a process of its own, in the midst of a sync: its provider was asked and has not answered. */
async function startInMidst(): Promise<{ child: ChildProcess; slow: SlowProvider }> {
  const slow = await addSlow()
  const child = await startChild(slow.url)
  const asked = slow.asked()
  await database.pool.query(`select graphile_worker.add_job('round', '{}')`)
  await asked
  return { child, slow }
}

/** The same token on a chain of another number: nothing answers there. */
const elsewhere = (slug: string, chainId: number): Protocol => {
  const { token } = chain.protocol
  return protocolSchema.parse({ ...chain.protocol, slug, token: { ...token, chainId }, pools: [], labels: [] })
}

it('a round syncs, takes the snapshot and its history, whichever of three workers does what, and each once', async () => {
  const said: string[] = []
  const all = await Promise.all([1, 2, 3].map(() => start({ 31337: chain.anvil.url }, said)))
  await Promise.all(all.map((worker) => worker.beginRound()))
  await until(async () => said, (lines) => lines.some((line) => line.startsWith('backfill')))
  await untilEmpty()
  const done = said.map((line) => line.split(':')[0])
  // A round that begins after the first has ended reads once more, finds no new block, and leaves it at that.
  expect(done[0]).toBe('sync test-swap')
  expect(done.filter((job) => job !== 'sync test-swap')).toEqual(['snapshot test-swap', 'backfill test-swap'])
  const [uni, pair] = await loadStatus(database)
  // Ten transfers and the mint to the deployer; the accounts of the ten and the deployer.
  expect(uni).toMatchObject({ symbol: 'UNI', transfers: 11, holders: 11, lag: 0, audit: 'passed', error: null })
  expect(pair).toMatchObject({ symbol: 'UNI-V2', lastBlock: uni!.lastBlock })
  expect((await loadQueue(database)).workers).toBe(3)
})

it('a job that fails says why, is tried again and does not stop the others; one of a chain that nobody reads waits', async () => {
  await saveProtocol(database, elsewhere('broken', 4242), 1)
  await saveProtocol(database, elsewhere('unread', 4343), 2)
  const worker = await start({ 31337: chain.anvil.url, 4242: 'http://127.0.0.1:9/secret-key' })
  await worker.beginRound()
  const { failures } = await until(() => loadQueue(database), ({ failures }) => failures.length === 1 && failures[0]!.nextTry !== null)
  expect(failures[0]).toMatchObject({ kind: 'sync', protocol: 'broken', attempts: 1, maxAttempts: 8, reason: expect.stringMatching(/chain 4242 does not answer.*RPC_URL_4242/) })
  expect(failures[0]!.reason).not.toContain('secret-key')
  expect(failures[0]!.nextTry).toBeGreaterThan(0)
  await until(() => loadStatus(database), ([uni]) => uni!.audit === 'passed')
  // The broken one until its next try, and the one that no worker can read.
  const isWaiting = ({ kinds }: QueueStatus) => kinds.some(({ kind, waiting, failed }) => kind === 'sync' && waiting === 2 && failed === 0)
  await until(() => loadQueue(database), isWaiting)
})

it('the daily run holds each ledger against the chain: a balance that is wrong is found, said and put right', async () => {
  const worker = await start({ 31337: chain.anvil.url })
  await worker.beginRound()
  await until(() => loadStatus(database), ([uni]) => uni!.audit === 'passed')
  await untilEmpty()
  await database.pool.query(`select graphile_worker.add_job('daily', '{}')`)
  await untilEmpty()
  // One unit that no transfer tells of: the sum is one more than the supply, one of the eleven balances differs.
  await database.pool.query(`update balances set balance = balance + 1 where (token_id, account_id) in (select token_id, account_id from balances order by balance desc limit 1)`)
  await database.pool.query(`select graphile_worker.add_job('daily', '{}')`)
  const { failures } = await until(() => loadQueue(database), ({ failures }) => failures.length === 1)
  expect(failures[0]).toMatchObject({ kind: 'audit', protocol: 'test-swap' })
  expect(failures[0]!.reason).toMatch(/^UNI at block 15: the balances add up to 1000000000000000000000000001, totalSupply is 1000000000000000000000000000; 1 of 11 sampled balances differ from the chain\. It went wrong in block 16: what comes after block 15 is read again$/)
  // The audit is tried again, on balances that were added up anew from changes that were right.
  await until(() => loadStatus(database), ([uni]) => uni!.audit === 'passed')
  await untilEmpty()
})

it('refuses a payload that is none, and says so', async () => {
  await start({ 31337: chain.anvil.url })
  await database.pool.query(`select graphile_worker.add_job('sync', '{"protocol": "Not a slug"}')`)
  const { failures } = await until(() => loadQueue(database), ({ failures }) => failures.length === 1)
  expect(failures[0]!.reason).toMatch(/cannot be read.*protocol/)
})

it('a snapshot takes the votes too; votes that cannot be told lose nothing else and say why', async () => {
  const withVotes = (source: string, address: Address) =>
    saveProtocol(database, protocolSchema.parse({ ...chain.protocol, governance: { votes: [{ source, address, name: 'UNI', firstBlock: 0, fact: 'deployed by the test' }] } }), 0)
  await chain.call(toAccount(3), chain.token, 'delegate', [toAccount(4)])
  await chain.mine(3)
  await withVotes('delegatedVotes', chain.token)
  const said: string[] = []
  const worker = await start({ 31337: chain.anvil.url }, said)
  await worker.beginRound()
  await untilEmpty()
  // The account that was fourth to be given some has 4.
  expect(await loadVotesSnapshot(database, 'test-swap')).toMatchObject({ delegates: [{ delegate: toAccount(4), votes: 4n, delegators: 1, own: 0n }], audit: { status: 'passed' } })
  expect(said.find((line) => line.startsWith('snapshot'))).toMatch(/of UNI, UNI-V2; .*; votes of 1 delegate/)
  // The other token's holders would vote, but its ledger is not kept.
  await withVotes('aaveVotes', chain.other)
  await chain.mine(3)
  await worker.beginRound()
  const { failures } = await until(() => loadQueue(database), ({ failures }) => failures.length === 1)
  expect(failures[0]).toMatchObject({ kind: 'snapshot', reason: expect.stringContaining(`hang on what accounts hold of ${chain.other}, and its ledger is not kept`) })
  expect((await loadStatus(database))[0]).toMatchObject({ lag: 0, audit: 'passed' })
})

it('the daily run audits votes too: a log that is missing is traced, read again, and the votes are right', async () => {
  await chain.call(toAccount(5), chain.token, 'delegate', [toAccount(6)])
  await chain.mine(3)
  await saveProtocol(database, protocolSchema.parse({ ...chain.protocol, governance: { votes: [{ source: 'delegatedVotes', address: chain.token, name: 'UNI', firstBlock: 0, fact: 'deployed by the test' }] } }), 0)
  const worker = await start({ 31337: chain.anvil.url })
  await worker.beginRound()
  await untilEmpty()
  const before = await loadVotesSnapshot(database, 'test-swap')
  expect(before).toMatchObject({ audit: { status: 'passed' } })
  const to = toAccount(6).slice(2).padStart(64, '0')
  const { rows } = await database.pool.query<{ block: string }>(`delete from event_logs where octet_length(topics) = 64 and substring(topics from 33) = $1 returning block_number as block`, [Buffer.from(to, 'hex')])
  expect(rows).toHaveLength(1)
  await database.pool.query(`select graphile_worker.add_job('daily', '{}')`)
  const { failures } = await until(() => loadQueue(database), ({ failures }) => failures.length === 1)
  expect(failures[0]).toMatchObject({ kind: 'audit', protocol: 'test-swap', reason: expect.stringMatching(new RegExp(`^votes at block \\d+: 1 of \\d+ asked accounts .*It went wrong in block ${rows[0]!.block}: all of it is read again$`)) as string })
  // The audit that is tried again finds them as they were.
  await until(() => loadVotesSnapshot(database, 'test-swap'), (votes) => votes?.audit?.status === 'passed')
  await untilEmpty()
  expect((await loadVotesSnapshot(database, 'test-swap'))?.delegates).toEqual(before!.delegates)
})

describe('a worker that ends in the midst of a job', () => {
  it('kill -9: another one takes the job up', async () => {
    const { child } = await startInMidst()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await readJob()).toMatchObject([{ attempts: 1, locked_by: expect.stringMatching(/./) }])
    await start({ 31337: chain.anvil.url })
    await until(() => loadStatus(database), ([uni]) => uni!.transfers === 11)
    await untilEmpty()
  })

  it('Ctrl-C: the job is given back as it was, and the process ends well', async () => {
    const { child } = await startInMidst()
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await readJob()).toEqual([{ attempts: 0, locked_by: null }])
    expect((await loadQueue(database)).failures).toEqual([])
    expect((await loadStatus(database))[0]).toMatchObject({ error: null })
  })

  it('Ctrl-C: a job that is about to end may end', async () => {
    const { child, slow } = await startInMidst()
    child.kill('SIGINT')
    slow.letThrough()
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await readJob()).toEqual([])
    expect((await loadStatus(database))[0]).toMatchObject({ transfers: 11, error: null })
  })
})
