import { z } from 'zod'
import type { Database } from '@/db/database'
import { loadAnswers, loadNewestAnswers, saveAnswers } from '@/db/wrapperAnswers'
import type { ChainReader } from '../../chain/reader'
import { addressSchema, type Address } from '../../domain/address'
import type { Gap } from '../../domain/snapshot'
import type { ProgramPlace } from '../../sources/rewards/registry'
import type { PaidSums, RewardBook } from '../../sources/rewards/rewardSource'
import { foldBook } from './foldBook'

const answersSchema = z.array(z.object({ account: addressSchema, amount: z.string().transform(BigInt) }))

/** Both sides of a market are asked the same. */
const toName = ({ wrapper: { source, address } }: ProgramPlace) => ({ source: `paid ${source}`, address })

/**
 * Asks a contract that says in no log for which stake it pays how much it has paid everybody for this one, up to a block; kept, and not asked again. Of whom it does not answer
 * nothing is kept: payments to it are told of no stake.
 *
 * @param loadBook its payments for whichever stake; from kept logs where it is absent
 * @throws Error in plain words where these do not reach the block
 * @example await askPaidSums(work, place, 21_500_000)
 */
export async function askPaidSums(
  { reader, database }: { reader: Pick<ChainReader, 'chainId' | 'readContracts'>; database: Database },
  place: ProgramPlace,
  block: number,
  loadBook: () => Promise<Pick<RewardBook, 'payments'>> = () => foldBook(database, reader.chainId, place, place.source.open(place.wrapper), block),
): Promise<void> {
  const { source: { paidCall }, wrapper } = place
  if (!paidCall || (await loadAnswers(database, reader.chainId, toName(place), block))) return
  const accounts = [...new Set((await loadBook()).payments().map(({ account }) => account))].sort()
  const results = await reader.readContracts(accounts.map((account) => paidCall(wrapper, account)), block)
  const answers: { account: Address; amount: string }[] = []
  const failures: string[] = []
  for (const [nth, account] of accounts.entries()) {
    const result = results[nth]
    if (result?.status === 'ok') answers.push({ account, amount: String(z.bigint().parse(result.value)) })
    else failures.push(result?.reason ?? 'no answer')
  }
  const gaps: Gap[] = failures.length === 0 ? [] : [{ subject: `what was paid to ${failures.length} of ${accounts.length} accounts for ${wrapper.name}`, reason: failures[0]! }]
  await saveAnswers(database, reader.chainId, toName(place), block, { answers, gaps })
}

/**
 * The newest answers up to a block; null where it was never asked.
 *
 * @example (await loadPaidSums(database, 1, place, 21_500_000))?.sums.get(ann) // 5n
 */
export async function loadPaidSums(database: Database, chainId: number, place: ProgramPlace, upTo: number): Promise<PaidSums | null> {
  const kept = await loadNewestAnswers(database, chainId, toName(place), upTo)
  return kept && { block: kept.blockNumber, sums: new Map(answersSchema.parse(kept.answers).map(({ account, amount }) => [account, amount])) }
}
