import type { Database } from '@/db/database'
import { savePoolFacts, savePoolReading } from '@/db/pools'
import { saveProposals } from '@/db/proposals'
import { loadProtocol, saveProtocol } from '@/db/protocols'
import { saveHistory } from '@/db/snapshots'
import { toDistribution } from '@/lib/domain/distribution'
import type { Address } from '@/lib/domain/address'
import type { PoolFacts, PoolState } from '@/lib/domain/pool'
import type { PoolConcentration, PoolDay } from '@/lib/domain/poolReading'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import { measure } from '@/lib/metrics/registry'
import { lenses } from '@/lib/ownership/lenses'
import { toRecipe } from '@/lib/pipeline/recipe'
import { toProvider } from './publishedMarkets'
import { governors, toVoted } from './publishedProposals'

const unit = 10n ** 18n
const daySeconds = 86_400
const toAddress = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
const ether = toAddress(0xe1)
const toSeconds = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000
const toDay = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)

/** July 2023 to December 2025. */
export const rivalMonths = Array.from({ length: 30 }, (_, place) => new Date(Date.UTC(2023, 6 + place)).toISOString().slice(0, 7))
const first = toSeconds('2023-07-01')
const days = Array.from({ length: (toSeconds('2026-01-01') - first) / daySeconds }, (_, place) => toDay(first + place * daySeconds))

/** What a rival has in each month, by the month's place from 0. */
export interface RivalMonths {
  /** Accounts that hold one each */
  holders: (month: number) => number
  /** Ether in its pool at the end of each day of the month, half of it in its token */
  liquidity: (month: number) => bigint
  /** Ether paid in fees on the month's first day */
  fees: (month: number) => bigint
  votes: (month: number) => number
}

const monthOf = (day: string) => rivalMonths.indexOf(day.slice(0, 7))
const toBlock = (place: number) => ({ number: 1000 + place, hash: `0x${(1000 + place).toString(16).padStart(64, '0')}` as const, timestamp: first + place * daySeconds + daySeconds - 1 })

/** Gives a protocol that is followed thirty months of holders, of a pool quoted in ether, and of votes. */
export async function fillRival(database: Database, slug: string, index: number, of: RivalMonths): Promise<void> {
  const known = (await loadProtocol(database, slug))!
  const protocol = await saveProtocol(database, protocolSchema.parse({ ...known, money: { wrappedEther: ether } }), index)
  const ends = days.flatMap((day, place) => (day.slice(0, 7) === days[place + 1]?.slice(0, 7) ? [] : [{ day, place }]))
  await saveHistory(database, protocol.tokenId, ends.map(({ day, place }): Snapshot => {
    const held = toDistribution(Array.from({ length: of.holders(monthOf(day)) }, (_, account) => ({ account: toAddress(account + 1), amount: 1n })))
    const measurements = lenses.filter(({ daily }) => daily).map(({ id }) => ({ lens: id, denominator: held.total, excluded: [], metrics: measure(held), curve: null, composition: null }))
    return { origin: 'ledger', day, block: toBlock(place), supply: held.total, population: 'complete', gaps: [], audit: null, measurements, file: null }
  }), toRecipe(protocol), protocol)
  await fillPool(database, slug, index, of)
  const voted = rivalMonths.map((month, place) => toVoted(String(place + 1), toSeconds(`${month}-15`), Array.from({ length: of.votes(place) }, (_, voter) => [6 + voter, 1, 0] as const)))
  await saveProposals(database, { protocol: slug, origin: 'chain', place: governors[0] }, voted)
}

/** A token costs an ether. */
async function fillPool(database: Database, slug: string, index: number, of: RivalMonths): Promise<void> {
  const facts: PoolFacts = {
    source: 'uniswapV2Pair', chainId: 7, address: toAddress(0x900 + index), name: 'Rival', firstBlock: 1, contracts: {}, feePpm: 3000, quote: 1,
    tokens: [{ address: toAddress(index), symbol: 'R', decimals: 18 }, { address: ether, symbol: 'WETH', decimals: 18 }],
  }
  const concentration: PoolConcentration = { providers: 0, inRangeProviders: 0, byValue: {}, byInRange: {} }
  let paid = 0n
  const toState = (day: string, place: number): PoolState => {
    const month = monthOf(day)
    if (day.endsWith('-01')) paid += of.fees(month) * unit
    const half = (of.liquidity(month) * unit) / 2n
    return { block: 1000 + place, price: 1n << 128n, amounts: [half, half], liquidity: half, volume: [0n, 0n], fees: [0n, paid], protocolFees: [0n, 0n], unownedFees: [0n, 0n], justInTimeFees: [0n, 0n] }
  }
  const kept = days.map((day, place): PoolDay => ({ day, state: toState(day, place), concentration }))
  const { state, day } = kept.at(-1)!
  const worth = (price: bigint) => ({ values: [price << 128n, price << 128n] as const, path: [facts.address] })
  const reading = { block: toBlock(days.length - 1), markDay: day, marks: { quote: worth(1n), ether: worth(1n), dollar: worth(2000n) }, state, concentration, gaps: [] }
  await savePoolReading(database, slug, await savePoolFacts(database, slug, facts), { reading, results: Array.from({ length: 30 }, (_, place) => toProvider(place, toAddress(1 + place))), ranges: [], days: kept, recipe: 'made up' })
}

/**
 * Two of which the first wins: 6 holders to 2 and 3 votes to 1 in every month, the same fees, and of the liquidity 1 ether to 2 in the first twelve months,
 * then 3 to 1.
 */
export const rivals: readonly [RivalMonths, RivalMonths] = [
  { holders: () => 6, liquidity: (month) => (month < 12 ? 1n : 3n), fees: () => 1n, votes: () => 3 },
  { holders: () => 2, liquidity: (month) => (month < 12 ? 2n : 1n), fees: () => 1n, votes: () => 1 },
]
