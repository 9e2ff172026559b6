import type pg from 'pg'
import { copyText } from './copy'

/** Every account as its 20 bytes, one after the other. */
const wanted = 'select i::int as place, substr($1::bytea, (i * 20 + 1)::int, 20) as address from generate_series(0, length($1::bytea) / 20 - 1) as i'

/** The planner cannot know how few accounts are asked about and would read the whole table for them. */
export const smallLookups = 'set enable_hashjoin = off; set enable_mergejoin = off'
export const usualLookups = 'reset enable_hashjoin; reset enable_mergejoin'

const uniqueViolation = '23505'

/**
 * The ids of accounts, interning those never seen before.
 *
 * @param addresses 20 bytes for each account, none twice
 * @returns the ids, in the same order
 */
export async function internAccounts(client: pg.PoolClient, addresses: Buffer): Promise<number[]> {
  const ids = new Array<number>(addresses.length / 20).fill(0)
  await loadIds(client, addresses, ids)
  const missing = ids.flatMap((id, place) => (id === 0 ? [place] : []))
  if (missing.length === 0) return ids
  const toAddress = (place: number) => addresses.subarray(place * 20, place * 20 + 20)
  // Sorted, so that two syncs that meet the same accounts wait for each other instead of deadlocking.
  missing.sort((a, b) => Buffer.compare(toAddress(a), toAddress(b)))
  try {
    const { rows } = await client.query<[string]>({
      name: 'take-account-ids',
      rowMode: 'array',
      text: `select nextval('accounts_id_seq') from generate_series(1, $1::int)`,
      values: [missing.length],
    })
    const lines = missing.map((place, index) => `${rows[index]![0]}\t\\\\x${addresses.toString('hex', place * 20, place * 20 + 20)}\n`)
    await copyText(client, 'accounts (id, address)', [lines.join('')])
    missing.forEach((place, index) => (ids[place] = Number(rows[index]![0])))
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error
    // Another sync met one of them at this very moment: the slower way does not mind.
    await client.query(`insert into accounts (address) select address from (${wanted}) as wanted order by address on conflict do nothing`, [addresses])
    await loadIds(client, addresses, ids)
  }
  if (ids.includes(0)) throw new Error(`accounts: some of ${ids.length} were interned and are not there`)
  return ids
}

async function loadIds(client: pg.PoolClient, addresses: Buffer, ids: number[]): Promise<void> {
  const { rows } = await client.query<[number, number]>({
    name: 'load-account-ids',
    rowMode: 'array',
    text: `select place, id from (${wanted}) as wanted join accounts using (address)`,
    values: [addresses],
  })
  for (const [place, id] of rows) ids[place] = id
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
