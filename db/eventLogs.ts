import { and, asc, desc, eq, gt, lte, min, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import { copyRows } from './copy'
import { inTransaction, type Database, type Queries } from './database'
import { eventFilters, eventLogs } from './schema'

/** Events of one contract, as a source asks for them. */
export interface EventFilter {
  chainId: number
  address: Address
  topics: readonly `0x${string}`[]
  second?: readonly `0x${string}`[]
  third?: readonly `0x${string}`[]
}

/** The topics of a filter in one word, in whatever order they are named: first ones joined by commas, second and third ones behind a colon each where it asks for some. */
export const toTopicsKey = ({ topics, second, third }: Pick<EventFilter, 'topics' | 'second' | 'third'>): string =>
  [topics, ...(second || third ? [second ?? []] : []), ...(third ? [third] : [])].map((some) => [...some].sort().join()).join(':')

/** How a filter's logs are kept, and how far. */
export interface KeptFilter extends FilterNeeds {
  id: number
  end: { number: number; hash: `0x${string}` } | null
  /** What its last reading ended with, in plain words; null where it ended well */
  error: string | null
}

/** What whoever asks for a filter's logs needs of them. */
export interface FilterNeeds {
  /** The block from which on there can be any, or an earlier one */
  firstBlock: number
  /** Whether each has to be kept with its transaction */
  withTransactions: boolean
}

/** The filter as it is kept; made where it is new. Where its logs are kept without what is needed now, they go, and are read once again. */
export async function keepFilter({ db }: Database, filter: EventFilter, { firstBlock, withTransactions }: FilterNeeds): Promise<KeptFilter> {
  const { chainId, address } = filter
  const [before] = await db.select().from(eventFilters).where(isFilter(filter))
  const needs = { firstBlock: Math.min(firstBlock, before?.firstBlock ?? firstBlock), withTransactions: withTransactions || (before?.withTransactions ?? false) }
  if (!before) await db.insert(eventFilters).values({ chainId, address, topics: toTopicsKey(filter), ...needs }).onConflictDoNothing()
  else if (needs.withTransactions !== before.withTransactions || needs.firstBlock < (before.firstBlock ?? 0)) await db.transaction((tx) => beginAgain(tx, before.id, needs))
  const [row] = await db.select().from(eventFilters).where(isFilter(filter))
  if (!row) throw new Error(`database: the events of ${address} were to be kept and are not there`)
  const end = row.blockNumber === null || row.blockHash === null ? null : { number: row.blockNumber, hash: row.blockHash }
  return { id: row.id, firstBlock: row.firstBlock ?? firstBlock, withTransactions: row.withTransactions, end, error: row.error }
}

async function beginAgain(db: Queries, id: number, needs: FilterNeeds): Promise<void> {
  await db.update(eventFilters).set({ ...needs, blockNumber: null, blockHash: null }).where(eq(eventFilters.id, id))
  await db.delete(eventLogs).where(eq(eventLogs.filterId, id))
}

/** Every filter that is kept, how far, and what its last reading ended with. */
export async function loadKeptFilters({ db }: Database): Promise<{ chainId: number; address: Address; topics: string; end: number | null; error: string | null }[]> {
  const { chainId, address, topics, blockNumber, error } = eventFilters
  return db.select({ chainId, address, topics, end: blockNumber, error }).from(eventFilters)
}

/** Keeps what reading a filter's logs ended with, in plain words; null where it ended well. */
export async function saveEventsError({ db }: Database, { id }: Pick<KeptFilter, 'id'>, error: string | null): Promise<void> {
  await db.update(eventFilters).set({ error }).where(eq(eventFilters.id, id))
}

/** What was read of some filters goes: the next sync reads it again from its first block on. */
export async function forgetEvents({ db }: Database, filters: readonly EventFilter[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const filter of filters) await tx.delete(eventFilters).where(isFilter(filter))
  })
}

/**
 * Takes a filter's logs back to a block: the next sync reads on from there, or from the filter's first block. Both or neither, whatever syncs beside.
 *
 * @param end the last block that is kept; null: nothing is
 */
