import { and, count, eq, gt, lte, sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { LensId } from '@/lib/domain/lens'
import type { Database } from './database'
import { findList, isIn, loadExcludedRanks, loadLastRank, type Holder, type KeptList } from './holders'
import { accounts, holdings, snapshotLabels as labels } from './schema'

/**
 * Rows are read in pieces: the first are there at once, and by the largest, five megabytes of text, reading keeps ahead of writing while memory stays flat
 * however long the list. PostgreSQL looks through all accounts for each of the large ones: fewer would take it twice as long. No connection is held
 * between two: a slow reader must not keep one from others.
 */
const [firstPiece, largestPiece] = [2_500, 80_000]
/**
 * Rows are handed on by so many: others who ask meanwhile are answered in between. Where thousands are alive at once, V8 takes rows for objects that
 * stay, and makes all of them where they are cleared away last.
 */
const handful = 250

/** A holder whose amount, in smallest units, is still the digits that PostgreSQL wrote: files say them as they are. */
export type StreamedHolder = Omit<Holder, 'amount'> & { digits: string }

/**
 * Every holder of a snapshot under a lens, largest first, to the last one, some at a time.
 *
 * @throws where no list is kept to tell it from, or a newer snapshot takes this one's place meanwhile: part of a list is none
 */
export async function* streamHolders(database: Database, snapshotId: number, lens: LensId): AsyncGenerator<StreamedHolder[]> {
  const kept = await findList(database, snapshotId, lens)
  if (!kept) throw new Error(`database: no list of holders is kept of snapshot ${snapshotId} under the lens "${lens}"`)
  const [excludedRanks, last, known] = await Promise.all([loadExcludedRanks(database, kept), loadLastRank(database, kept), loadHolderLabels(database, snapshotId)])
  const excluded = new Set(excludedRanks)
  const read = (after: number, size: number) => (after < last ? loadLines(database, kept, after, Math.min(after + size, last)) : Promise.resolve(noLines))
  let left = 0
  let size = firstPiece
  let next = read(0, size)
  for (let rank = 0; rank < last; ) {
    const { text, count } = await next
    if (count < Math.min(size, last - rank)) throw new Error(`database: the holders of snapshot ${snapshotId} were replaced while they were read`)
    size = Math.min(4 * size, largestPiece)
    // The next piece is on its way while this one is written.
    next = read(rank + count, size)
    // Awaited above or never: a reader who leaves must not end the process.
    next.catch(() => undefined)
    const end = rank + count
    for (let from = 0; rank < end; ) {
      const some: StreamedHolder[] = []
      for (const until = Math.min(end, rank + handful); rank < until; ) {
        const to = text.indexOf('\n', from)
        rank += 1
        if (excluded.has(rank)) left += 1
        else some.push(toListed(rank - left, to === -1 ? text.slice(from) : text.slice(from, to), known))
        from = to + 1
      }
      yield some
    }
  }
}

function toListed(rank: number, line: string, known: ReadonlyMap<Address, Holder['label']>): StreamedHolder {
  const account = line.slice(0, 42) as Address
  return { rank, account, digits: line.slice(43), label: known.get(account) ?? null }
}

/** Accounts and amounts of some holders, a line each, by rank. */
interface Lines {
  text: string
  count: number
}
const noLines: Lines = { text: '', count: 0 }

/** The holders after a rank up to another. They come as one text: to parse each row of an answer by itself would take several times as long. */
async function loadLines({ db }: Database, kept: KeptList, after: number, until: number): Promise<Lines> {
  const line = sql`'0x' || encode(${accounts.address}, 'hex') || ' ' || ${holdings.amount}`
  const [row] = await db
    .select({ text: sql<string | null>`string_agg(${line}, ${'\n'} order by ${holdings.rank})`, count: count() })
    .from(holdings)
    .innerJoin(accounts, eq(accounts.id, holdings.accountId))
    .where(and(isIn(kept), gt(holdings.rank, after), lte(holdings.rank, until)))
  return { text: row?.text ?? '', count: row?.count ?? 0 }
}

/** The few labels of a snapshot's protocol, by account. */
async function loadHolderLabels({ db }: Database, snapshotId: number): Promise<Map<Address, Holder['label']>> {
  const rows = await db
    .select({ account: labels.address, name: labels.name, role: labels.role, kind: labels.kind, source: labels.source })
    .from(labels)
    .where(eq(labels.snapshotId, snapshotId))
  return new Map(rows.map(({ account, ...label }) => [account, label]))
}
