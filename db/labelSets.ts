import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { entityEvidenceSchema } from '@/lib/domain/entityEvidence'
import { labelSchema } from '@/lib/domain/label'
import type { Outlook } from '@/lib/domain/outlook'
import { wrapperSchema } from '@/lib/domain/protocol'
import type { Database, Queries } from './database'
import { labelSets, snapshots, tokens } from './schema'

/**
 * What figures were made with: what labels say of whom, which contracts were looked through and what speaks for one owner of several addresses, in any order; when labels were looked up does
 * not count. What only some labels say (confidence, entity, exclusion, another source of the role) counts where it is said: without it a version
 * is what it always was.
 *
 * @returns 12 hexadecimal digits of the SHA-256 over their JSON
 * @example toLabelVersion(uniswap) // '4f0c21aa9e07'
 */
export function toLabelVersion({ labels, wrappers, evidence = [] }: Outlook): string {
  const rows = labels.map(({ address, kind, role, name, source, confidence, entity, exclusion, roleSource }) => {
    const more = { confidence, entity, exclusion, roleSource }
    return [address, kind, role, name, source, ...(Object.values(more).some((each) => each !== undefined) ? [more] : [])] as const
  })
  const sorted = rows.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const through = wrappers.map(({ source, address, otherSide }) => [address, source, ...(otherSide ? [`${otherSide.chainId}:${otherSide.token}`] : [])]).sort((a, b) => (a.join() < b.join() ? -1 : 1))
  const believed = evidence.map(({ account, rule, entity }) => [account, rule, entity]).sort((a, b) => (a.join() < b.join() ? -1 : 1))
  const text = JSON.stringify(believed.length > 0 ? [sorted, through, believed] : through.length > 0 ? [sorted, through] : sorted)
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** Keeps what a token's snapshot is looked at with, where it is not kept yet, and says which version it is. */
export async function keepOutlook(db: Queries, tokenId: number, outlook: Outlook): Promise<string> {
  const version = toLabelVersion(outlook)
  const [token] = await db.select({ protocol: tokens.protocol }).from(tokens).where(eq(tokens.id, tokenId))
  if (!token) throw new Error(`database: there is no token ${tokenId} to keep labels for`)
  await db.insert(labelSets).values({ protocol: token.protocol, version, labels: outlook.labels, wrappers: outlook.wrappers, evidence: outlook.evidence ?? [] }).onConflictDoNothing()
  return version
}

/** What one of a token's snapshots was looked at with, by its version; null where it is not kept. */
export async function loadOutlook({ db }: Database, tokenId: number, version: string): Promise<Outlook | null> {
  const [row] = await db
    .select({ labels: labelSets.labels, wrappers: labelSets.wrappers, evidence: labelSets.evidence })
    .from(labelSets)
    .innerJoin(tokens, eq(tokens.protocol, labelSets.protocol))
    .where(and(eq(tokens.id, tokenId), eq(labelSets.version, version)))
  if (!row) return null
  const evidence = z.array(entityEvidenceSchema).parse(row.evidence)
  return { labels: z.array(labelSchema).parse(row.labels), wrappers: z.array(wrapperSchema).parse(row.wrappers), ...(evidence.length > 0 ? { evidence } : {}) }
}

/** What a token's snapshot from the chain was looked at with at a block; null where none was taken there yet. */
export async function loadOutlookAt(database: Database, tokenId: number, blockNumber: number): Promise<Outlook | null> {
  const [row] = await database.db
    .select({ version: snapshots.labelVersion })
    .from(snapshots)
    .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'chain'), eq(snapshots.blockNumber, blockNumber)))
  return row?.version ? loadOutlook(database, tokenId, row.version) : null
}