export async function rewindEvents({ db }: Database, filter: EventFilter, end: { number: number; hash: `0x${string}` } | null): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select({ id: eventFilters.id, kept: eventFilters.blockNumber }).from(eventFilters).where(isFilter(filter)).for('update')
    if (row?.kept == null || row.kept <= (end?.number ?? -1)) return
    await tx.update(eventFilters).set({ blockNumber: end?.number ?? null, blockHash: end?.hash ?? null }).where(eq(eventFilters.id, row.id))
    await tx.delete(eventLogs).where(and(eq(eventLogs.filterId, row.id), gt(eventLogs.blockNumber, end?.number ?? -1)))
  })
}

const isFilter = (filter: EventFilter) => and(eq(eventFilters.chainId, filter.chainId), eq(eventFilters.address, filter.address), eq(eventFilters.topics, toTopicsKey(filter)))

/**
 * Appends a piece of a filter's logs and moves its end, both or neither.
 *
 * @returns false where another process has moved it meanwhile: then nothing was written
 */
export function saveEvents(database: Database, filter: KeptFilter, logs: readonly Log[], end: { number: number; hash: `0x${string}` }): Promise<boolean> {
  return inTransaction(database, async (db, client) => {
    const moved = await db
      .update(eventFilters)
      .set({ blockNumber: end.number, blockHash: end.hash })
      .where(and(eq(eventFilters.id, filter.id), eq(eventFilters.withTransactions, filter.withTransactions), sql`${eventFilters.blockNumber} is not distinct from ${filter.end?.number ?? null}::bigint`))
      .returning({ id: eventFilters.id })
    if (moved.length === 0) return false
    await copyRows(
      client,
      'event_logs (filter_id, block_number, log_index, block_hash, transaction_hash, topics, data)',
      logs.map(({ blockNumber, logIndex, blockHash, transactionHash, topics, data }) => [
        filter.id, blockNumber, logIndex, toBytea(blockHash),
        filter.withTransactions && transactionHash !== undefined ? toBytea(transactionHash) : null,
        toBytea(topics.map((topic) => topic.slice(2)).join('')), toBytea(data),
      ]),
    )
    return true
  })
}

/** As COPY's text form writes bytes. */
const toBytea = (hex: string): string => `\\\\x${hex.startsWith('0x') ? hex.slice(2) : hex}`

/** A filter's logs after one block and up to another, in the chain's order. */
export async function loadEvents(database: Database, filter: EventFilter, after: number, upTo: number): Promise<Log[]> {
  const rows = await selectLogs(database, filter, gt(eventLogs.blockNumber, after), lte(eventLogs.blockNumber, upTo)).orderBy(asc(eventLogs.blockNumber), asc(eventLogs.logIndex))
  return rows.map(toLogOf(filter))
}

/** A filter's logs that name an account first, up to a block, in the chain's order. */
export async function loadEventsOf(database: Database, filter: EventFilter, account: Address, upTo: number): Promise<Log[]> {
  const isFirst = sql`substring(${eventLogs.topics} from 45 for 20) = ${Buffer.from(account.slice(2), 'hex')}`
  const rows = await selectLogs(database, filter, isFirst, lte(eventLogs.blockNumber, upTo)).orderBy(asc(eventLogs.blockNumber), asc(eventLogs.logIndex))
  return rows.map(toLogOf(filter))
}

/** A filter's newest logs up to a block, the newest first; where a topic is named, those of its event alone. */
export async function loadNewestEvents(database: Database, filter: EventFilter, { topic, upTo, limit }: { topic?: `0x${string}`; upTo: number; limit: number }): Promise<Log[]> {
  const rows = await selectLogs(database, filter, topic && isEvent(topic), lte(eventLogs.blockNumber, upTo)).orderBy(desc(eventLogs.blockNumber), desc(eventLogs.logIndex)).limit(limit)
  return rows.map(toLogOf(filter))
}

/** So many logs of one event are read at once. */
const eventsAPiece = 50_000

