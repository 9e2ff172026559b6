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
import type { ProgramPlace } from '../../sources/rewards/registry'
import { askOwed } from './askOwed'
import { loadKeptFarming, saveFarming, toFarmingRecipe } from './keptFarming'
import { makeFarming, toPlaces } from './makeFarming'
import { foldBook, loadProgram } from './loadProgram'
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
 * What only the chain can tell of rewards, at the block of the newest balances: what each contract that pays the protocol's token owes whom, and what
 * transactions cost. Then all that pages show of rewards is made of it and kept: of a large programme that takes minutes. Once a day; one that fails keeps no
 * other from its turn.
 *
 * @param options.isInterrupted errors that end all of it at once
 */
export async function readRewards(work: Work, { isInterrupted }: { isInterrupted: (error: unknown) => boolean }): Promise<PartsReading> {
  const { protocol, database } = work
  const { places } = toPlaces(protocol)
  const block = places.length === 0 ? null : await loadSettledBlock(database.db, protocol.tokenId)
  if (!block) return { said: [], failures: [] }
  const recipe = toFarmingRecipe(protocol)
  const kept = await loadKeptFarming(database, protocol, block.number)
  if (kept?.recipe === recipe && toDay(kept.farming.block.timestamp) === toDay(block.timestamp)) return { said: [], failures: [] }
  const asked = await readParts(places.map((place) => () => readProgram(work, place, block)), isInterrupted)
  const made = await readParts([async () => {
    const farming = await makeFarming(database, protocol)
    if (farming) await saveFarming(database, protocol, { farming, recipe })
    return []
  }], isInterrupted)
  return { said: asked.said, failures: [...asked.failures, ...made.failures] }
}

async function readProgram(work: Work, place: ProgramPlace, block: Block): Promise<string[]> {
  const { protocol, database } = work
  const { chainId } = protocol.token
  if (place.source.paidCall) await askPaidSums(work, place, await foldBook(database, chainId, place, place.source.open(place.wrapper), block.number), block.number)
  await askStakeToken(work, place.program.stakeToken, block.number)
  const record = await loadProgram(database, { chainId, ledgers: protocol.ledgers }, place, block.number)
  const { owed } = await askOwed({ ...work, slug: protocol.slug }, place, record, block)
  await readGas(work, await toUnpriced(database, chainId, record.doings), `gas of ${place.wrapper.name}`)
  return [`rewards that ${place.wrapper.name} owes ${owed.length.toLocaleString('en')} accounts`]
}

/** What was done in the next transactions of which it is not known what they cost. */
async function toUnpriced(database: Database, chainId: number, doings: readonly Doing[]): Promise<Doing[]> {
  const hashes = [...new Set(doings.flatMap(({ transaction }) => (transaction === null ? [] : [transaction as `0x${string}`])))]
  const known = await loadTransactionFees(database, chainId, hashes)
  const next = new Set<string | null>(hashes.filter((hash) => !known.has(hash)).slice(0, receiptsADay))
  return doings.filter(({ transaction }) => next.has(transaction))
}
