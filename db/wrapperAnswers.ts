import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import { z } from 'zod'
import type { Wrapper } from '@/lib/domain/protocol'
import type { Gap } from '@/lib/domain/snapshot'
import type { Database, Queries } from './database'
import { wrapperAnswers } from './schema'

const gapsSchema = z.array(z.object({ subject: z.string(), reason: z.string() }))

const toPlace = (chainId: number, { source, address }: Pick<Wrapper, 'source' | 'address'>, blockNumber: number) =>
  and(eq(wrapperAnswers.chainId, chainId), eq(wrapperAnswers.source, source), eq(wrapperAnswers.address, address), eq(wrapperAnswers.blockNumber, blockNumber))

/** What a wrapper itself told at a block; null where it was not asked. Its source parses the answers. */
export async function loadAnswers({ db }: Database, chainId: number, wrapper: Pick<Wrapper, 'source' | 'address'>, blockNumber: number): Promise<{ answers: unknown; gaps: Gap[] } | null> {
  const [row] = await db.select({ answers: wrapperAnswers.answers, gaps: wrapperAnswers.gaps }).from(wrapperAnswers).where(toPlace(chainId, wrapper, blockNumber))
  return row ? { answers: row.answers, gaps: gapsSchema.parse(row.gaps) } : null
}

/** The newest that it told up to a block, and at which; null where it was never asked. */
export async function loadNewestAnswers(
  { db }: Database,
  chainId: number,
  { source, address }: Pick<Wrapper, 'source' | 'address'>,
  upTo: number,
): Promise<{ blockNumber: number; answers: unknown; gaps: Gap[] } | null> {
  const asked = and(eq(wrapperAnswers.chainId, chainId), eq(wrapperAnswers.source, source), eq(wrapperAnswers.address, address), lte(wrapperAnswers.blockNumber, upTo))
  const [row] = await db.select().from(wrapperAnswers).where(asked).orderBy(desc(wrapperAnswers.blockNumber)).limit(1)
  return row ? { blockNumber: row.blockNumber, answers: row.answers, gaps: gapsSchema.parse(row.gaps) } : null
}

/** How one answer is named among others. @example toAnswerKey(wrapper, 7) // 'vesting 0x… 7' */
export const toAnswerKey = ({ source, address }: Pick<Wrapper, 'source' | 'address'>, blockNumber: number): string => `${source} ${address} ${blockNumber}`

/** Which of some wrappers were asked, and at which blocks, up to one: by `toAnswerKey`. */
export async function loadAnswered({ db }: Database, chainId: number, wrappers: readonly Pick<Wrapper, 'source' | 'address'>[], upTo: number): Promise<ReadonlySet<string>> {
  if (wrappers.length === 0) return new Set()
  const { source, address, blockNumber } = wrapperAnswers
  const asked = and(eq(wrapperAnswers.chainId, chainId), lte(blockNumber, upTo), inArray(address, wrappers.map((wrapper) => wrapper.address)))
  const rows = await db.select({ source, address, blockNumber }).from(wrapperAnswers).where(asked)
  return new Set(rows.map((row) => toAnswerKey(row, row.blockNumber)))
}

/** Keeps what a wrapper told at a block. What was kept first stays: something may have been published with it. */
export async function saveAnswers(
  { db }: { db: Queries },
  chainId: number,
  { source, address }: Pick<Wrapper, 'source' | 'address'>,
  blockNumber: number,
  { answers, gaps }: { answers: unknown; gaps: readonly Gap[] },
): Promise<void> {
  await db.insert(wrapperAnswers).values({ chainId, source, address, blockNumber, answers, gaps }).onConflictDoNothing()
}
