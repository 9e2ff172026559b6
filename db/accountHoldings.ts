import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'
import type { Audit } from '@/lib/domain/snapshot'
import { headlineLens } from '@/lib/ownership/lenses'
import type { Database } from './database'
import { accounts, audits, gaps, holdings, labelStatements, lookThroughs, measurements, snapshots, tokens } from './schema'

/** A place in one of the kept lists of a token's newest snapshot. */
export interface ListedHolding {
  snapshotId: number
  /** 'raw', or the headline's lens */
  lens: LensId
  rank: number
  amount: bigint
}

/** Where an account stands in the lists of every followed token; nowhere where it was never seen. */
export function loadListedHoldings({ db }: Database, account: Address): Promise<ListedHolding[]> {
  return db
    .select({ snapshotId: holdings.snapshotId, lens: holdings.lens, rank: holdings.rank, amount: holdings.amount })
    .from(accounts)
    .innerJoin(holdings, eq(holdings.accountId, accounts.id))
    .innerJoin(snapshots, and(eq(snapshots.id, holdings.snapshotId), eq(snapshots.origin, 'chain')))
    .where(eq(accounts.address, account))
}

/** What a token's newest snapshot rests on, in short. */
export interface SnapshotFacts {
  snapshotId: number
  protocol: string
  tokenId: number
  day: string
  block: number
  /** Unix seconds */
  timestamp: number
  audit: Audit['status'] | null
  gaps: number
  /** What all addresses hold together */
  total: bigint
  /** What shares are taken of under the headline's lens; null where it was not measured */
  counted: bigint | null
  /** Whether the list under the headline's lens is kept beside that of all addresses */
  hasOwners: boolean
}

/** The same of several snapshots. @param which ids of snapshots, or slugs of protocols whose tokens were looked through */
export async function loadSnapshotFacts({ db }: Database, which: { ids: readonly number[] } | { lookedThrough: readonly string[] }): Promise<SnapshotFacts[]> {
  const wanted = 'ids' in which ? which.ids : which.lookedThrough
  if (wanted.length === 0) return []
  const denominator = (lens: LensId) => sql<string | null>`(select ${measurements.denominator} from ${measurements} where ${measurements.snapshotId} = ${snapshots.id} and ${measurements.lens} = ${lens})`
  const rows = await db
    .select({
      snapshotId: snapshots.id,
      protocol: tokens.protocol,
      tokenId: tokens.id,
      day: snapshots.day,
      block: sql<number>`${snapshots.blockNumber}`.mapWith(Number),
      timestamp: sql<number>`${snapshots.blockTimestamp}`.mapWith(Number),
      audit: audits.status,
      gaps: sql<number>`(select count(*)::int from ${gaps} where ${gaps.snapshotId} = ${snapshots.id})`,
      total: denominator('raw'),
      counted: denominator(headlineLens),
      hasOwners: sql<boolean>`exists(select from ${holdings} where ${holdings.snapshotId} = ${snapshots.id} and ${holdings.lens} = ${headlineLens})`,
    })
    .from(snapshots)
    .innerJoin(tokens, eq(tokens.id, snapshots.tokenId))
    .leftJoin(audits, eq(audits.snapshotId, snapshots.id))
    .where(
      and(
        eq(snapshots.origin, 'chain'),
        'ids' in which
          ? inArray(snapshots.id, [...which.ids])
          : and(inArray(tokens.protocol, [...which.lookedThrough]), sql`exists(select from ${lookThroughs} where ${lookThroughs.snapshotId} = ${snapshots.id})`),
      ),
    )
    .orderBy(tokens.protocol, tokens.id)
  return rows.map(({ total, counted, ...row }) => ({ ...row, total: BigInt(total ?? 0), counted: counted === null ? null : BigInt(counted) }))
}

/** Whether an account was ever seen in a ledger, or anything is said of it. */
export async function isKnownAccount({ db }: Database, account: Address): Promise<boolean> {
  const [row] = await db.select({
    known: sql<boolean>`exists(select from ${accounts} where ${eq(accounts.address, account)}) or exists(select from ${labelStatements} where ${eq(labelStatements.address, account)})`,
  }).from(sql`(values (1)) as one`)
  return row!.known
}
