import { and, asc, count, eq, gt, ilike, inArray, isNull, lt, max, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { accountKinds, AccountRole } from '@/lib/domain/label'
import type { LensId } from '@/lib/domain/lens'
import { toLens } from '@/lib/ownership/lenses'
import type { Database } from './database'
import { accounts, holdings, snapshotLabels as labels } from './schema'

/** A holder under a lens. */
export interface Holder {
  /** 1 for the largest that the lens keeps */
  rank: number
  account: Address
  /** smallest units */
  amount: bigint
  label: { name: string; role: AccountRole | null; kind: (typeof accountKinds)[number]; source: string } | null
}

const columns = {
  rank: holdings.rank,
  account: accounts.address,
  amount: holdings.amount,
  name: labels.name,
  role: labels.role,
  kind: labels.kind,
  source: labels.source,
}

function selectHolders({ db }: Database, snapshotId: number, lens: LensId, ...conditions: (SQL | undefined)[]) {
  const { excludedRoles } = toLens(lens)
  return db
    .select(columns)
    .from(holdings)
    .innerJoin(accounts, eq(accounts.id, holdings.accountId))
    .leftJoin(labels, and(eq(labels.snapshotId, snapshotId), eq(labels.address, accounts.address)))
    .where(
      and(
        eq(holdings.snapshotId, snapshotId),
        excludedRoles.length > 0 ? or(isNull(labels.role), notInArray(labels.role, [...excludedRoles])) : undefined,
        ...conditions,
      ),
    )
    .orderBy(asc(holdings.rank))
}

/** Raw ranks of the few holders that a lens leaves out: a holder's rank under it is its raw rank less those above. */
async function loadExcludedRanks({ db }: Database, snapshotId: number, lens: LensId): Promise<number[]> {
  const { excludedRoles } = toLens(lens)
  if (excludedRoles.length === 0) return []
  const rows = await db
    .select({ rank: holdings.rank })
    .from(labels)
    .innerJoin(accounts, eq(accounts.address, labels.address))
    .innerJoin(holdings, and(eq(holdings.accountId, accounts.id), eq(holdings.snapshotId, snapshotId)))
    .where(and(eq(labels.snapshotId, snapshotId), inArray(labels.role, [...excludedRoles])))
    .orderBy(asc(holdings.rank))
  return rows.map(({ rank }) => rank)
}

type Row = Awaited<ReturnType<typeof selectHolders>>[number]

function toHolder({ rank, account, amount, name, role, kind, source }: Row, excludedRanks: readonly number[]): Holder {
  const above = excludedRanks.filter((excluded) => excluded < rank).length
  return { rank: rank - above, account, amount, label: name && kind && source ? { name, role, kind, source } : null }
}

/** What someone typed, as text to find: an address or its beginning, or words of a label. */
function toSearch(search: string): SQL | undefined {
  const text = search.trim()
  if (text === '') return undefined
  const words = ilike(labels.name, `%${text.replace(/[\\%_]/g, '\\$&')}%`)
  const digits = /^0x([0-9a-f]{1,40})$/i.exec(text)?.[1]?.toLowerCase()
  return digits ? or(words, sql`encode(${accounts.address}, 'hex') like ${`${digits}%`}`) : words
}

/** One page of a snapshot's holders under a lens, largest first, and how many match in all. */
export async function loadHolders(
  database: Database,
  page: { snapshotId: number; lens: LensId; offset: number; limit: number; search?: string },
): Promise<{ rows: Holder[]; matched: number }> {
  const { snapshotId, lens, offset, limit } = page
  const condition = toSearch(page.search ?? '')
  const [rows, excludedRanks, counted] = await Promise.all([
    selectHolders(database, snapshotId, lens, condition).offset(offset).limit(limit),
    loadExcludedRanks(database, snapshotId, lens),
    condition ? countMatching(database, snapshotId, lens, condition) : loadLastRank(database, snapshotId),
  ])
  const matched = condition ? counted : counted - excludedRanks.length
  return { rows: rows.map((row) => toHolder(row, excludedRanks)), matched }
}

async function countMatching(database: Database, snapshotId: number, lens: LensId, condition: SQL): Promise<number> {
  const matching = selectHolders(database, snapshotId, lens, condition).as('matching')
  const [row] = await database.db.select({ matched: count() }).from(matching)
  return row?.matched ?? 0
}

/** How many holders a snapshot has: ranks have no gaps, so nothing need be counted. 0 where they are not kept. */
async function loadLastRank({ db }: Database, snapshotId: number): Promise<number> {
  const [row] = await db.select({ last: max(holdings.rank) }).from(holdings).where(eq(holdings.snapshotId, snapshotId))
  return row?.last ?? 0
}

/**
 * The next holders of a snapshot under a lens, after a rank among all holders: what pages of a program's list ask, however deep.
 *
 * @returns null where the snapshot's holders are no longer kept: a newer one took its place
 */
export async function loadHoldersAfter(
  database: Database,
  { snapshotId, lens, after, limit }: { snapshotId: number; lens: LensId; after: number; limit: number },
): Promise<{ holder: Holder; rawRank: number }[] | null> {
  const [rows, excludedRanks] = await Promise.all([
    selectHolders(database, snapshotId, lens, gt(holdings.rank, after)).limit(limit),
    loadExcludedRanks(database, snapshotId, lens),
  ])
  // Last: what is still there was there all the while.
  const [first] = await database.db.select({ rank: holdings.rank }).from(holdings).where(eq(holdings.snapshotId, snapshotId)).limit(1)
  return first ? rows.map((row) => ({ holder: toHolder(row, excludedRanks), rawRank: row.rank })) : null
}

/**
 * Rows are read in pieces of this many: memory stays flat however long the list. The server finds the accounts of so many at once; by
 * 5,000 it takes half as long again.
 */
const pieceSize = 20_000
/** Rows are handed on by so many: others who ask meanwhile are answered in between. */
const handful = 2_500

/**
 * Every holder of a snapshot under a lens, largest first, to the last one, some at a time.
 *
 * @throws where a newer snapshot takes this one's place meanwhile: part of a list is none
 */
export async function* streamHolders(database: Database, snapshotId: number, lens: LensId): AsyncGenerator<Holder[]> {
  const [excludedRanks, last, known] = await Promise.all([
    loadExcludedRanks(database, snapshotId, lens),
    loadLastRank(database, snapshotId),
    loadHolderLabels(database, snapshotId),
  ])
  const excluded = new Set(excludedRanks)
  const read = (after: number) => loadLines(database, snapshotId, after)
  let next = read(0)
  let left = 0
  for (let after = 0; after < last; after += pieceSize) {
    const lines = await next
    if (lines.length < Math.min(pieceSize, last - after)) throw new Error(`database: the holders of snapshot ${snapshotId} were replaced while they were read`)
    // The next piece is on its way while this one is written.
    next = after + pieceSize < last ? read(after + pieceSize) : next
    // Awaited above or never: a reader who leaves must not end the process.
    next.catch(() => undefined)
    for (let from = 0; from < lines.length; from += handful) {
      const some: Holder[] = []
      for (let place = from; place < Math.min(lines.length, from + handful); place += 1) {
        const rank = after + place + 1
        if (excluded.has(rank)) left += 1
        else some.push({ rank: rank - left, ...toAccountAndAmount(lines[place]!, known) })
      }
      yield some
    }
  }
}

function toAccountAndAmount(line: string, known: ReadonlyMap<Address, Holder['label']>): Omit<Holder, 'rank'> {
  const account = line.slice(0, 42) as Address
  return { account, amount: BigInt(line.slice(43)), label: known.get(account) ?? null }
}

/** Accounts and amounts of some holders, by rank. They come as one text: to parse each row of an answer by itself would take several times as long. */
async function loadLines({ db }: Database, snapshotId: number, after: number): Promise<string[]> {
  const line = sql`'0x' || encode(${accounts.address}, 'hex') || ' ' || ${holdings.amount}`
  const [row] = await db
    .select({ lines: sql<string | null>`string_agg(${line}, ${'\n'} order by ${holdings.rank})` })
    .from(holdings)
    .innerJoin(accounts, eq(accounts.id, holdings.accountId))
    .where(and(eq(holdings.snapshotId, snapshotId), gt(holdings.rank, after), lt(holdings.rank, after + pieceSize + 1)))
  return row?.lines?.split('\n') ?? []
}

/** The few labels of a snapshot's protocol, by account. */
async function loadHolderLabels({ db }: Database, snapshotId: number): Promise<Map<Address, Holder['label']>> {
  const rows = await db
    .select({ account: labels.address, name: labels.name, role: labels.role, kind: labels.kind, source: labels.source })
    .from(labels)
    .where(eq(labels.snapshotId, snapshotId))
  return new Map(rows.map(({ account, ...label }) => [account, label]))
}
