import type pg from 'pg'

/** First half of the key of the lock that one token's ledger is written under; the token's id is the other half. */
export const ledgerLock = 7032

/** Takes the same right inside a transaction, until its end. */
export async function takeSyncLockIn(client: pg.PoolClient, tokenId: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [ledgerLock, tokenId])
}

/**
 * Takes the right to write one token's ledger, for as long as the connection lives: a process that is killed gives it back.
 * Where another has it, waits until that one is done: what it left to do is then little or nothing.
 *
 * @param onWait told once, before waiting
 * @returns gives the right back
 */
export async function takeSyncLock(client: pg.PoolClient, tokenId: number, onWait?: () => void): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [ledgerLock, tokenId])
  if (!rows[0]!.taken) {
    onWait?.()
    await client.query('select pg_advisory_lock($1, $2)', [ledgerLock, tokenId])
  }
  return async () => {
    await client.query('select pg_advisory_unlock($1, $2)', [ledgerLock, tokenId])
  }
}
