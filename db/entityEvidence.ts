import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import { entityEvidenceSchema, type EntityEvidence } from '@/lib/domain/entityEvidence'
import { markProtocolChanged } from './contentVersion'
import { inTransaction, type Database } from './database'
import { entityEvidence } from './schema'

/** What the chain tells of who belongs together, of every protocol or of one; in the order of rules, accounts and owners. */
export async function loadEntityEvidence({ db }: Pick<Database, 'db'>, slug?: string): Promise<ReadonlyMap<string, readonly EntityEvidence[]>> {
  const { protocol, rule, account, entity } = entityEvidence
  const rows = await db.select().from(entityEvidence).where(slug === undefined ? undefined : eq(protocol, slug)).orderBy(asc(protocol), asc(rule), asc(account), asc(entity))
  const found = new Map<string, EntityEvidence[]>()
  for (const row of rows) {
    const piece = entityEvidenceSchema.parse(row)
    const known = found.get(row.protocol)
    if (known) known.push(piece)
    else found.set(row.protocol, [piece])
  }
  return found
}

/**
 * Keeps what one rule's evidence says of some accounts, in place of what it said of them before.
 *
 * @param about those that were asked about; null for all that the rule ever spoke of
 */
export async function saveEntityEvidence(database: Database, slug: string, rule: string, about: readonly Address[] | null, pieces: readonly EntityEvidence[]): Promise<void> {
  const of = and(eq(entityEvidence.protocol, slug), eq(entityEvidence.rule, rule), about ? inArray(entityEvidence.account, [...about]) : undefined)
  const toKey = ({ account, entity, text }: Pick<EntityEvidence, 'account' | 'entity' | 'text'>) => [account, entity, text.en, text.de].join('\n')
  const rows = [...new Map(pieces.map((piece) => [`${piece.account} ${piece.entity}`, { protocol: slug, ...piece }])).values()]
  await inTransaction(database, async (db) => {
    const before = new Set((await db.select().from(entityEvidence).where(of)).map(toKey))
    if (before.size === rows.length && rows.every((row) => before.has(toKey(row)))) return
    await db.delete(entityEvidence).where(of)
    if (rows.length > 0) await db.insert(entityEvidence).values(rows)
    await markProtocolChanged(db, slug)
  })
}
