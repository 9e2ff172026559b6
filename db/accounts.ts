import type pg from 'pg'
import type { Address } from '@/lib/domain/address'

/** What a query is asked of: a connection, inside a transaction or not. */
type Client = Pick<pg.ClientBase, 'query'>

/**
 * One question for everything: what is known is looked up, only what is missing is inserted. An insert that meets a known account would
 * use up an id each time. In order of addresses, so that two who meet the same accounts wait for each other instead of deadlocking.
 * Columns stand in one order and joins in one way (offset 0): the planner cannot know how few accounts are asked about and would read
 * the whole table for them.
 */
const intern = `
  with wanted as materialized (
    select i::int as place, substr($1::bytea, (i * 20 + 1)::int, 20) as address from generate_series(0, length($1::bytea) / 20 - 1) as i
  ), found as materialized (
    select place, (select id from accounts where accounts.address = wanted.address) as id, address from wanted
  ), added as (
    insert into accounts (address) select address from found where id is null order by address on conflict do nothing returning id, address
  )
  select place, id from found where id is not null
  union all
  select place, added.id from added join found using (address)`

/**
 * The ids of accounts, interning those never seen before.
 *
 * @param addresses 20 bytes for each account, none twice
 * @returns the ids, in the same order
 */
export async function internAccounts(client: Client, addresses: Buffer): Promise<number[]> {
  const ids = new Array<number>(addresses.length / 20).fill(0)
  // What another process adds at the same moment is in no answer to the first question: it is there when asked again.
  for (let attempt = 0; attempt < 2 && ids.includes(0); attempt += 1) {
    const { rows } = await client.query<[number, number]>({ name: 'intern-accounts', rowMode: 'array', text: intern, values: [addresses] })
    for (const [place, id] of rows) ids[place] = id
  }
  if (ids.includes(0)) throw new Error(`accounts: some of ${ids.length} were interned and are not there`)
  return ids
}

/** The same for addresses as text; each comes once in the answer. */
export async function saveAccounts(client: Client, addresses: Iterable<Address>): Promise<Map<Address, number>> {
  const wanted = [...new Set(addresses)]
  const ids = await internAccounts(client, Buffer.from(wanted.map((address) => address.slice(2)).join(''), 'hex'))
  return new Map(wanted.map((address, place) => [address, ids[place]!]))
}
