import { and, asc, count, eq, exists, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import type { LabelOrigin, LabelStatement } from '@/lib/domain/labelStatement'
import { toEffectiveLabels } from '@/lib/ownership/effectiveLabels'
import { markProtocolChanged } from './contentVersion'
import { inTransaction, type Database, type Queries } from './database'
import { accounts, labels, labelStatements, protocols } from './schema'

/** Where statements come from: an origin, and in it a file or a package; an origin that is one has the file ''. */
export interface LabelPlace {
  protocol: string
  origin: LabelOrigin
  file: string
}

/** Postgres takes 65,535 values with one statement: so many rows at once stay below. */
const rowsAtOnce = 2_000

const toPieces = <Row>(rows: readonly Row[]): Row[][] => Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, piece) => rows.slice(piece * rowsAtOnce, (piece + 1) * rowsAtOnce))

/** Whose labels there is no use for until a ledger or a list has named the account. A file of half a million names costs pages nothing. */
const ofManyAccounts: readonly LabelOrigin[] = ['imported', 'addressBook']

/**
 * Puts all that one place says in place of what it said before, and works out anew which labels count.
 *
 * @returns how many it said before
 */
export function saveLabelStatements(database: Database, place: LabelPlace, statements: readonly LabelStatement[]): Promise<number> {
  return inTransaction(database, async (db) => {
    const before = await replaceStatements(db, place, statements)
    await settleLabelsWithin(db, place.protocol)
    return before
  })
}

/** Adds what one place says of some accounts, in place of what it said of those before, and works out anew which labels count. */
export function addLabelStatements(database: Database, { protocol, origin, file }: LabelPlace, statements: readonly LabelStatement[]): Promise<void> {
  return inTransaction(database, async (db) => {
    for (const some of toPieces(statements)) {
      const ofThese = inArray(labelStatements.address, some.map(({ address }) => address))
      await db.delete(labelStatements).where(and(eq(labelStatements.protocol, protocol), eq(labelStatements.origin, origin), eq(labelStatements.file, file), ofThese))
      await db.insert(labelStatements).values(some.map((statement) => ({ ...statement, protocol, origin, file })))
    }
    await settleLabelsWithin(db, protocol)
  })
}

/** The same within a transaction, without working out which labels count. */
export async function replaceStatements(db: Queries, { protocol, origin, file }: LabelPlace, statements: readonly LabelStatement[]): Promise<number> {
  const before = await db
    .delete(labelStatements)
    .where(and(eq(labelStatements.protocol, protocol), eq(labelStatements.origin, origin), eq(labelStatements.file, file)))
    .returning({ address: labelStatements.address })
  // As one value: to build statements of so many values takes several times as long as to write the rows.
  if (statements.length > 0) {
    await db.execute(sql`
      insert into label_statements (protocol, origin, file, address, kind, role, name, source, as_of, confidence, entity, exclusion)
      select ${protocol}, ${origin}, ${file}, decode(substr(s.address, 3), 'hex'), s.kind, s.role, s.name, s.source, s."asOf", s.confidence, s.entity, s.exclusion
      from json_to_recordset(${JSON.stringify(statements)}::json) as s
        (address text, kind text, role text, name text, source text, "asOf" text, confidence text, entity text, exclusion text)`)
  }
  if (before.length + statements.length > 0) await markProtocolChanged(db, protocol)
  return before.length
}

/**
 * Forgets what was said: by one file, or by a whole origin.
 *
 * @returns how many statements are gone
 */
export function removeLabelStatements(database: Database, { protocol, origin, file }: Omit<LabelPlace, 'file'> & { file: string | null }): Promise<number> {
  return inTransaction(database, async (db) => {
    const place = and(eq(labelStatements.protocol, protocol), eq(labelStatements.origin, origin), file === null ? undefined : eq(labelStatements.file, file))
    const gone = await db.delete(labelStatements).where(place).returning({ address: labelStatements.address })
    await settleLabelsWithin(db, protocol)
    return gone.length
  })
}

/** Works out which labels count: those of accounts that have been seen since may count now. */
export function settleLabels(database: Database, protocol: string): Promise<Label[]> {
  return inTransaction(database, (db) => settleLabelsWithin(db, protocol))
}

