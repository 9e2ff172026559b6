import type pg from 'pg'
import type { Address } from '@/lib/domain/address'
import { toOrderBy } from '@/lib/domain/radixSort'
import { toView, writeInteger } from './binaryRow'
import { copyBinary } from './copy'

const addresses = `select i, substr($1::bytea, (i * 20 + 1)::int, 20) as address from generate_series(0, length($1::bytea) / 20 - 1) as i`

/** Looked up one by one, through the index: the planner cannot know how few are asked about and would read the whole table for a join. */
const find = `select string_agg(int4send(coalesce((select id from accounts where accounts.address = wanted.address), 0)), '' order by i) from (${addresses}) as wanted`
/** The sequence by its name: to look for it would be done again for each row, and take longer than all else here. */
const reserve = `select string_agg(int4send(nextval('accounts_id_seq')::int), '') from generate_series(1, $1::int)`

/** What Postgres says to whoever comes second: the account is there, or both waited for each other. */
const lostRaces = ['23505', '40P01']
const mostRaces = 20

/** Ids of accounts, in the order in which they were asked for, and how many of them are new. */
export interface InternedAccounts {
  ids: number[]
  added: number
}

/**
 * The ids of accounts, interning those never seen before. Not for use inside a transaction.
 *
 * Written by COPY, with ids that were reserved before: an INSERT that answers with them takes a third longer. Where another process adds one of
 * them at the same moment, it fails as a whole and they are looked up again.
 *
 * @param addresses 20 bytes for each account, none twice
 * @param isLikelyNew they are looked up only where one of them turns out to be there
 */
export async function internAccounts(client: pg.PoolClient, addresses: Buffer, isLikelyNew = false): Promise<InternedAccounts> {
  const ids = new Array<number>(addresses.length / 20).fill(0)
  // In one order for all, so that two who add the same accounts wait for each other instead of deadlocking.
  let places = toOrderBy(ids.length, (place) => addresses.readUInt32BE(place * 20))
  for (let race = 0; race < mostRaces && places.length > 0; race += 1) {
    if (race > 0 || !isLikelyNew) {
      const found = await ask(client, 'find-accounts', find, toChosen(addresses, places))
      places.forEach((place, index) => (ids[place] = found[index]!))
      places = places.filter((place) => ids[place] === 0)
      if (places.length === 0) break
    }
    const reserved = await ask(client, 'reserve-accounts', reserve, places.length)
    try {
      await copyBinary(client, 'accounts (id, address)', [toRows(addresses, places, reserved)])
      places.forEach((place, index) => (ids[place] = reserved[index]!))
      return { ids, added: places.length }
    } catch (error) {
      if (!lostRaces.includes((error as { code?: string }).code ?? '')) throw error
    }
  }
  if (places.length > 0) throw new Error(`accounts: ${places.length} of ${ids.length} could not be interned, ${mostRaces} times others came first`)
  return { ids, added: 0 }
}

/** Ids in four bytes each: the text of an array would be read a character at a time. */
async function ask(client: pg.PoolClient, name: string, text: string, value: Buffer | number): Promise<Int32Array> {
  const { rows } = await client.query<[Buffer]>({ name, rowMode: 'array', text, values: [value] })
  const bytes = rows[0]![0]
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readInt32BE(index * 4))
}

/** The accounts at some places as the bytes that a binary COPY reads. */
function toRows(addresses: Buffer, places: Uint32Array, ids: Int32Array): Buffer {
  const rows = Buffer.allocUnsafe(places.length * 34)
  const view = toView(rows)
  places.forEach((place, index) => {
    view.setInt16(index * 34, 2)
    const at = writeInteger(view, index * 34 + 2, ids[index]!)
    view.setInt32(at, 20)
    addresses.copy(rows, at + 4, place * 20, place * 20 + 20)
  })
  return rows
}

/** The addresses at some places, one behind the other. */
function toChosen(addresses: Buffer, places: Uint32Array): Buffer {
  const chosen = Buffer.allocUnsafe(places.length * 20)
  places.forEach((place, index) => addresses.copy(chosen, index * 20, place * 20, place * 20 + 20))
  return chosen
}

/** The same for addresses as text; each comes once in the answer. */
export async function saveAccounts(pool: pg.Pool, addresses: Iterable<Address>): Promise<Map<Address, number>> {
  const wanted = [...new Set(addresses)]
  const client = await pool.connect()
  try {
    const { ids } = await internAccounts(client, Buffer.from(wanted.map((address) => address.slice(2)).join(''), 'hex'))
    return new Map(wanted.map((address, place) => [address, ids[place]!]))
  } finally {
    client.release()
  }
}
