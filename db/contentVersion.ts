import { eq, sql } from 'drizzle-orm'
import type { Database, Queries } from './database'
import { cursors, protocols, tokens } from './schema'

/**
 * Which content pages and files are made of, in short: another word after anything of it was saved. Each row has the number of the transaction
 * that wrote it (xmin), the same on a replica, and there are few rows: a token's is written anew with whatever hangs on it, see `markChanged`.
 * Work in progress, which pages show as of the moment, has no part in it.
 */
export async function loadContentVersion({ db }: Database): Promise<string> {
  const rows = sql`
    select 'token' as kind, ${tokens.id}::text as id, ${tokens}.xmin::text as written from ${tokens}
    union all select 'cursor', ${cursors.tokenId}::text, ${cursors}.xmin::text from ${cursors}
    union all select 'protocol', ${protocols.slug}, ${protocols}.xmin::text from ${protocols}`
  const [row] = await db.select({ version: sql<string>`md5(coalesce(string_agg(kind || id || ':' || written, ',' order by kind, id), ''))` }).from(sql`(${rows}) as written`)
  return row!.version
}

/** Says in the transaction at hand that something which pages show of a token was saved: its row is written anew, as it is. */
export async function markChanged(db: Queries, tokenId: number): Promise<void> {
  await db.update(tokens).set({ symbol: sql`${tokens.symbol}` }).where(eq(tokens.id, tokenId))
}

/** The same of a protocol: who its accounts are. */
export async function markProtocolChanged(db: Queries, slug: string): Promise<void> {
  await db.update(protocols).set({ position: sql`${protocols.position}` }).where(eq(protocols.slug, slug))
}
