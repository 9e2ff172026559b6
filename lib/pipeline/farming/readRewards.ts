import type { Database } from '@/db/database'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadTransactionFees } from '@/db/transactionFees'
import { toDay } from '../../chain/dayEnds'
import type { ChainReader } from '../../chain/reader'
import type { Block } from '../../domain/snapshot'
import type { Doing } from '../../liquidity/sharedGas'
import { readGas } from '../liquidity/readGas'
import { readParts, type PartsReading } from '../partsReading'
import type { OnProgress } from '../progress'
import { askOwed } from './askOwed'
import { loadKeptFarming, saveFarming, toFarmingRecipe } from './keptFarming'
import { foldFarming } from './makeFarming'
import { loadOwnPrograms, toOwnPrograms, type RecordedProgram } from './ownPrograms'
import { askPaidSums } from './paidSums'
import { askStakeToken } from './stakeToken'

interface Work {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}

/** So many transactions of a programme are asked for their cost in a day: of a large one it takes some days until all are known. */
const receiptsADay = 20_000

/**
 * What only the chain can tell of rewards, at the block of the newest balances: for which stake each contract that pays the protocol's token has paid where its logs do not
 * say it, what it owes whom, and what transactions cost. Then all that pages show of rewards is made of it and kept: of a large programme that takes minutes. Once a day; one that fails keeps no
 * other from its turn.
 *
 * @param options.isInterrupted errors that end all of it at once
 */
export async function readRewards(work: Work, { isInterrupted }: { isInterrupted: (error: unknown) => boolean }): Promise<PartsReading> {
  const { protocol, database } = work
  const { places } = toOwnPrograms(protocol)
  const block = places.length === 0 ? null : await loadSettledBlock(database.db, protocol.tokenId)
  if (!block) return { said: [], failures: [] }
  const recipe = toFarmingRecipe(protocol)
  const kept = await loadKeptFarming(database, protocol, block.number)
  if (kept?.recipe === recipe && toDay(kept.farming.block.timestamp) === toDay(block.timestamp)) return { said: [], failures: [] }
  const paid = await readParts(places.map((place) => async () => {
    await askPaidSums(work, place, block.number)
    return []
  }), isInterrupted)
  const programs = await loadOwnPrograms(database, protocol, block.number)
  const asks = programs.recorded.map((program) => () => askChain(work, program, block))
  const make = async () => {
    await saveFarming(database, protocol, { farming: await foldFarming(database, protocol, programs, block), recipe })
    return []
  }
  const { said, failures } = await readParts([...asks, make], isInterrupted)
  return { said, failures: [...paid.failures, ...programs.unread.map(({ error }) => error), ...failures] }
}

async function askChain(work: Work, { place, record }: RecordedProgram, block: Block): Promise<string[]> {
  const { protocol, database } = work
  await askStakeToken(work, place.program.stakeToken, block.number)
  const { owed } = await askOwed({ ...work, slug: protocol.slug }, place, record, block)
  await readGas(work, await toUnpriced(database, protocol.token.chainId, record.doings), `gas of ${place.wrapper.name}`)
  return [`rewards that ${place.wrapper.name} owes ${owed.length.toLocaleString('en')} accounts`]
}

/** What was done in the next transactions of which it is not known what they cost. */
async function toUnpriced(database: Database, chainId: number, doings: readonly Doing[]): Promise<Doing[]> {
  const hashes = [...new Set(doings.flatMap(({ transaction }) => (transaction === null ? [] : [transaction as `0x${string}`])))]
  const known = await loadTransactionFees(database, chainId, hashes)
  const next = new Set<string | null>(hashes.filter((hash) => !known.has(hash)).slice(0, receiptsADay))
  return doings.filter(({ transaction }) => next.has(transaction))
}
