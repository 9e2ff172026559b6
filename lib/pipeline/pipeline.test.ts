import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBalancesAt, loadChangedBetween } from '@/db/balanceHistory'
import { openDatabase, type Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import { loadHolders } from '@/db/holders'
import { savePiece } from '@/db/ledgerTransactions'
import { migrate } from '@/db/migrate'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { balances } from '@/db/schema'
import { loadNewestSnapshot, loadReserves } from '@/db/snapshots'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { zeroAddress } from '@/lib/domain/address'
import { toHolderChanges } from '@/lib/ownership/holderChanges'
import { toLens } from '@/lib/ownership/lenses'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { createTestDatabase } from '@/tests/postgres'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { loadHolderChanges } from './loadHolderChanges'
import { syncProtocol } from './syncProtocol'
import { takeSnapshots } from './takeSnapshots'

const token = 10n ** 18n
/** What UNI's constructor mints to its first holder. */
const supply = 1_000_000_000n * token
const day = 86_400

let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  server = await openTestDatabase()
  database = server.database
  protocol = await saveProtocol(database, chain.protocol, 0)
})

afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

const run = async (): Promise<void> => {
  await syncProtocol({ protocol, reader, database })
  await takeSnapshots({ protocol, reader, database })
}

/** Everything that the ledger says, in one order, without the ids that depend on who was met first. */
async function loadRows(tokenId: number, of: Database = database) {
  const { rows } = await of.db.execute(sql`
    select block_number, encode(address, 'hex') as account, balance::text from balance_changes join accounts on id = account_id
    where token_id = ${tokenId} order by 1, 2`)
  return rows
}

