import { and, asc, count, eq, gt, gte, ilike, inArray, isNull, max, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { accountKinds, AccountRole } from '@/lib/domain/label'
import type { LensId } from '@/lib/domain/lens'
import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { dustFloor } from '@/lib/ownership/throughLens'
import type { Database } from './database'
import { accounts, holdings, measurements, snapshotLabels as labels } from './schema'

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

/** A kept list of a snapshot's holders, and what a lens leaves out of it. */
export interface KeptList {
  snapshotId: number
  list: LensId
  excludedRoles: readonly AccountRole[]
  /** Who holds less is left out */
  least: bigint
}

/**
 * The kept list from which a lens's holders can be told: every address, or those of the headline's lens where contracts were looked through or
 * owners merged.
 *
 * @returns null where none is kept: the ledger can tell it
 */
export async function findList({ db }: Database, snapshotId: number, lensId: LensId): Promise<KeptList | null> {
  const isKept = async (list: LensId) => (await db.select({ rank: holdings.rank }).from(holdings).where(isIn({ snapshotId, list })).limit(1)).length > 0
  const { treatment, looksThrough, mergesEntities, withoutDust, excludedRoles } = toLens(lensId)
  const [hasAll, hasHeadline] = await Promise.all([isKept('raw'), isKept(headlineLens)])
  if (!hasAll) return null
  const least = withoutDust ? await loadDustFloor({ db }, snapshotId) : 0n
  if ((!looksThrough && !mergesEntities) || !hasHeadline) return { snapshotId, list: 'raw', excludedRoles, least }
  const headline = toLens(headlineLens)
  const isHeadline = treatment === headline.treatment && looksThrough === headline.looksThrough && mergesEntities === headline.mergesEntities
  return isHeadline ? { snapshotId, list: headlineLens, excludedRoles: [], least } : null
}

/** From a billionth of everything on. */
async function loadDustFloor({ db }: Pick<Database, 'db'>, snapshotId: number): Promise<bigint> {
  const [row] = await db.select({ total: measurements.denominator }).from(measurements).where(and(eq(measurements.snapshotId, snapshotId), eq(measurements.lens, 'raw')))
  return row ? (row.total + dustFloor - 1n) / dustFloor : 0n
}

export const isIn = ({ snapshotId, list }: Pick<KeptList, 'snapshotId' | 'list'>) => and(eq(holdings.snapshotId, snapshotId), eq(holdings.lens, list))

function selectHolders({ db }: Database, kept: KeptList, ...conditions: (SQL | undefined)[]) {
  const { snapshotId, excludedRoles, least } = kept
  return db
    .select(columns)
    .from(holdings)
    .innerJoin(accounts, eq(accounts.id, holdings.accountId))
    .leftJoin(labels, and(eq(labels.snapshotId, snapshotId), eq(labels.address, accounts.address)))
    .where(
      and(
        isIn(kept),
        least > 0n ? gte(holdings.amount, least) : undefined,
        excludedRoles.length > 0 ? or(isNull(labels.role), notInArray(labels.role, [...excludedRoles])) : undefined,
        ...conditions,
      ),
    )
    .orderBy(asc(holdings.rank))
}

/** Ranks in the list of the few holders that a lens leaves out: a holder's rank under it is its own less those above. */
export async function loadExcludedRanks({ db }: Database, { snapshotId, list, excludedRoles }: KeptList): Promise<number[]> {
  if (excludedRoles.length === 0) return []
  const rows = await db
    .select({ rank: holdings.rank })
    .from(labels)
    .innerJoin(accounts, eq(accounts.address, labels.address))
    .innerJoin(holdings, and(eq(holdings.accountId, accounts.id), isIn({ snapshotId, list })))
    .where(and(eq(labels.snapshotId, snapshotId), inArray(labels.role, [...excludedRoles])))
    .orderBy(asc(holdings.rank))
  return rows.map(({ rank }) => rank)
}

type Row = Awaited<ReturnType<typeof selectHolders>>[number]

function toHolder({ rank, account, amount, name, role, kind, source }: Row, excludedRanks: readonly number[]): Holder {
  return { rank: toLensRank(rank, excludedRanks), account, amount, label: name && kind && source ? { name, role, kind, source } : null }
}

/** What someone typed, as text to find: an address or its beginning, or words of a label. */
function toSearch(search: string): SQL | undefined {
  const text = search.trim()
  if (text === '') return undefined
  const words = ilike(labels.name, `%${text.replace(/[\\%_]/g, '\\$&')}%`)
  const digits = /^0x([0-9a-f]{1,40})$/i.exec(text)?.[1]?.toLowerCase()
  return digits ? or(words, sql`encode(${accounts.address}, 'hex') like ${`${digits}%`}`) : words
}

/** One page of a snapshot's holders under a lens, largest first, and how many match in all; null where no list is kept to tell it from. */
export async function loadHolders(
  database: Database,
  page: { snapshotId: number; lens: LensId; offset: number; limit: number; search?: string },
): Promise<{ rows: Holder[]; matched: number } | null> {
  const kept = await findList(database, page.snapshotId, page.lens)
  if (!kept) return null
  const condition = toSearch(page.search ?? '')
  const [rows, excludedRanks, counted] = await Promise.all([
    selectHolders(database, kept, condition).offset(page.offset).limit(page.limit),
    loadExcludedRanks(database, kept),
    condition ? countMatching(database, kept, condition) : loadLastRank(database, kept),
  ])
  const matched = condition ? counted : toLensRank(counted, excludedRanks)
  return { rows: rows.map((row) => toHolder(row, excludedRanks)), matched }
}

/** Where one account stands among a snapshot's holders under a lens; null where it holds nothing that the lens keeps, or no list is kept. */
export async function loadHolder(database: Database, { snapshotId, lens, account }: { snapshotId: number; lens: LensId; account: Address }): Promise<Holder | null> {
  const kept = await findList(database, snapshotId, lens)
  if (!kept) return null
  const [[row], excludedRanks] = await Promise.all([selectHolders(database, kept, eq(accounts.address, account)), loadExcludedRanks(database, kept)])
  return row ? toHolder(row, excludedRanks) : null
}

/** What some accounts hold themselves in a snapshot; those that hold nothing are missing. Null where no list is kept. */
export async function loadHeldBy(database: Database, snapshotId: number, wanted: readonly Address[]): Promise<Map<Address, bigint> | null> {
  const kept = await findList(database, snapshotId, 'raw')
  if (!kept) return null
  const rows = wanted.length === 0 ? [] : await selectHolders(database, kept, inArray(accounts.address, [...wanted]))
  return new Map(rows.map(({ account, amount }) => [account, amount]))
}

async function countMatching(database: Database, kept: KeptList, condition: SQL): Promise<number> {
  const matching = selectHolders(database, kept, condition).as('matching')
  const [row] = await database.db.select({ matched: count() }).from(matching)
  return row?.matched ?? 0
}

/** The last rank of a list that the lens does not call dust: ranks have no gaps, so nothing need be counted. */
export async function loadLastRank({ db }: Database, kept: KeptList): Promise<number> {
  const where = and(isIn(kept), kept.least > 0n ? gte(holdings.amount, kept.least) : undefined)
  const [row] = await db.select({ last: max(holdings.rank) }).from(holdings).where(where)
  return row?.last ?? 0
}

/** A rank in the list as a rank under the lens: so many are left of it. */
const toLensRank = (rank: number, excludedRanks: readonly number[]): number => rank - excludedRanks.filter((excluded) => excluded <= rank).length

/** A rank under the lens as a rank in the list. */
const toListRank = (rank: number, excludedRanks: readonly number[]): number => excludedRanks.reduce((place, excluded) => (excluded <= place ? place + 1 : place), rank)

/**
 * The next holders of a snapshot under a lens, after a rank: what pages of a program's list ask, however deep.
 *
 * @returns null where no list is kept to tell it from: the ledger can
 */
export async function loadHoldersAfter(
  database: Database,
  { snapshotId, lens, after, limit }: { snapshotId: number; lens: LensId; after: number; limit: number },
): Promise<Holder[] | null> {
  const kept = await findList(database, snapshotId, lens)
  if (!kept) return null
  const excludedRanks = await loadExcludedRanks(database, kept)
  const rows = await selectHolders(database, kept, gt(holdings.rank, toListRank(after, excludedRanks))).limit(limit)
  // Last: what is still there was there all the while.
  return (await findList(database, snapshotId, lens)) ? rows.map((row) => toHolder(row, excludedRanks)) : null
}
