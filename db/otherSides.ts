import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { chosenSideSchema, type ChosenSide, type OtherSide } from '@/lib/domain/otherSide'
import { tokenSchema, type Token, type Wrapper } from '@/lib/domain/protocol'
import type { Database } from './database'
import { protocols, snapshots, tokens, wrapperAnswers } from './schema'

/** A followed token, the id of its ledger and the protocol that it is followed for. */
export interface FollowedToken {
  token: Token
  tokenId: number
  /** slug */
  protocol: string
}

/** The token of an other side; null where it is not followed here. */
export async function findFollowedToken({ db }: Pick<Database, 'db'>, { chainId, token: address }: OtherSide): Promise<FollowedToken | null> {
  const [row] = await db.select().from(tokens).where(and(eq(tokens.chainId, chainId), eq(tokens.address, address)))
  return row ? { token: tokenSchema.parse(row), tokenId: row.id, protocol: row.protocol } : null
}

/** Under which key an other side stands among others. @example toSideKey({ chainId: 42161, token }) // '42161:0x289b…' */
export const toSideKey = ({ chainId, token }: OtherSide): string => `${chainId}:${token}`

/**
 * Which of some other sides can stand in an escrow's place: those whose ledger has a snapshot from the chain, and its history up to the day before
 * the first of these. One that can, can for ever: what hangs on it would be made again with each change.
 */
export async function loadReadySides({ db }: Pick<Database, 'db'>, sides: readonly OtherSide[]): Promise<ReadonlySet<string>> {
  if (sides.length === 0) return new Set()
  // As two look-ups in indexes: there is a snapshot from the chain every few minutes, and every page asks.
  const first = sql`(select s.day from snapshots as s where s.token_id = ${tokens.id} and s.origin = 'chain' order by s.block_number limit 1)`
  const last = sql`(select max(s.day) from snapshots as s where s.token_id = ${tokens.id} and s.origin = 'ledger')`
  const rows = await db
    .select({ chainId: tokens.chainId, token: tokens.address })
    .from(tokens)
    .where(and(inArray(tokens.address, sides.map(({ token }) => token)), sql`${last}::date >= ${first}::date - 1`))
  const wanted = new Set(sides.map(toSideKey))
  return new Set(rows.map(toSideKey).filter((key) => wanted.has(key)))
}

/** Whether a token is the other side of an escrow that a followed protocol names. */
export async function isOtherSide({ db }: Database, { chainId, address }: Pick<Token, 'chainId' | 'address'>): Promise<boolean> {
  const named = JSON.stringify({ wrappers: [{ otherSide: { chainId, token: address } }] })
  const [row] = await db.select({ slug: protocols.slug }).from(protocols).where(sql`${protocols.definition} @> ${named}::jsonb`).limit(1)
  return row !== undefined
}

/** A snapshot of an other side. */
export type SideSnapshot = Omit<ChosenSide, 'askedUpTo'>

/**
 * Of each moment, the newest snapshot of a token that is not later: from the chain, or a day's from its ledger.
 *
 * @param moments Unix seconds
 * @returns in their order; null where there is none
 */
export async function loadSnapshotsBefore({ db }: Database, tokenId: number, moments: readonly number[]): Promise<(SideSnapshot | null)[]> {
  if (moments.length === 0) return []
  const { blockNumber, blockHash, blockTimestamp, supply, labelVersion, origin } = snapshots
  const [from, to] = [moments.reduce((a, b) => Math.min(a, b)), moments.reduce((a, b) => Math.max(a, b))]
  const own = and(eq(snapshots.tokenId, tokenId), inArray(origin, ['chain', 'ledger']), isNotNull(labelVersion), isNotNull(blockHash))
  const newest = sql`coalesce((select max(block_timestamp) from snapshots where token_id = ${tokenId} and origin in ('chain', 'ledger') and block_timestamp <= ${from}), 0)`
  const rows = await db
    .select({ number: sql<number>`${blockNumber}`.mapWith(Number), hash: blockHash, timestamp: sql<number>`${blockTimestamp}`.mapWith(Number), supply, labelVersion })
    .from(snapshots)
    .where(and(own, lte(blockTimestamp, to), sql`${blockTimestamp} >= ${newest}`))
    // Of two at one block the one from the chain is the later.
    .orderBy(asc(blockTimestamp), asc(blockNumber), desc(origin))
  return moments.map((moment) => {
    const row = rows[countUpTo(rows, moment) - 1]
    return row ? { block: { number: row.number, hash: row.hash!, timestamp: row.timestamp }, supply: row.supply, labelVersion: row.labelVersion! } : null
  })
}

/** How many are not later than a moment: of sorted ones found by halves. */
function countUpTo(sorted: readonly { timestamp: number }[], moment: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.timestamp <= moment) low = middle + 1
    else high = middle
  }
  return low
}

/** The block of a token's newest snapshot from the chain; null before the first. */
export async function loadNewestBlock({ db }: Database, tokenId: number): Promise<number | null> {
  const [row] = await db
    .select({ block: snapshots.blockNumber })
    .from(snapshots)
    .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'chain')))
    .orderBy(sql`${snapshots.blockNumber} desc`)
    .limit(1)
  return row?.block ?? null
}

type Escrow = Pick<Wrapper, 'source' | 'address'>
const toPlace = (chainId: number, { source, address }: Escrow) => and(eq(wrapperAnswers.chainId, chainId), eq(wrapperAnswers.source, source), eq(wrapperAnswers.address, address))

/** Keeps with which snapshot of its other side an escrow is looked through at some blocks; null for none. What was kept first stays. */
export async function saveChosenSides({ db }: Database, chainId: number, { source, address }: Escrow, chosen: ReadonlyMap<number, ChosenSide | null>): Promise<void> {
  const rows = [...chosen].map(([blockNumber, side]) => ({ chainId, source, address, blockNumber, answers: side && { ...side, supply: side.supply === null ? null : String(side.supply) }, gaps: [] }))
  for (let at = 0; at < rows.length; at += 1000) await db.insert(wrapperAnswers).values(rows.slice(at, at + 1000)).onConflictDoNothing()
}

/** At which blocks that is kept of an escrow. */
export async function loadChosenBlocks({ db }: Database, chainId: number, escrow: Escrow): Promise<ReadonlySet<number>> {
  const rows = await db.select({ block: wrapperAnswers.blockNumber }).from(wrapperAnswers).where(toPlace(chainId, escrow))
  return new Set(rows.map(({ block }) => block))
}

/** With which snapshot of its other side an escrow is looked through at a block: as it is kept there, else at the newest block before; null for none. */
export async function loadChosenSide({ db }: Database, chainId: number, escrow: Escrow, block: number): Promise<ChosenSide | null> {
  const [row] = await db
    .select({ answers: wrapperAnswers.answers })
    .from(wrapperAnswers)
    .where(and(toPlace(chainId, escrow), lte(wrapperAnswers.blockNumber, block)))
    .orderBy(desc(wrapperAnswers.blockNumber))
    .limit(1)
  return chosenSideSchema.nullable().parse(row?.answers ?? null)
}
