import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type pg from 'pg'
import { z } from 'zod'
import { addressSchema, type Address } from '@/lib/domain/address'
import { amountSchema as amount } from '@/lib/domain/amountSchema'
import { unresolvedReasons, type UnresolvedReason } from '@/lib/domain/contractOwnership'
import { copyRows } from './copy'
import type { Database, Queries } from './database'
import { accounts, lookThroughs, ownerParts } from './schema'

const step = z.object({ contract: addressSchema, asset: addressSchema, source: z.string() })
const reason = z.enum(Object.keys(unresolvedReasons) as [UnresolvedReason, ...UnresolvedReason[]])

const routeSchema = z.object({ steps: z.array(step), merged: z.boolean() })

/** How what contracts hold came to its owners, in short. */
const summarySchema = z.object({
  total: amount,
  meanDepth: z.number().nullable(),
  routes: z.array(routeSchema),
  unresolved: z.array(step.extend({ reason, amount })),
  flows: z.array(
    z.object({
      from: step.nullable(),
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('contract'), step }),
        z.object({ kind: z.literal('owners') }),
        z.object({ kind: z.literal('unresolved'), reason }),
      ]),
      amount,
    }),
  ),
  byDepth: z.array(z.object({ depth: z.int(), owned: amount, unresolved: amount })),
})
export type LookThroughSummary = z.output<typeof summarySchema>

/** What is kept of a look-through: its summary, and each part of what somebody owns through a contract. */
export interface SavedLookThrough {
  summary: LookThroughSummary
  /** `route` is a place in the summary's routes */
  parts: readonly { account: Address; route: number; amount: bigint }[]
}

/** Saves a look-through with its snapshot. @param ids of every account that its parts name */
export async function saveLookThrough(db: Queries, client: pg.PoolClient, snapshotId: number, { summary, parts }: SavedLookThrough, ids: ReadonlyMap<Address, number>): Promise<void> {
  // JSON has no bigint: amounts stand as decimal strings in it.
  const text = JSON.stringify(summary, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  await db.insert(lookThroughs).values({ snapshotId, summary: JSON.parse(text) as unknown })
  await copyRows(client, 'owner_parts (snapshot_id, account_id, route, amount)', parts.map(({ account, route, amount }) => [snapshotId, ids.get(account)!, route, amount]))
}

/** A snapshot's look-through in short; null where no contract was looked through, or the snapshot is no longer the newest. */
export async function loadLookThrough({ db }: Database, snapshotId: number): Promise<LookThroughSummary | null> {
  const [row] = await db.select({ summary: lookThroughs.summary }).from(lookThroughs).where(eq(lookThroughs.snapshotId, snapshotId))
  return row ? summarySchema.parse(row.summary) : null
}

/** By which ways some accounts came to what they own, largest first: places in the summary's routes. Those that own all in their own wallet are not in it. */
export async function loadOwnerParts({ db }: Database, snapshotId: number, owners: readonly Address[]): Promise<Map<Address, { route: number; amount: bigint }[]>> {
  if (owners.length === 0) return new Map()
  const wanted = sql.param(owners.map((owner) => Buffer.from(owner.slice(2), 'hex')))
  // All as one text: to parse each row of an answer by itself would take several times as long.
  const line = sql`'0x' || encode(${accounts.address}, 'hex') || ' ' || ${ownerParts.route} || ' ' || ${ownerParts.amount}`
  const [row] = await db
    .select({ lines: sql<string | null>`string_agg(${line}, ${'\n'} order by ${ownerParts.amount} desc, ${ownerParts.route})` })
    .from(ownerParts)
    .innerJoin(accounts, eq(accounts.id, ownerParts.accountId))
    .where(and(eq(ownerParts.snapshotId, snapshotId), sql`${accounts.address} = any(${wanted}::bytea[])`))
  const parts = new Map<Address, { route: number; amount: bigint }[]>()
  for (const text of row?.lines?.split('\n') ?? []) {
    const [account, route, amount] = text.split(' ') as [Address, string, string]
    const known = parts.get(account)
    const part = { route: Number(route), amount: BigInt(amount) }
    if (known) known.push(part)
    else parts.set(account, [part])
  }
  return parts
}

/** What came to an account by one way, in a token's newest snapshot. */
export interface OwnedPart {
  snapshotId: number
  amount: bigint
  route: LookThroughSummary['routes'][number]
}

/** By which ways an account came to what it owns; only of tokens of which it owns something through a contract. */
export async function loadAccountParts({ db }: Database, account: Address): Promise<OwnedPart[]> {
  const rows = await db
    .select({ snapshotId: ownerParts.snapshotId, amount: ownerParts.amount, route: sql<unknown>`${lookThroughs.summary} -> 'routes' -> ${ownerParts.route}` })
    .from(accounts)
    .innerJoin(ownerParts, eq(ownerParts.accountId, accounts.id))
    .innerJoin(lookThroughs, eq(lookThroughs.snapshotId, ownerParts.snapshotId))
    .where(eq(accounts.address, account))
    .orderBy(ownerParts.snapshotId, desc(ownerParts.amount), ownerParts.route)
  return rows.map((row) => ({ ...row, route: routeSchema.parse(row.route) }))
}

/** The largest owners by some routes of a snapshot, how many there are, and what all of them have. */
export async function loadRouteOwners({ db }: Database, snapshotId: number, routes: readonly number[], limit: number): Promise<{ owners: { account: Address; amount: bigint }[]; count: number; owned: bigint }> {
  if (routes.length === 0) return { owners: [], count: 0, owned: 0n }
  const amount = sql<string>`sum(${ownerParts.amount})`
  const rows = await db
    .select({ account: accounts.address, amount, count: sql<number>`(count(*) over ())::int`, owned: sql<string>`sum(${amount}) over ()` })
    .from(ownerParts)
    .innerJoin(accounts, eq(accounts.id, ownerParts.accountId))
    .where(and(eq(ownerParts.snapshotId, snapshotId), inArray(ownerParts.route, [...routes])))
    .groupBy(accounts.address)
    .orderBy(sql`sum(${ownerParts.amount}) desc`, accounts.address)
    .limit(limit)
  return { owners: rows.map((row) => ({ account: row.account, amount: BigInt(row.amount) })), count: rows[0]?.count ?? 0, owned: BigInt(rows[0]?.owned ?? 0) }
}
