import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadIncidents } from '@/db/incidents'
import { saveProtocol } from '@/db/protocols'
import type { IncidentKind } from '@/lib/domain/incident'
import { openChainReader } from '@/lib/chain/reader'
import { syncToken } from '@/lib/pipeline/syncToken'
import { openTestDatabase } from '../openTestDatabase'
import { deployer, startTokenChain, toAccount, type TokenChain } from '../tokenChain'
import { faults, startFaultProxy, type Fault } from './faultProxy'

let chain: TokenChain
let undisturbed: Awaited<ReturnType<typeof sync>>['rows']

beforeAll(async () => {
  chain = await startTokenChain()
  for (let block = 0; block < 100; block += 1) {
    for (let each = 0; each < 3; each += 1) await chain.call(deployer, chain.token, 'transfer', [toAccount((block * 7 + each * 13) % 40), BigInt(block + each + 1)])
    await chain.mine()
  }
  await chain.mine(3)
  undisturbed = (await sync([chain.anvil.url])).rows
})

afterAll(() => chain?.stop())

/** Syncs the whole token into a database of its own and says what stands there then. */
async function sync(urls: readonly string[]) {
  const { database, close } = await openTestDatabase()
  try {
    const { token, tokenId } = await saveProtocol(database, chain.protocol, 0)
    const reader = await openChainReader({ chainId: 31337, urls })
    await syncToken({ token, tokenId, reader, database, finalized: await reader.readFinalizedBlock(), piece: { logs: 40, blocks: 1_000_000 } })
    const changes = await database.db.execute(sql`select block_number, encode(address, 'hex') as account, balance::text from balance_changes join accounts on id = account_id order by 1, 2`)
    const newest = await database.db.execute(sql`select encode(address, 'hex') as account, balance::text from balances join accounts on id = account_id order by 1`)
    const cursor = await database.db.execute(sql`select block_number, block_hash, transfers, settled_number from cursors`)
    const incidents = new Map((await loadIncidents(database)).map(({ kind, times }) => [kind, times]))
    return { rows: { changes: changes.rows, newest: newest.rows, cursor: cursor.rows }, incidents }
  } finally {
    await close()
  }
}

async function syncThrough(proxies: { kinds: readonly Fault[]; share: number; seed: number }[]) {
  const started = await Promise.all(proxies.map((proxy) => startFaultProxy(chain.anvil.url, proxy)))
  try {
    return { ...(await sync(started.map(({ url }) => url))), met: new Set(started.flatMap((proxy) => [...proxy.met.keys()])) }
  } finally {
    started.forEach(({ stop }) => stop())
  }
}

/** What the status says of each; slow answers and logs out of order are no fault. */
const countedAs: Partial<Record<Fault, IncidentKind>> = {
  drop: 'unreachable', cut: 'garbled', tooManyRequests: 'rateLimited', unavailable: 'unavailable', html: 'garbled', wrongId: 'garbled', duplicate: 'garbled',
  missing: 'missing', fork: 'fork', null: 'nothing', behind: 'behind', forgets: 'error',
}

// Each has a database and endpoints of its own, and mostly waits until it may ask again: they wait side by side.
describe.concurrent('a sync through endpoints that fail gives the rows of an undisturbed one', () => {
  it.each(faults)('%s, a third of all answers of one of two endpoints', async (kind) => {
    const { rows, met, incidents } = await syncThrough([{ kinds: [kind], share: 0.33, seed: 7 }, { kinds: [], share: 0, seed: 0 }])
    expect(undisturbed.changes.length).toBeGreaterThan(250)
    expect(rows).toEqual(undisturbed)
    expect(met.has(kind)).toBe(true)
    const counted = countedAs[kind]
    if (counted) expect(incidents.get(counted)).toBeGreaterThan(0)
  })

  it.each([1, 2])('all together on both endpoints, seed %i', async (seed) => {
    const { rows, met } = await syncThrough([{ kinds: faults, share: 0.15, seed }, { kinds: faults, share: 0.15, seed: seed + 100 }])
    expect(rows).toEqual(undisturbed)
    expect(met.size).toBeGreaterThan(3)
  })
})
