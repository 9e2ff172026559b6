import type pg from 'pg'
import type { Address } from '@/lib/domain/address'

/** Where each statement is a transaction of its own. */
type Client = Pick<pg.ClientBase, 'query'>

const addresses = `select i, substr($1::bytea, (i * 20 + 1)::int, 20) as address from generate_series(0, length($1::bytea) / 20 - 1) as i`

/** Looked up one by one, through the index: the planner cannot know how few are asked about and would read the whole table for a join. */
const find = `select array(select coalesce((select id from accounts where accounts.address = wanted.address), 0) from (${addresses}) as wanted order by i)`

/**
 * Ids come from a sequence, in the order of the rows. Without `on conflict`, which would make it half as dear again: where another process
 * adds one of them at the same moment, the statement fails as a whole and is asked again.
 */
const insert = `
  with added as (insert into accounts (address) select address from (${addresses}) as missing order by i returning id)
  select array(select id from added order by id)`

/** What Postgres says to whoever comes second: the account is there, or both waited for each other. */
const lostRaces = ['23505', '40P01']
const mostRaces = 20

/**
 * The ids of accounts, interning those never seen before. Not for use inside a transaction.
 *
 * @param addresses 20 bytes for each account, none twice
 * @returns the ids, in the same order
 */
export async function internAccounts(client: Client, addresses: Buffer): Promise<number[]> {
  const ask = async (name: string, text: string, places: Uint32Array) => {
    const values = [toChosen(addresses, places)]
    const { rows } = await client.query<[number[]]>({ name, rowMode: 'array', text, values })
    return rows[0]![0]
  }
  const ids = new Array<number>(addresses.length / 20).fill(0)
  // In one order for all, so that two who add the same accounts wait for each other instead of deadlocking.
  let places = toOrder(addresses)
  for (let race = 0; race < mostRaces && places.length > 0; race += 1) {
    const found = await ask('find-accounts', find, places)
    places.forEach((place, index) => (ids[place] = found[index]!))
    places = places.filter((place) => ids[place] === 0)
    if (places.length === 0) break
    try {
      const added = await ask('insert-accounts', insert, places)
      places.forEach((place, index) => (ids[place] = added[index]!))
      return ids
    } catch (error) {
      if (!lostRaces.includes((error as { code?: string }).code ?? '')) throw error
    }
  }
  if (places.length > 0) throw new Error(`accounts: ${places.length} of ${ids.length} could not be interned, ${mostRaces} times others came first`)
  return ids
}

/** The addresses at some places, one behind the other. */
function toChosen(addresses: Buffer, places: Uint32Array): Buffer {
  const chosen = Buffer.allocUnsafe(places.length * 20)
  places.forEach((place, index) => addresses.copy(chosen, index * 20, place * 20, place * 20 + 20))
  return chosen
}

/** Places of the addresses by their first 29 bits, and by place where those are the same: up to 2^24 fit into a double's 53. */
function toOrder(addresses: Buffer): Uint32Array {
  const count = addresses.length / 20
  const keys = Float64Array.from({ length: count }, (_, place) => (addresses.readUInt32BE(place * 20) >>> 3) * 2 ** 24 + place)
  return Uint32Array.from(keys.sort(), (key) => key % 2 ** 24)
}

/** The same for addresses as text; each comes once in the answer. */
export async function saveAccounts(client: Client, addresses: Iterable<Address>): Promise<Map<Address, number>> {
  const wanted = [...new Set(addresses)]
  const ids = await internAccounts(client, Buffer.from(wanted.map((address) => address.slice(2)).join(''), 'hex'))
  return new Map(wanted.map((address, place) => [address, ids[place]!]))
}
