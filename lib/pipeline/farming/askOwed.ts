import { z } from 'zod'
import { markProtocolChanged } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadAnswers, loadNewestAnswers, saveAnswers } from '@/db/wrapperAnswers'
import type { ChainReader } from '../../chain/reader'
import { addressSchema, type Address } from '../../domain/address'
import { amountSchema } from '../../domain/amountSchema'
import type { Claim } from '../../domain/distribution'
import { largestFirst } from '../../domain/order'
import type { Gap } from '../../domain/snapshot'
import { readOwedAnswers, toOwedCalls } from '../../sources/rewards/owedAnswers'
import type { ProgramPlace } from '../../sources/rewards/registry'
import type { ProgramRecord } from './loadProgram'

/** What a programme owed at a block, largest first. */
export interface OwedRewards {
  block: number
  /** Unix seconds */
  timestamp: number
  owed: readonly Claim[]
  gaps: readonly Gap[]
}

const answersSchema = z.object({ timestamp: z.number(), owed: z.array(z.object({ account: addressSchema, amount: amountSchema })) })

/** How a programme's answers are named among those of wrappers: one contract may pay for several stakes, and in several pools. */
const toName = ({ source, wrapper: { address, farm } }: ProgramPlace) => ({ source: ['owed', source.id, ...(farm ? [farm.pools[0]!.id] : [])].join(' '), address })

/**
 * What a contract owes everybody who ever staked with it, at a block: asked of the contract itself, kept, and not asked again. Of whom it does not answer,
 * or something that cannot be, is a gap and no zero.
 *
 * @example (await askOwed(work, place, record, block)).owed[0] // { account: '0x…', amount: 5n }
 */
export async function askOwed(
  { slug, reader, database }: { slug: string; reader: Pick<ChainReader, 'chainId' | 'readContracts'>; database: Database },
  place: ProgramPlace,
  { changes, book }: Pick<ProgramRecord, 'changes' | 'book'>,
  { number, timestamp }: { number: number; timestamp: number },
): Promise<OwedRewards> {
  const kept = await loadAnswers(database, reader.chainId, toName(place), number)
  if (kept) return toOwed(number, kept)
  const { source, wrapper } = place
  const everybody = new Set([...changes, ...book.payments()].map(({ account }) => account))
  const accounts = [...everybody].filter((account) => source.owed.isOwedTo?.(account, book) ?? true).sort()
  const calls = accounts.map((account) => toOwedCalls(place, account, book))
  const results = await reader.readContracts(calls.flat(), number)
  const failures: string[] = []
  const owed: { account: Address; amount: string }[] = []
  let next = 0
  for (const [nth, account] of accounts.entries()) {
    const amount = readOwedAnswers(source, account, results.slice(next, (next += calls[nth]!.length)), book)
    if (typeof amount === 'string') failures.push(amount)
    else if (amount > 0n) owed.push({ account, amount: String(amount) })
  }
  const gaps = failures.length === 0 ? [] : [{ subject: `rewards owed to ${failures.length} of ${accounts.length} stakers of ${wrapper.name}`, reason: failures[0]! }]
  const answered = { answers: { timestamp, owed }, gaps }
  await database.db.transaction(async (db) => {
    await saveAnswers({ db }, reader.chainId, toName(place), number, answered)
    await markProtocolChanged(db, slug)
  })
  return toOwed(number, answered)
}

/**
 * The newest answers up to a block; null where it was never asked.
 *
 * @example (await loadOwed(database, 1, place, 21_500_000))?.block // 21_499_000
 */
export async function loadOwed(database: Database, chainId: number, place: ProgramPlace, upTo: number): Promise<OwedRewards | null> {
  const kept = await loadNewestAnswers(database, chainId, toName(place), upTo)
  return kept && toOwed(kept.blockNumber, kept)
}

function toOwed(block: number, { answers, gaps }: { answers: unknown; gaps: readonly Gap[] }): OwedRewards {
  const { timestamp, owed } = answersSchema.parse(answers)
  return { block, timestamp, gaps, owed: owed.sort(largestFirst) }
}
