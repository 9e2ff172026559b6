import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { setBalance, wordsPerBalance } from '@/lib/ledger/balanceWords'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { keepCheckpoint, loadBalancesAt, loadChangedBetween, loadChangesOf } from './balanceHistory'
import { ChangeChunks } from './changeChunks'
import { copyBinary, copyRows } from './copy'
import { inTransaction, type Database } from './database'
import { chunkColumns } from './ledgerTransactions'

let server: OpenTestDatabase
let database: Database
let tokenId: number

interface Change {
  block: number
  account: number
  balance: bigint
}

/** 30,000 blocks in each of which one of 300 accounts changes, in a fixed disorder; one in seven is left with nothing. */
const changes = Array.from({ length: 30_000 }, (_, block): Change => {
  const mixed = Math.imul(block + 1, 0x9e3779b1) >>> 0
  return { block, account: 1 + (mixed % Math.min(300, 2 + (block >> 4))), balance: mixed % 7 === 0 ? 0n : BigInt(mixed) * 10n ** 18n }
})
const toAddress = (account: number) => `0x${account.toString(16).padStart(40, '0')}` as Address

/** By definition: each account's last change up to the block. */
function toHeld(block: number): Map<Address, bigint> {
  const held = new Map<Address, bigint>()
  for (const change of changes.slice(0, block + 1)) held.set(toAddress(change.account), change.balance)
  return new Map([...held].filter(([, balance]) => balance !== 0n))
}

const inOrder = (held: ReadonlyMap<Address, bigint>) => [...held].sort(([a], [b]) => (a < b ? -1 : 1))

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  await database.pool.query(`insert into protocols (slug, position, definition) values ('p', 0, '{}')`)
  const { rows } = await database.pool.query<{ id: number }>(
    `insert into tokens (protocol, chain_id, address, symbol, name, decimals, first_block) select 'p', 1, '\\x01', 'T', 'T', 18, 0 returning id`,
  )
  tokenId = rows[0]!.id
  const chunks = new ChangeChunks(tokenId)
  const words = new Uint32Array(wordsPerBalance)
  for (const { block, account, balance } of changes) {
    setBalance(words, 0, balance)
    chunks.append(block, account, words, 0)
  }
  await inTransaction(database, async (_, client) => {
    await copyBinary(client, chunkColumns, chunks.take())
    await copyRows(client, 'accounts (id, address)', Array.from({ length: 301 }, (_, index) => [index + 1, `\\\\x${toAddress(index + 1).slice(2)}`]))
  })
})
afterAll(async () => {
  await server?.close()
})

const checkpoints = async () => {
  const { rows } = await database.pool.query<{ block: number }>('select distinct block_number::int as block from balance_checkpoints order by 1')
  return rows.map(({ block }) => block)
}

const asked = [0, 1, 1500, 4999, 5000, 5001, 12_345, 29_000, 29_999, 40_000]

it('balances at any block are each account’s last change, whatever checkpoints there are', async () => {
  for (const block of asked) expect(inOrder(await loadBalancesAt(database, tokenId, block))).toEqual(inOrder(toHeld(block)))
  // A day every 500 blocks: the newest is kept when 5,000 / 4 changes came behind the last, which goes while those before it are near.
  for (let block = 499; block < 29_500; block += 500) await keepCheckpoint(database, tokenId, block, true)
  const kept = await checkpoints()
  // Counted in whole chunks of 4,096 changes, of which up to two are cut by the ends.
  expect(kept.at(-1)).toBeGreaterThan(29_499 - 5000 / 4 - 500 - 2 * 4096)
  // Four times 5,000 changes lie between the beginning and what came after the first that stayed.
  expect(kept.length).toBe(2)
  expect(kept[1]).toBeGreaterThan(20_000)
  for (const block of [...asked, ...kept, ...kept.map((each) => each + 1)])
    expect(inOrder(await loadBalancesAt(database, tokenId, block))).toEqual(inOrder(toHeld(block)))
})

it('keeps no second checkpoint at a block, and none where little changed', async () => {
  const before = await checkpoints()
  await keepCheckpoint(database, tokenId, before.at(-1)!, true)
  await keepCheckpoint(database, tokenId, before.at(-1)! + 10, true)
  expect(await checkpoints()).toEqual(before)
})

it('who changed between two blocks, with what was held at both', async () => {
  const [held, later] = [toHeld(12_000), toHeld(12_100)]
  const accounts = [...new Set([...held.keys(), ...later.keys()])].filter((account) => held.get(account) !== later.get(account)).sort()
  const { before, after } = await loadChangedBetween(database, tokenId, 12_000, 12_100)
  const nothing = (balances: ReadonlyMap<Address, bigint>, account: Address) => balances.get(account) ?? 0n
  const found = [...new Set([...before.keys(), ...after.keys()])].sort()
  expect(found.map((account) => [account, nothing(before, account), nothing(after, account)])).toEqual(
    accounts.map((account) => [account, nothing(held, account), nothing(later, account)]),
  )
})

it('every change of some accounts comes in the order of the blocks, up to a block', async () => {
  const wanted = [3, 250]
  const expected = changes.slice(0, 12_346).filter(({ account }) => wanted.includes(account)).map(({ account, block, balance }) => ({ account: toAddress(account), block, balance }))
  expect(expected.length).toBeGreaterThan(20)
  expect(await loadChangesOf(database, tokenId, wanted.map(toAddress), 12_345)).toEqual(expected)
  expect(await loadChangesOf(database, tokenId, [toAddress(999)], 12_345)).toEqual([])
})
