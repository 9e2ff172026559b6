import type { Database } from '@/db/database'
import { saveStudy } from '@/db/studies'
import type { BadMonths, ClassMonth, PricedMonth } from '@/lib/domain/badMonths'
import type { Growth, GrowthExponent } from '@/lib/domain/growth'
import { marketAddresses } from './publishedMarkets'

const exponent = (alpha: number): GrowthExponent => ({ alpha, low: alpha - 0.125, high: alpha + 0.125, months: 35, byRanks: alpha, distance: 0.0625 })

/** Seven sizes; whoever was among the ten largest a year ago still is, but for one of them. */
export const publishedGrowth: Growth = {
  from: '2023-01', to: '2025-12', months: 35, holders: 240, gains: exponent(0.75), losses: exponent(1.25),
  sizes: [2, 4, 6, 8, 10, 12, 14].map((half, place) => ({ half, accounts: 1000 - 100 * place, held: (1000 - 100 * place) * 2 * 10 ** (half / 2), gained: (place + 1) * 10 ** (half / 2), lost: 4 * 10 ** (half / 2), gone: 8 - place })),
  mobility: { starts: 2, moved: [[18, 2, 0, 0, 0], [1, 20, 5, 1, 1], [1, 4, 160, 20, 15], [0, 2, 30, 150, 58]], arrived: [0, 2, 20, 60] },
  leaders: { starts: 2, before: 0.75, after: 0.8125, change: 0.0625, rose: 2 },
  staying: Array.from({ length: 24 }, (_, place) => ({ months: place + 1, starts: 24 - place, ten: 1 - place / 32, tenth: 1 - place / 64 })),
}

const toClasses = (nth: number): ClassMonth[] => [10, 14, 96, 120].map((accounts, place) => ({
  accounts, gone: nth % 4 === 0 ? place * 2 : 1, held: 1000 / (place + 1), gaveUp: 10, cost: 512, lost: nth % 4 === 0 ? 2 ** place : 0, gained: 4, underWater: 3,
}))

/** Sixteen months, the price of every fourth of which falls by a quarter; then the small leave. */
const months = Array.from({ length: 16 }, (_, nth): PricedMonth => ({ month: `${2024 + Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')}`, change: nth % 4 === 0 ? -0.25 : 0.125, classes: toClasses(nth) }))

export const publishedBadMonths: BadMonths = {
  currency: 'ether', pools: [marketAddresses[0]], months,
  fall: { from: '2024-04', to: '2024-05', change: -0.25, classes: [10, 14, 96, 120].map((accounts, place) => ({ accounts, gone: place * 2, held: 64, after: 64 - 16 * place })) },
}

/** How a made-up protocol's holdings grew, and what months in which its price fell did to them. */
export async function fillWealth(database: Database, slug: string): Promise<void> {
  const made = { day: '2025-12-31', block: 9, recipe: 'made up' }
  await saveStudy(database, slug, { ...made, id: 'growth', result: publishedGrowth })
  await saveStudy(database, slug, { ...made, id: 'badMonths', result: publishedBadMonths })
}