/** The same within a transaction. Only what is different is written. */
export async function settleLabelsWithin(db: Queries, protocol: string): Promise<Label[]> {
  // One after the other: two who write the same rows would meet.
  await db.select({ slug: protocols.slug }).from(protocols).where(eq(protocols.slug, protocol)).for('no key update')
  const seen = exists(db.select({ one: sql`1` }).from(accounts).where(eq(accounts.address, labelStatements.address)))
  const effective = toEffectiveLabels(await selectStatements(db, and(eq(labelStatements.protocol, protocol), or(notInArray(labelStatements.origin, [...ofManyAccounts]), seen))))
  const kept = new Map((await selectLabels(db, eq(labels.protocol, protocol))).map(({ protocol: _, ...label }) => [label.address, JSON.stringify(label)]))
  const wanted = new Set(effective.map(({ address }) => address))
  const changed = effective.filter((label) => kept.get(label.address) !== JSON.stringify(label))
  const gone = [...[...kept.keys()].filter((address) => !wanted.has(address)), ...changed.map(({ address }) => address)]
  for (const some of toPieces(gone)) await db.delete(labels).where(and(eq(labels.protocol, protocol), inArray(labels.address, some)))
  for (const some of toPieces(changed)) await db.insert(labels).values(some.map((label) => ({ ...label, protocol })))
  if (gone.length > 0 || changed.length > 0) await markProtocolChanged(db, protocol)
  return effective
}

/** The labels that count, of each protocol asked for or of all, by address. */
export async function loadEffectiveLabels({ db }: Pick<Database, 'db'>, protocol?: string): Promise<Map<string, Label[]>> {
  const byProtocol = new Map<string, Label[]>()
  for (const { protocol: slug, ...label } of await selectLabels(db, protocol === undefined ? undefined : eq(labels.protocol, protocol))) {
    const others = byProtocol.get(slug)
    if (others) others.push(label)
    else byProtocol.set(slug, [label])
  }
  return byProtocol
}

/** Who an account is, by the label that counts in each protocol. */
export const loadAccountLabels = ({ db }: Database, account: Address): Promise<(Label & { protocol: string })[]> => selectLabels(db, eq(labels.address, account))

/** All that is said of an account, in every protocol. */
export const loadAccountStatements = ({ db }: Database, account: Address): Promise<(LabelStatement & { protocol: string })[]> =>
  selectStatements(db, eq(labelStatements.address, account))

/** All that is said of the accounts of a protocol, or by one origin. */
export const loadLabelStatements = ({ db }: Database, protocol: string, origin?: LabelOrigin): Promise<(LabelStatement & { protocol: string })[]> =>
  selectStatements(db, and(eq(labelStatements.protocol, protocol), origin && eq(labelStatements.origin, origin)))

/** Of how many accounts that a place speaks of anything has been seen here: only those labels count. */
export async function countSeen({ db }: Database, { protocol, origin, file }: LabelPlace): Promise<number> {
  const [row] = await db
    .select({ seen: count() })
    .from(labelStatements)
    .innerJoin(accounts, eq(accounts.address, labelStatements.address))
    .where(and(eq(labelStatements.protocol, protocol), eq(labelStatements.origin, origin), eq(labelStatements.file, file)))
  return row?.seen ?? 0
}

/** Who says how many things of a protocol's accounts. */
export async function loadLabelPlaces({ db }: Database): Promise<(LabelPlace & { statements: number; asOf: string })[]> {
  const { protocol, origin, file } = labelStatements
  return db
    .select({ protocol, origin, file, statements: count(), asOf: sql<string>`max(${labelStatements.asOf})` })
    .from(labelStatements)
    .groupBy(protocol, origin, file)
    .orderBy(asc(protocol), asc(origin), asc(file))
}

function selectStatements(db: Queries, which: SQL | undefined): Promise<(LabelStatement & { protocol: string })[]> {
  return db.select().from(labelStatements).where(which).orderBy(asc(labelStatements.protocol), asc(labelStatements.address), asc(labelStatements.origin), asc(labelStatements.file))
}

/** Parts that nobody says are left out, as in the labels of a file: two that say the same are the same as JSON. */
async function selectLabels(db: Queries, which: SQL | undefined): Promise<(Label & { protocol: string })[]> {
  const rows = await db.select().from(labels).where(which).orderBy(asc(labels.protocol), asc(labels.address))
  return rows.map(({ protocol, address, kind, role, name, source, asOf, roleSource, confidence, entity, exclusion }) => ({
    protocol, address, kind, role, name, source, asOf,
    ...(roleSource === null ? {} : { roleSource }),
    ...(confidence === null ? {} : { confidence }),
    ...(entity === null ? {} : { entity }),
    ...(exclusion === null ? {} : { exclusion }),
  }))
}
