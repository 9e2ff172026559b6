import type pg from 'pg'

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
