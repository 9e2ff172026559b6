import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { saveProtocol } from '@/db/protocols'
import { openTestDatabase, type OpenTestDatabase } from '../openTestDatabase'
import { bundleSyncChild } from './bundledChild'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'

let childFile: string
let chain: TokenChain
let provider: Server
let providerUrl: string

/** A provider like many: at most ten blocks a question, and a little slow. */
async function startProvider(target: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    await new Promise((resolve) => setTimeout(resolve, 15))
    response.setHeader('content-type', 'application/json')
    const questions = [JSON.parse(body)].flat() as { id: number; method: string; params?: { fromBlock: string; toBlock: string }[] }[]
    const refused = questions.find(({ method, params = [] }) => method === 'eth_getLogs' && Number(params[0]!.toBlock) - Number(params[0]!.fromBlock) >= 10)
    if (refused) {
      const error = { code: -32005, message: 'query returned more than 10000 results' }
      const answers = questions.map(({ id }) => ({ jsonrpc: '2.0', id, error }))
      response.end(JSON.stringify(body.startsWith('[') ? answers : answers[0]))
      return
    }
    const answer = await fetch(target, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    response.end(await answer.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

beforeAll(async () => {
  chain = await startTokenChain()
  for (let block = 0; block < 120; block += 1) {
    for (let each = 0; each < 3; each += 1) await chain.call(deployer, chain.token, 'transfer', [toAccount((block * 7 + each * 13) % 40), BigInt(block + each + 1)])
    await chain.mine()
  }
  await chain.mine(3)
  childFile = await bundleSyncChild()
  provider = await startProvider(chain.anvil.url)
  providerUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
})

afterAll(async () => {
  provider?.close()
  await chain?.stop()
})

/** Runs one sync in a process of its own and kills it, without warning, after its n-th piece; null lets it end. */
async function syncUntil(databaseUrl: string, pieces: number | null): Promise<number> {
  const child = spawn(process.execPath, [childFile, databaseUrl, providerUrl], { stdio: ['ignore', 'pipe', 'ignore'] })
  let seen = 0
  child.stdout.on('data', (text: Buffer) => {
    seen += text.toString().split('\n').length - 1
    if (pieces !== null && seen >= pieces) child.kill('SIGKILL')
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (pieces === null) expect(code).toBe(0)
  else expect(signal).toBe('SIGKILL')
  return seen
}

async function prepare(): Promise<OpenTestDatabase> {
  const opened = await openTestDatabase()
  await saveProtocol(opened.database, chain.protocol, 0)
  return opened
}

const loadEverything = async ({ db }: Database) => {
  const changes = await db.execute(sql`select block_number, encode(address, 'hex') as account, balance::text from balance_changes join accounts on id = account_id order by 1, 2`)
  const newest = await db.execute(sql`select encode(address, 'hex') as account, balance::text from balances join accounts on id = account_id order by 1`)
  const cursor = await db.execute(sql`select block_number, block_hash, transfers from cursors`)
  return { changes: changes.rows, newest: newest.rows, cursor: cursor.rows }
}

it('gives the same rows after kill -9 in its midst, twice, as an undisturbed run', async () => {
  const undisturbed = await prepare()
  const pieces = await syncUntil(undisturbed.url, null)
  expect(pieces).toBeGreaterThan(6)
  const expected = await loadEverything(undisturbed.database)
  expect(expected.changes.length).toBeGreaterThan(300)

  const killed = await prepare()
  await syncUntil(killed.url, 2)
  const half = await loadEverything(killed.database)
  expect(half.changes.length).toBeGreaterThan(0)
  expect(half.changes.length).toBeLessThan(expected.changes.length)
  await syncUntil(killed.url, 2)
  await syncUntil(killed.url, null)
  expect(await loadEverything(killed.database)).toEqual(expected)

  // Two at once on a third database: one may be refused, the rows are the same.
  const shared = await prepare()
  const run = () => syncUntil(shared.url, null).catch(() => 0)
  await Promise.all([run(), run()])
  expect(await loadEverything(shared.database)).toEqual(expected)
  for (const { close } of [undisturbed, killed, shared]) await close()
})
