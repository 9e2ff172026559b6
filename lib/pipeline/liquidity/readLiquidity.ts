import type { Database } from '@/db/database'
import { loadSettledBlock } from '@/db/ledger'
import { loadPoolDays } from '@/db/poolDays'
import { loadPools, removeOtherPools, type SavedPool } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { toDay } from '../../chain/dayEnds'
import type { ChainReader } from '../../chain/reader'
import type { Block, Gap } from '../../domain/snapshot'
import { toPriceRoutes, type PricedPool } from '../../liquidity/priceRoutes'
import { readParts, type PartsReading } from '../partsReading'
import type { OnProgress } from '../progress'
import { believeManagers, withoutManagers } from './believeManagers'
import { foldPool, type FoldedPool } from './foldPool'
import { toDollarPool, toPoolPlaces } from './poolPlaces'
import { toPoolRecipe } from './poolRecipe'
import { isThere, readPoolFacts, type FollowedPool } from './readPoolFacts'
import { takePoolPrices } from './takePoolPrices'
import { takeProfits } from './takeProfits'

interface Work {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}

/**
 * Who earns, after who holds and who decides: every pool of a protocol at the block of its newest snapshot. One that fails keeps no other from its
 * turn; of one whose price cannot be told, its own values can.
 *
 * A pool is read when it never was, when a further day has ended since, or when its figures are made otherwise than they were: a value changes with
 * the mark, which is of whole days. Days of history, prices and receipts are kept; all else is reckoned anew, see `takeProfits`.
 *
 * @param options.isInterrupted errors that end all of it at once
 */
export async function readLiquidity(work: Work, { isInterrupted }: { isInterrupted: (error: unknown) => boolean }): Promise<PartsReading> {
  const { protocol, database } = work
  const places = toPoolPlaces(protocol)
  await removeOtherPools(database, protocol.slug, places.map(({ place }) => place.address))
  const block = places.length === 0 ? null : await loadSettledBlock(database.db, protocol.tokenId)
  if (!block) return { said: [], failures: [] }
  const saved = await loadPools(database, protocol.slug)
  const due: DuePool[] = []
  const facts = await readParts(places.map((place) => async () => {
    const kept = saved.find(({ facts }) => facts.address === place.place.address)
    const pool = await readPoolFacts(work, place, kept, block.number)
    if (!pool) return [`no contract stands at the address of ${place.place.name}, ${place.place.address}`]
    due.push(await toDue(work, pool, kept, block))
    return []
  }), isInterrupted)
  if (!due.some(({ isDue }) => isDue)) return facts
  const folded = new Map<DuePool, FoldedPool>()
  const priced: PricedPool[] = []
  const pools = await readParts(due.map((one) => async () => {
    const fold = one.isDue ? await foldPool({ ...work, ledgers: protocol.ledgers }, one.pool, one.keptDays, block) : null
    if (fold) folded.set(one, fold)
    priced.push({ facts: one.pool.facts, prices: fold?.prices ?? (await takePoolPrices(work, one.pool, true, block)) })
    return []
  }), isInterrupted)
  let dollarPool: PricedPool | null = null
  const dollars = await readParts([async () => {
    dollarPool = await readDollarPool(work, priced, block)
    return []
  }], isInterrupted)
  const routes = toPriceRoutes({ pools: priced, dollarPool, money: protocol.money })
  const taken = await readParts([...folded.keys()].map((one) => async () => {
    const [{ pool, recipe, gaps }, fold] = [one, folded.get(one)!]
    // Its flows are not waited for by any other pool.
    folded.delete(one)
    const providers = await takeProfits({ ...work, slug: protocol.slug, routes }, pool, { ...fold, gaps: [...fold.gaps, ...gaps] }, block, recipe)
    return [toPoolText(pool, providers, fold.days.length)]
  }), isInterrupted)
  const readings = [facts, pools, dollars, taken]
  return { said: readings.flatMap(({ said }) => said), failures: readings.flatMap(({ failures }) => failures) }
}

interface DuePool {
  pool: FollowedPool
  recipe: string
  /** Days of history that were made as they are made now */
  keptDays: ReadonlySet<string>
  isDue: boolean
  /** What is not known of it before it is folded */
  gaps: readonly Gap[]
}

async function toDue({ protocol, database, reader }: Work, read: FollowedPool, saved: SavedPool | undefined, block: Block): Promise<DuePool> {
  const unbelieved = (saved?.reading?.contractProviders?.managers ?? []).flatMap(({ account, status }) => (status === 'unbelieved' ? [account] : []))
  const asBefore = withoutManagers(read, unbelieved)
  const recipeBefore = toPoolRecipe(asBefore, protocol.money)
  if (saved?.reading && saved.recipe === recipeBefore && toDay(saved.reading.block.timestamp) === toDay(block.timestamp))
    return { pool: asBefore, recipe: recipeBefore, keptDays: new Set(), isDue: false, gaps: [] }
  const { pool, gaps } = await believeManagers({ database, reader }, read, block.number)
  const recipe = toPoolRecipe(pool, protocol.money)
  const keptDays = new Set(saved?.recipe === recipe ? (await loadPoolDays(database, pool.id)).map(({ day }) => day) : [])
  return { pool, recipe, keptDays, isDue: true, gaps }
}

/** The prices of ether in dollars: the pool may be among those that are followed. */
async function readDollarPool(work: Work, priced: readonly PricedPool[], block: Block): Promise<PricedPool | null> {
  const pool = toDollarPool(work.protocol)
  if (!pool || !(await isThere(work.reader, pool, block.number))) return null
  const followed = priced.find(({ facts }) => facts.address === pool.place.address)
  return followed ?? { facts: await pool.source.readFacts(pool.place, work.reader, block.number), prices: await takePoolPrices(work, pool, false, block) }
}

/**
 * What was taken of a pool, in plain words.
 *
 * @example toPoolText(pool, 67, 3) // '67 providers of Uniswap v2 UNI/WETH, 3 days of their history'
 */
const toPoolText = ({ facts }: FollowedPool, providers: number, days: number): string =>
  `${count(providers, 'provider')} of ${facts.name}${days > 0 ? `, ${count(days, 'day')} of their history` : ''}`

const count = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
