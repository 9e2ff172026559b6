import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { and, desc, eq } from 'drizzle-orm'
import type { Block } from '@/lib/domain/snapshot'
import type { Database } from './database'
import { keptContents, keptParts } from './schema'

/** When something was so: under a block, or, of several protocols, under a day. */
export interface KeptMark {
  /** UTC day */
  day: string
  /** `hash` is null where nobody told it */
  block: { number: number; hash: Block['hash'] | null; timestamp: number } | null
  /** With which labels it was shown; null of several protocols */
  labelVersion: string | null
}

/** The word of a mark, as in an address behind '@'. @example toMarkWord({ day: '2026-04-01', block: null, labelVersion: null }) // '2026-04-01' */
export const toMarkWord = ({ day, block }: Pick<KeptMark, 'day' | 'block'>): string => (block ? String(block.number) : day)

type Row = Omit<typeof keptParts.$inferSelect, 'keptAt'>

const toMark = ({ day, blockNumber, blockHash, blockTimestamp, labelVersion }: Pick<Row, 'day' | 'blockNumber' | 'blockHash' | 'blockTimestamp' | 'labelVersion'>): KeptMark => ({
  day, labelVersion, block: blockNumber === null || blockTimestamp === null ? null : { number: blockNumber, hash: blockHash as Block['hash'] | null, timestamp: blockTimestamp },
})

const toDigest = (text: string): `0x${string}` => `0x${createHash('sha256').update(text).digest('hex')}`

const isAt = (subject: string, part: string, mark: string) => and(eq(keptParts.subject, subject), eq(keptParts.part, part), eq(keptParts.mark, mark))

/** Whether a part is kept under a mark. */
export const isKept = async ({ db }: Pick<Database, 'db'>, subject: string, part: string, mark: KeptMark): Promise<boolean> =>
  (await db.select({ mark: keptParts.mark }).from(keptParts).where(isAt(subject, part, toMarkWord(mark)))).length > 0

/** Keeps a part for ever. What was kept first under a mark stays: somebody may have cited it. */
export async function saveKeptPart({ db }: Database, subject: string, part: string, mark: KeptMark, text: string): Promise<void> {
  if (await isKept({ db }, subject, part, mark)) return
  const sha256 = toDigest(text)
  const content = await promisify(gzip)(text)
  const { day, block, labelVersion } = mark
  await db.transaction(async (tx) => {
    await tx.insert(keptContents).values({ sha256, content }).onConflictDoNothing()
    await tx.insert(keptParts)
      .values({ subject, part, mark: toMarkWord(mark), day, blockNumber: block?.number ?? null, blockHash: block?.hash ?? null, blockTimestamp: block?.timestamp ?? null, labelVersion, sha256 })
      .onConflictDoNothing()
  })
}

/**
 * A part as it was kept under a mark; null where nothing was.
 *
 * @throws Error where its content is not what was kept
 */
export async function loadKeptPart({ db }: Database, subject: string, part: string, mark: string): Promise<{ mark: KeptMark; text: string } | null> {
  const [row] = await db
    .select({ kept: keptParts, content: keptContents.content })
    .from(keptParts)
    .innerJoin(keptContents, eq(keptContents.sha256, keptParts.sha256))
    .where(isAt(subject, part, mark))
  if (!row) return null
  const text = (await promisify(gunzip)(row.content)).toString()
  if (toDigest(text) !== row.kept.sha256) throw new Error(`database: what is kept of ${part} of ${subject} at ${mark} is not what was kept there: its SHA-256 is ${toDigest(text)}, not ${row.kept.sha256}`)
  return { mark: toMark(row.kept), text }
}

/** Under which marks a part is kept, newest first. */
export async function loadKeptMarks({ db }: Database, subject: string, part: string, limit?: number): Promise<KeptMark[]> {
  const { day, blockNumber, blockHash, blockTimestamp, labelVersion } = keptParts
  const rows = db
    .select({ day, blockNumber, blockHash, blockTimestamp, labelVersion })
    .from(keptParts)
    .where(and(eq(keptParts.subject, subject), eq(keptParts.part, part)))
    .orderBy(desc(blockNumber), desc(day))
    .$dynamic()
  return (await (limit === undefined ? rows : rows.limit(limit))).map(toMark)
}
