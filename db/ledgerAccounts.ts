import type pg from 'pg'

/** Every account as its 20 bytes, one after the other. */
const wanted = 'select i::int as place, substr($1::bytea, (i * 20 + 1)::int, 20) as address from generate_series(0, length($1::bytea) / 20 - 1) as i'

/** The planner cannot know how few accounts are asked about and would read the whole table for them. */
export const smallLookups = 'set enable_hashjoin = off; set enable_mergejoin = off'
export const usualLookups = 'reset enable_hashjoin; reset enable_mergejoin'

/**
 * The ids of accounts, interning those never seen before; in one question where no other sync interns the same ones at this moment.
 *
 * @param addresses 20 bytes for each account, none twice
 * @returns the ids, in the same order
 */
export async function internAccounts(client: pg.PoolClient, addresses: Buffer): Promise<number[]> {
  const ids = new Array<number>(addresses.length / 20).fill(0)
  // Sorted, so that two syncs that meet the same accounts wait for each other instead of deadlocking.
  const { rows } = await client.query<[place: number | null, id: number, address: Buffer | null]>({
    name: 'intern-accounts',
    rowMode: 'array',
    values: [addresses],
    text: `
      with wanted as materialized (${wanted}),
        known as materialized (select place, id from wanted join accounts using (address)),
        made as (
          insert into accounts (address)
          select address from wanted where place not in (select place from known) order by address
          on conflict do nothing returning id, address
        )
      select place, id, null as address from known union all select null, id, address from made`,
  })
  const toKey = (address: Buffer) => address.toString('latin1')
  const places = new Map<string, number>()
  if (rows.some(([place]) => place === null)) ids.forEach((_, place) => places.set(toKey(addresses.subarray(place * 20, place * 20 + 20)), place))
  for (const [place, id, address] of rows) ids[place ?? places.get(toKey(address!))!] = id
  if (rows.length === ids.length) return ids
  const again = await client.query<[number, number]>({
    rowMode: 'array',
    values: [addresses],
    text: `with wanted as materialized (${wanted}) select place, id from wanted join accounts using (address)`,
  })
  for (const [place, id] of again.rows) ids[place] = id
  if (again.rows.length !== ids.length) throw new Error(`accounts: ${ids.length} were interned, ${again.rows.length} are there`)
  return ids
}

/** What accounts held at the token's settled block; those that held nothing are left out. */
export async function loadSettled(client: pg.PoolClient, tokenId: number, ids: readonly number[]): Promise<Map<number, bigint>> {
  const { rows } = await client.query<[number, string]>({
    name: 'load-settled',
    rowMode: 'array',
    text: 'select account_id, balance from balances where token_id = $1 and account_id = any($2::int[])',
    values: [tokenId, ids],
  })
  return new Map(rows.map(([id, balance]) => [id, BigInt(balance)]))
}
