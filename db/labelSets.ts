import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { labelSchema, type Label } from '@/lib/domain/label'
import type { Database, Queries } from './database'
import { labelSets, snapshots, tokens } from './schema'

/**
 * Which labels figures were made with: what they say of whom, in any order; when they were looked up does not count. What only some labels
 * say (confidence, entity, exclusion, another source of the role) counts where it is said: without it a version is what it always was.
 *
 * @returns 12 hexadecimal digits of the SHA-256 over their JSON
 * @example toLabelVersion(uniswap.labels) // '4f0c21aa9e07'
 */
export function toLabelVersion(labels: readonly Label[]): string {
  const rows = labels.map(({ address, kind, role, name, source, confidence, entity, exclusion, roleSource }) => {
    const more = { confidence, entity, exclusion, roleSource }
    return [address, kind, role, name, source, ...(Object.values(more).some((each) => each !== undefined) ? [more] : [])] as const
  })
  const text = JSON.stringify(rows.sort((a, b) => (a[0] < b[0] ? -1 : 1)))
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** Keeps the labels that a token's snapshot is taken with, where they are not kept yet, and says which version they are. */
export async function keepLabels(db: Queries, tokenId: number, labels: readonly Label[]): Promise<string> {
  const version = toLabelVersion(labels)
  const [token] = await db.select({ protocol: tokens.protocol }).from(tokens).where(eq(tokens.id, tokenId))
  if (!token) throw new Error(`database: there is no token ${tokenId} to keep labels for`)
  await db.insert(labelSets).values({ protocol: token.protocol, version, labels }).onConflictDoNothing()
  return version
}

/** The labels of a version that one of a token's snapshots was taken with; null where it is not kept. */
export async function loadLabels({ db }: Database, tokenId: number, version: string): Promise<Label[] | null> {
  const [row] = await db
    .select({ labels: labelSets.labels })
    .from(labelSets)
    .innerJoin(tokens, eq(tokens.protocol, labelSets.protocol))
    .where(and(eq(tokens.id, tokenId), eq(labelSets.version, version)))
  return row ? z.array(labelSchema).parse(row.labels) : null
}

/** The labels that a token's snapshot from the chain was taken with at a block; null where none was taken there yet. */
export async function loadLabelsAt(database: Database, tokenId: number, blockNumber: number): Promise<Label[] | null> {
  const [row] = await database.db
    .select({ version: snapshots.labelVersion })
    .from(snapshots)
    .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'chain'), eq(snapshots.blockNumber, blockNumber)))
  return row?.version ? loadLabels(database, tokenId, row.version) : null
}