describe('from a chain to the database, with real contracts', () => {
  it('keeps transfers, audits them and gives the figures that arithmetic gives', async () => {
    // 1 billion UNI: 400 million to the first account, 100 million each to the next two, the deployer keeps 400 million.
    await chain.call(deployer, chain.token, 'transfer', [toAccount(1), 400_000_000n * token])
    await chain.call(deployer, chain.token, 'transfer', [toAccount(2), 100_000_000n * token])
    await chain.call(deployer, chain.token, 'transfer', [toAccount(3), 100_000_000n * token])
    await chain.mine(3, day)
    await run()
    const snapshot = await loadNewestSnapshot(database, protocol.tokenId)
    expect(snapshot?.audit).toEqual({ status: 'passed', claimed: supply, supply, sampled: 4, mismatches: [] })
    expect(snapshot?.gaps).toEqual([])
    const raw = snapshot?.measurements.find(({ lens }) => lens === 'raw')
    // Shares .4 .4 .1 .1: HHI .16 + .16 + .01 + .01 = .34; more than half needs two; Gini = Σ(2i−n−1)x/(nΣx) = (−.3 −.1 +.4 +1.2)/4 = .3
    expect(raw?.metrics).toMatchObject({
      hhi: { value: expect.closeTo(0.34, 12) },
      nakamoto50: { value: 2 },
      gini: { value: expect.closeTo(0.3, 12) },
      holders: { value: 4 },
    })
    // Without the treasury: 400, 100, 100 of 600 million.
    const circulating = snapshot?.measurements.find(({ lens }) => lens === 'circulating')
    expect(circulating?.denominator).toBe(600_000_000n * token)
    expect(circulating?.excluded).toEqual([{ role: 'treasury', accounts: 1, amount: 400_000_000n * token }])
    expect(circulating?.metrics.top1Share).toMatchObject({ value: expect.closeTo(2 / 3, 12) })
  })

  it('ranks holders under a lens, finds them by address and by label', async () => {
    const snapshot = (await loadNewestSnapshot(database, protocol.tokenId))!
    const ask = async (lens: 'raw' | 'circulating', search?: string) =>
      (await loadHolders(database, { snapshotId: snapshot.id, lens, offset: 0, limit: 10, search }))!.rows.map(({ rank, account }) => [rank, account])
    // 400 million each: the tie goes by address, and the deployer's 0xdd… comes after the accounts' 0x00….
    expect(await ask('raw')).toEqual([[1, toAccount(1)], [2, deployer], [3, toAccount(2)], [4, toAccount(3)]])
    expect(await ask('circulating')).toEqual([[1, toAccount(1)], [2, toAccount(2)], [3, toAccount(3)]])
    expect(await ask('circulating', toAccount(3).toUpperCase().replace('0X', '0x'))).toEqual([[3, toAccount(3)]])
    expect(await ask('raw', 'deploy')).toEqual([[2, deployer]])
    expect(await ask('raw', '100%')).toEqual([])
  })

  it('takes one snapshot a day from the ledger, and goes on where it ended', async () => {
    const before = await loadHistory(database, protocol.tokenId, 'raw', { metricIds: ['holders'] })
    await chain.mine(4, day)
    await run()
    const history = await loadHistory(database, protocol.tokenId, 'raw', { metricIds: ['holders'] })
    expect(history.length).toBeGreaterThan(before.length)
    const days = history.map(({ day: date }) => date)
    expect(days).toEqual(days.map((_, index) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10)))
    expect(history[0]?.metrics).toEqual({ holders: { status: 'ok', value: 1 } })
    expect(history.at(-1)?.metrics).toEqual({ holders: { status: 'ok', value: 4 } })
    expect(await loadHistory(database, protocol.tokenId, 'raw', { metricIds: ['holders'], lastDays: 2 })).toEqual(history.slice(-2))
  })

  it('makes every day again when labels change what a lens leaves out, and none when they change a name', async () => {
    const ask = async () =>
      (await loadHistory(database, protocol.tokenId, 'circulating', { metricIds: ['holders'] })).filter(({ origin }) => origin === 'ledger')
    const before = await ask()
    const days = async (labels: TrackedProtocol['labels']) => (await takeSnapshots({ protocol: { ...protocol, labels }, reader, database }))[0]!.days
    expect(await days(protocol.labels.map((label) => ({ ...label, name: 'otherwise' })))).toBe(0)
    expect(await days([])).toBe(before.length)
    // Without labels nobody is left out: what circulates is all there is, from the first day on.
    expect((await ask()).map(({ denominator }) => denominator)).toEqual(before.map(() => supply))
    expect(await days(protocol.labels)).toBe(before.length)
    expect(await ask()).toEqual(before)
  })

  it('tells from the ledger alone what changed between two blocks', async () => {
    const { rows } = await database.db.execute<{ first: number; last: number }>(sql`
      select min(block_number)::int as first, max(block_number)::int as last from balance_changes where token_id = ${protocol.tokenId}`)
    const { first, last } = rows[0]!
    const { before, after } = await loadChangedBetween(database, protocol.tokenId, first, last)
    // The deployer gave 400 and twice 100 of a billion away.
    expect(toHolderChanges(before, after)).toEqual({
      entered: ([[1, 400n], [2, 100n], [3, 100n]] as const).map(([nth, millions]) => ({ account: toAccount(nth), before: 0n, after: millions * 1_000_000n * token })),
      left: [],
      grew: [],
      shrank: [{ account: deployer, before: supply, after: 400_000_000n * token }],
    })
    expect(await loadChangedBetween(database, protocol.tokenId, last, last + 1000)).toEqual({ before: new Map(), after: new Map() })
    // Between days, through a lens: the deployer is the treasury, so on the first day nothing circulated.
    const between = await loadHolderChanges(database, protocol, toLens('circulating'), { from: '2024-01-01', to: '2024-01-05' })
    expect([between?.from.denominator, between?.to.denominator, between?.changes.shrank]).toEqual([0n, 600_000_000n * token, []])
    expect(between?.changes.entered.map(({ account }) => account)).toEqual([toAccount(1), toAccount(2), toAccount(3)])
    expect(await loadBalancesAt(database, protocol.tokenId, first)).toEqual(new Map([[deployer, supply]]))
  })

  it('reads a pool: the locked minimum liquidity counts, reserves are the pair’s own', async () => {
    for (const provider of [toAccount(1), toAccount(2)]) {
      if (provider === toAccount(2)) await chain.call(deployer, chain.other, 'transfer', [provider, 900n * token])
      else await chain.call(deployer, chain.other, 'transfer', [provider, 100n * token])
      await chain.mine()
      const amount = provider === toAccount(2) ? 900n * token : 100n * token
      await chain.call(provider, chain.token, 'transfer', [chain.pair, amount])
      await chain.call(provider, chain.other, 'transfer', [chain.pair, amount])
      await chain.call(provider, chain.pair, 'mint', [provider])
      await chain.mine()
    }
    await chain.mine(2)
    await run()
    const pool = (await loadNewestSnapshot(database, protocol.pools[0]!.tokenId))!
    // √(100·100) = 100 LP tokens, of which the pair locks 1,000 units at the zero address; then 900 more.
    expect(pool.audit).toMatchObject({ status: 'passed', supply: 1000n * token })
    const { rows } = (await loadHolders(database, { snapshotId: pool.id, lens: 'raw', offset: 0, limit: 10 }))!
    expect(rows.map(({ account, amount }) => [account, amount])).toEqual([
      [toAccount(2), 900n * token],
      [toAccount(1), 100n * token - 1000n],
      [zeroAddress, 1000n],
    ])
    const reserves = (await loadReserves(database, pool.id))!
    expect(reserves.tokens.map(({ reserve, symbol }) => [reserve, symbol])).toEqual([[1000n * token, 'UNI'], [1000n * token, 'UNI']])
  })

  it('turns red when a balance in the database is wrong, and green when it is right again', async () => {
    const half = { balance: sql`${balances.balance} / 2` }
    const wrong = sql`${balances.tokenId} = ${protocol.tokenId} and account_id = (select id from accounts where address = ${Buffer.from(toAccount(3).slice(2), 'hex')})`
    await database.db.update(balances).set(half).where(wrong)
    await takeSnapshots({ protocol, reader, database })
    const red = await loadNewestSnapshot(database, protocol.tokenId)
    expect(red?.audit).toMatchObject({ status: 'failed', claimed: supply - 50_000_000n * token, supply })
    expect(red?.audit?.mismatches).toEqual([{ account: toAccount(3), ledger: 50_000_000n * token, chain: 100_000_000n * token }])
    await database.db.update(balances).set({ balance: 100_000_000n * token }).where(wrong)
    await takeSnapshots({ protocol, reader, database })
    expect((await loadNewestSnapshot(database, protocol.tokenId))?.audit?.status).toBe('passed')
  })

  it('keeps a failed read as a gap, never as a zero (law 2)', async () => {
    const deaf: ChainReader = {
      ...reader,
      readContracts: async (calls, block) => {
        const answers = await reader.readContracts(calls, block)
        return answers.map((answer, index) => (calls[index]?.functionName === 'totalSupply' ? { status: 'failed', reason: 'no answer' } : answer))
      },
    }
    await takeSnapshots({ protocol, reader: deaf, database })
    const snapshot = await loadNewestSnapshot(database, protocol.tokenId)
    expect(snapshot).toMatchObject({ supply: null, gaps: [{ subject: 'totalSupply', reason: 'no answer' }], audit: { status: 'incomplete', supply: null } })
  })

  it('reads only final blocks: what is reorganised away leaves no trace (law 3)', async () => {
    await syncProtocol({ protocol, reader, database })
    const before = await loadRows(protocol.tokenId)
    const state = await chain.rpc.call('evm_snapshot')
    await chain.call(toAccount(1), chain.token, 'transfer', [toAccount(9), 5n * token])
    await chain.mine()
    await syncProtocol({ protocol, reader, database })
    expect(await loadRows(protocol.tokenId)).toEqual(before)
    await chain.rpc.call('evm_revert', state)
    await chain.mine(4, 24)
    await run()
    expect(await loadRows(protocol.tokenId)).toEqual(before)
    expect((await loadNewestSnapshot(database, protocol.tokenId))?.audit?.status).toBe('passed')
  })

  it('does not read a ledger on from another chain', async () => {
    const elsewhere: ChainReader = { ...reader, readBlock: async (number) => ({ ...(await reader.readBlock(number)), hash: `0x${'9'.repeat(64)}` }) }
    await chain.mine(3)
    await expect(syncProtocol({ protocol, reader: elsewhere, database })).rejects.toThrow('serves another chain or fork; nothing was written')
    await syncProtocol({ protocol, reader, database })
  })

  it('gives the same rows in one run and in many, and refuses a range that does not follow (law 4)', async () => {
    const again = await createTestDatabase()
    const fresh = openDatabase(again.url)
    await migrate(fresh)
    const followed = await saveProtocol(fresh, chain.protocol, 0)
    await syncProtocol({ protocol: followed, reader, database: fresh })
    expect(await loadRows(followed.tokenId, fresh)).toEqual(await loadRows(protocol.tokenId))
    const client = await fresh.pool.connect()
    const piece = { tokenId: followed.tokenId, after: 1, end: await reader.readBlock(3), transfers: 0, chunks: [], rejected: [] }
    await expect(savePiece(client, piece)).rejects.toThrow('nothing was written')
    client.release()
    await fresh.close()
    await again.drop()
  })

  it('keeps the figures of one audited snapshot a day, however often it is taken, and that there were others', async () => {
    for (let round = 0; round < 3; round += 1) {
      await chain.mine(1, 60)
      await run()
    }
    const { rows } = await database.db.execute(sql`
      select day, count(*)::int as taken, count(distinct measurements.snapshot_id)::int as snapshots from snapshots
      left join measurements on snapshot_id = id and lens = 'raw' where token_id = ${protocol.tokenId} and origin = 'chain' group by day order by day`)
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.map(({ snapshots }) => snapshots)).toEqual(rows.map(() => 1))
    expect(rows.some(({ taken }) => Number(taken) > 1)).toBe(true)
  })

  it('says which chain an endpoint serves when it is the wrong one', async () => {
    await expect(openChainReader({ chainId: 1, urls: [chain.anvil.url] })).rejects.toThrow('RPC_URL_1 serves chain 31337')
  })
})