/** A filter's logs of one event up to a block, in the chain's order, some at a time: the other events are not read. */
export async function* streamEvents(database: Database, filter: EventFilter, { topic, upTo }: { topic: `0x${string}`; upTo: number }): AsyncGenerator<Log[]> {
  let after: SQL | undefined
  for (;;) {
    const rows = await selectLogs(database, filter, isEvent(topic), lte(eventLogs.blockNumber, upTo), after).orderBy(asc(eventLogs.blockNumber), asc(eventLogs.logIndex)).limit(eventsAPiece)
    if (rows.length > 0) yield rows.map(toLogOf(filter))
    if (rows.length < eventsAPiece) return
    const { blockNumber, logIndex } = rows.at(-1)!
    after = sql`(${eventLogs.blockNumber}, ${eventLogs.logIndex}) > (${blockNumber}, ${logIndex})`
  }
}

const isEvent = (topic: `0x${string}`): SQL => sql`substring(${eventLogs.topics} from 1 for 32) = ${Buffer.from(topic.slice(2), 'hex')}`

const selectLogs = ({ db }: Database, filter: EventFilter, ...conditions: (SQL | undefined)[]) =>
  db
    .select({
      blockNumber: eventLogs.blockNumber, logIndex: eventLogs.logIndex, blockHash: toHex<string>(eventLogs.blockHash), transactionHash: toHex<string | null>(eventLogs.transactionHash),
      topics: toHex<string>(eventLogs.topics), data: toHex<string>(eventLogs.data),
    })
    .from(eventLogs)
    .innerJoin(eventFilters, eq(eventFilters.id, eventLogs.filterId))
    .where(and(isFilter(filter), ...conditions))
    .$dynamic()

type LogRow = Awaited<ReturnType<typeof selectLogs>>[number]

const toLogOf = ({ address }: EventFilter) => ({ blockNumber, logIndex, blockHash, transactionHash, topics, data }: LogRow): Log => ({
  address,
  blockNumber,
  logIndex,
  blockHash: `0x${blockHash}`,
  ...(transactionHash === null ? {} : { transactionHash: `0x${transactionHash}` }),
  topics: Array.from({ length: topics.length / 64 }, (_, nth) => `0x${topics.slice(nth * 64, nth * 64 + 64)}`),
  data: `0x${data}`,
})

/** As text from the server: for millions of logs, making buffers only to write them as text again would cost more than reading them. */
const toHex = <Text extends string | null>(bytes: AnyPgColumn) => sql<Text>`encode(${bytes}, 'hex')`

/** How far all of some filters' logs are kept; null where one has none yet. */
export async function loadEventsEnd({ db }: Database, filters: readonly EventFilter[]): Promise<number | null> {
  const kept = await Promise.all(filters.map((filter) => db.select({ end: eventFilters.blockNumber }).from(eventFilters).where(isFilter(filter))))
  return kept.reduce<number | null>((least, [row]) => (least === null || row === undefined || row.end === null ? null : Math.min(least, row.end)), Infinity)
}

/** The block of the first log of some filters; null where none has one yet. */
export async function loadFirstEvent({ db }: Database, filters: readonly EventFilter[]): Promise<number | null> {
  const firsts = await Promise.all(
    filters.map((filter) =>
      db.select({ first: min(eventLogs.blockNumber) }).from(eventLogs).innerJoin(eventFilters, eq(eventFilters.id, eventLogs.filterId)).where(isFilter(filter)),
    ),
  )
  const found = firsts.flatMap(([row]) => row?.first ?? [])
  return found.length === 0 ? null : Math.min(...found)
}

/**
 * A block up to which about so many logs of some filters come after another one; null where there are fewer to come. Each filter is asked by
 * itself: so its key answers, and nothing has to be put in order.
 */
export async function loadPieceEnd({ db }: Database, filters: readonly EventFilter[], after: number, count: number): Promise<number | null> {
  const ends = await Promise.all(
    filters.map((filter) => {
      const id = db.select({ id: eventFilters.id }).from(eventFilters).where(isFilter(filter))
      return db
        .select({ end: eventLogs.blockNumber })
        .from(eventLogs)
        .where(and(eq(eventLogs.filterId, sql`(${id})`), gt(eventLogs.blockNumber, after)))
        .orderBy(asc(eventLogs.blockNumber))
        .offset(count - 1)
        .limit(1)
    }),
  )
  const found = ends.flatMap(([row]) => row?.end ?? [])
  return found.length === 0 ? null : Math.min(...found)
}
