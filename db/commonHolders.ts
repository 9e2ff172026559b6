import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'
import { headlineLens } from '@/lib/ownership/lenses'
import type { Database } from './database'
import { accounts, holdings, measurements, snapshots } from './schema'

/** The newest list of a token's holders that is kept, and what its figures rest on. */
export interface NewestList {
  tokenId: number
  snapshotId: number
  /** UTC day */
  day: string
  block: number
  /** Unix seconds */
  timestamp: number
  /** What shares are taken of under the headline's lens, smallest units */
  denominator: bigint
  /** How many hold something under it */
  holders: number
}

/** The newest snapshots of some tokens under the headline's lens; of a token without one, none. */
export async function loadNewestLists({ db }: Database, tokenIds: readonly number[]): Promise<NewestList[]> {
  if (tokenIds.length === 0) return []
  const rows = await db
    .selectDistinctOn([snapshots.tokenId], {
      tokenId: snapshots.tokenId,
      snapshotId: snapshots.id,
      day: snapshots.day,
      block: sql<number>`${snapshots.blockNumber}`.mapWith(Number),
      timestamp: sql<number>`${snapshots.blockTimestamp}`.mapWith(Number),
      denominator: measurements.denominator,
      holders: sql<number>`coalesce((${measurements.metrics} #>> '{holders,value}')::numeric, 0)`.mapWith(Number),
    })
    .from(snapshots)
    .innerJoin(measurements, and(eq(measurements.snapshotId, snapshots.id), eq(measurements.lens, headlineLens)))
    .where(and(eq(snapshots.origin, 'chain'), inArray(snapshots.tokenId, [...tokenIds])))
    .orderBy(snapshots.tokenId, sql`${snapshots.blockNumber} desc`)
  return rows
}

/** A kept list of holders, and who of them does not count. */
export interface ComparedList {
  snapshotId: number
  list: LensId
  leftOut: readonly Address[]
}

/** How many hold something by each list, and both of two. */
export interface CommonHolders {
  /** In the order of the lists */
  holders: readonly number[]
  /** By the lists' places, in any order */
  both: (one: number, other: number) => number
}

/** So many lists make one word of bits: a bigint has 64, and its sign is none. */
const listsInWord = 62

/**
 * Counts who stands in several lists. Every list is read once, however many pairs there are: an account's lists are bits of a word, and what is handed
 * over is how many accounts have the same.
 */
export async function countCommonHolders({ db }: Database, lists: readonly ComparedList[]): Promise<CommonHolders> {
  const places = JSON.stringify(lists.map(({ snapshotId, list }, place) => ({ place, snapshot_id: snapshotId, lens: list })))
  const left = JSON.stringify(lists.flatMap(({ leftOut }, place) => leftOut.map((account) => ({ place, account: account.slice(2) }))))
  const words = Array.from({ length: Math.ceil(lists.length / listsInWord) }, (_, word) =>
    sql`bit_or(case when l.place / ${listsInWord} = ${word} then 1::bigint << (l.place % ${listsInWord}) else 0 end)`)
  // `materialized`: they are looked up in for each holder.
  const { rows } = await db.execute<{ places: string[]; accounts: string }>(sql`
    with lists as materialized (select * from jsonb_to_recordset(${places}::jsonb) as l (place int, snapshot_id int, lens text)),
    left_out as materialized (
      select l.place, a.id from jsonb_to_recordset(${left}::jsonb) as l (place int, account text) join ${accounts} as a on a.address = decode(l.account, 'hex')),
    words as (
      select array[${sql.join(words, sql`, `)}]::bigint[] as places
      from lists as l join ${holdings} as h on h.snapshot_id = l.snapshot_id and h.lens = l.lens
      where not exists (select from left_out where left_out.place = l.place and left_out.id = h.account_id)
      group by h.account_id)
    select places::text[] as places, count(*) as accounts from words group by words.places`)
  const sets = rows.map((row) => ({ words: row.places.map(BigInt), accounts: Number(row.accounts) }))
  const stands = (set: (typeof sets)[number], place: number) => ((set.words[Math.floor(place / listsInWord)]! >> BigInt(place % listsInWord)) & 1n) === 1n
  const count = (...wanted: number[]) => sets.reduce((sum, set) => (wanted.every((place) => stands(set, place)) ? sum + set.accounts : sum), 0)
  return { holders: lists.map((_, place) => count(place)), both: (one, other) => count(one, other) }
}
