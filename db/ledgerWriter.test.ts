import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { protocolSchema } from '@/lib/domain/protocol'
import { foldTransfers, type Transfer } from '@/lib/ledger/foldTransfers'
import { packTransfers } from '@/lib/ledger/packedTransfers'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Database } from './database'
import { loadCursor, loadLedger } from './ledger'
import { openLedgerWriter } from './ledgerWriter'
import { forgetChain, saveProtocol } from './protocols'

let server: OpenTestDatabase
let database: Database
let tokens = 0

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
})

afterAll(async () => {
  await server?.close()
})

async function addToken(): Promise<number> {
  const address = `0x${(tokens += 1).toString(16).padStart(40, '0')}`
  const token = { chainId: 5, address, symbol: 'T', name: 'T', decimals: 18, firstBlock: 0 }
  const protocol = protocolSchema.parse({ slug: `t${tokens}`, name: 'T', category: 'exchange', website: 'https://example.org/', token })
  return (await saveProtocol(database, protocol, tokens)).tokenId
}

/** Sixty accounts, the zero address among them, in a fixed disorder. */
const toAccount = (index: number) => `0x${(index % 60).toString(16).padStart(40, '0')}` as Address
const history = Array.from({ length: 600 }, (_, index): Transfer => ({
  from: toAccount(index * 7),
  to: toAccount(index * 13 + 5),
  amount: index % 9 === 0 ? 2n ** 255n + BigInt(index) : BigInt(index * index),
  blockNumber: Math.floor(index / 4),
  logIndex: index,
}))
const expected = foldTransfers(new Map(), history)
const toBlock = (number: number) => ({ number, hash: `0x${number.toString(16).padStart(64, '0')}` as const, timestamp: number * 12 })

async function loadRows(tokenId: number) {
  const { rows } = await database.db.execute<{ block: string; account: string; balance: string }>(sql`
    select block_number as block, encode(address, 'hex') as account, balance::text from balance_changes join accounts on id = account_id
    where token_id = ${tokenId} order by block_number, address`)
  return rows.map(({ block, account, balance }) => ({ blockNumber: Number(block), account: `0x${account}`, balance: BigInt(balance) }))
}
const inOrder = [...expected].sort((a, b) => a.blockNumber - b.blockNumber || (a.account < b.account ? -1 : 1))
const newest = new Map(expected.map(({ account, balance }) => [account, balance]))
const loadNewest = async (tokenId: number) => new Map((await loadLedger(database, tokenId))!.balances.map(({ account, balance }) => [account, balance]))

/** Writes the history's blocks from one to another in pieces of so many blocks. */
async function write(tokenId: number, from: number, to: number, options: { step: number; accounts?: number; settle?: boolean }) {
  const writer = await openLedgerWriter(database, tokenId, { accounts: options.accounts })
  for (let block = from; block < to; block += options.step) {
    const end = Math.min(to, block + options.step)
    const middle = Math.floor((block + end) / 2)
    for (const [first, last] of [[block, middle], [middle, end]] as const)
      await writer.write(packTransfers(history.filter(({ blockNumber }) => blockNumber >= first && blockNumber < last)), [])
    await writer.commit(toBlock(end - 1))
  }
  if (options.settle !== false) await writer.settle()
  await writer.close()
}

describe('openLedgerWriter', () => {
  it.each([
    ['at once', { step: 150 }],
    ['in small pieces', { step: 7 }],
    ['with no memory for accounts from piece to piece', { step: 7, accounts: 0 }],
  ])('writes the rows of foldTransfers: %s', async (_, options) => {
    const tokenId = await addToken()
    await write(tokenId, 0, 150, options)
    expect(await loadRows(tokenId)).toEqual(inOrder)
    expect(await loadNewest(tokenId)).toEqual(new Map([...newest].filter(([, balance]) => balance !== 0n)))
    expect(await loadCursor(database.db, tokenId)).toEqual({ block: toBlock(149), transfers: 600 })
  })

  it('goes on where a run ended, and settles what a killed run left', async () => {
    const tokenId = await addToken()
    await write(tokenId, 0, 40, { step: 10 })
    await write(tokenId, 40, 90, { step: 10, settle: false })
    expect((await loadLedger(database, tokenId))?.block).toEqual(toBlock(39))
    await write(tokenId, 90, 150, { step: 10 })
    expect(await loadRows(tokenId)).toEqual(inOrder)
    expect(await loadNewest(tokenId)).toEqual(new Map([...newest].filter(([, balance]) => balance !== 0n)))
  })

  it('lets one write at a time: the second waits, and finds what the first wrote', async () => {
    const tokenId = await addToken()
    const first = await openLedgerWriter(database, tokenId)
    let waits = 0
    const second = openLedgerWriter(database, tokenId, { onWait: () => (waits += 1) })
    await first.write(packTransfers(history.slice(0, 4)), [])
    await first.commit(toBlock(0))
    while (waits === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await first.settle()
    await first.close()
    const then = await second
    expect(then.end()).toEqual(toBlock(0))
    await then.close()
    expect(waits).toBe(1)
  })

  it('keeps nothing of what was not committed', async () => {
    const tokenId = await addToken()
    const writer = await openLedgerWriter(database, tokenId)
    await writer.write(packTransfers(history.slice(0, 4)), [])
    await writer.close()
    expect([await loadRows(tokenId), await loadCursor(database.db, tokenId), await loadLedger(database, tokenId)]).toEqual([[], null, null])
  })

  it('leaves no rows of a token that is no longer followed', async () => {
    await forgetChain(database, 5)
    const { rows } = await database.db.execute(sql`select (select count(*)::int from balance_changes) as changes, (select count(*)::int from balances) as balances`)
    expect(rows).toEqual([{ changes: 0, balances: 0 }])
  })
})
