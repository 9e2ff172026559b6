import { and, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Claim } from '@/lib/domain/distribution'
import { creationSchema, recognisedSchema, safeOwnersSchema, type Creation, type Recognised, type SafeOwners } from '@/lib/domain/recognised'
import type { Block } from '@/lib/domain/snapshot'
import type { Database } from './database'
import { accounts, balances, recognisedAccounts } from './schema'

/** What an account is, by its own answers. */
export interface KeptRecognised extends Recognised {
  /** At which block it was asked, and its Unix seconds */
  block: Pick<Block, 'number' | 'timestamp'>
  /** Who may move what a Safe holds; null for all else */
  safe: SafeOwners | null
  /** How it came to be; null where that was not asked, or not told */
  creation: Creation | null
}

/** Keeps what accounts answered, in place of what they answered before. */
export async function saveRecognised({ db }: Database, chainId: number, block: Pick<Block, 'number' | 'timestamp'>, found: readonly Omit<KeptRecognised, 'block' | 'creation'>[]): Promise<void> {
  if (found.length === 0) return
  const rows = found.map(({ address, safe, ...recognised }) => ({ chainId, address, blockNumber: block.number, blockTimestamp: block.timestamp, recognised, safe }))
  const set = { blockNumber: sql`excluded.block_number`, blockTimestamp: sql`excluded.block_timestamp`, recognised: sql`excluded.recognised`, safe: sql`excluded.safe` }
  await db.insert(recognisedAccounts).values(rows).onConflictDoUpdate({ target: [recognisedAccounts.chainId, recognisedAccounts.address], set })
}

/** Keeps how a contract came to be: that never changes. */
export async function saveCreation({ db }: Database, chainId: number, address: Address, creation: Creation): Promise<void> {
  await db.update(recognisedAccounts).set({ creation }).where(and(eq(recognisedAccounts.chainId, chainId), eq(recognisedAccounts.address, address)))
}

/** What is known of some accounts from the chain itself; those that were never asked are not in it. */
export async function loadRecognised({ db }: Database, chainId: number, addresses: readonly Address[]): Promise<Map<Address, KeptRecognised>> {
  if (addresses.length === 0) return new Map()
  const rows = await db
    .select()
    .from(recognisedAccounts)
    .where(and(eq(recognisedAccounts.chainId, chainId), inArray(recognisedAccounts.address, [...addresses])))
  return new Map(rows.map(({ address, blockNumber, blockTimestamp, recognised, safe, creation }) => [
    address,
    { ...recognisedSchema.parse({ ...recognised, address }), block: { number: blockNumber, timestamp: blockTimestamp }, safe: safeOwnersSchema.nullable().parse(safe), creation: creationSchema.nullable().parse(creation) },
  ]))
}

/** What an account said of who may move what it holds, on every chain where it is a Safe, in the order of chains. */
export async function loadSafeOwners({ db }: Database, address: Address): Promise<{ chainId: number; block: Pick<Block, 'number' | 'timestamp'>; safe: SafeOwners }[]> {
  const { chainId, blockNumber, blockTimestamp, safe } = recognisedAccounts
  const rows = await db.select({ chainId, blockNumber, blockTimestamp, safe }).from(recognisedAccounts).where(and(eq(recognisedAccounts.address, address), isNotNull(safe))).orderBy(chainId)
  return rows.map((row) => ({ chainId: row.chainId, block: { number: row.blockNumber, timestamp: row.blockTimestamp }, safe: safeOwnersSchema.parse(row.safe) }))
}

/** Who holds most of a token today, largest first, ties by address. Before the first sync is done: nobody. */
export async function loadLargestBalances({ db }: Database, tokenId: number, limit: number): Promise<Claim[]> {
  return db
    .select({ account: accounts.address, amount: balances.balance })
    .from(balances)
    .innerJoin(accounts, eq(accounts.id, balances.accountId))
    .where(and(eq(balances.tokenId, tokenId), gt(balances.balance, 0n)))
    .orderBy(desc(balances.balance), accounts.address)
    .limit(limit)
}
