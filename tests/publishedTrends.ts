import type { Database } from '@/db/database'
import { saveStudy } from '@/db/studies'
import type { HhiMonth } from '@/lib/domain/hhiDrivers'

/** Ten months in which the largest gain, everybody else loses, some come and go, and the supply grows. All are powers of two, so that sums are exact. */
const months = Array.from({ length: 10 }, (_, place): HhiMonth => ({
  day: new Date(Date.UTC(2025, place + 1, 0)).toISOString().slice(0, 10),
  block: place,
  holders: 100 + place,
  total: BigInt(1000 + place) * 10n ** 18n,
  hhi: 1 / 8 + place / 64,
  parts: place === 0 ? null : { entry: 1 / 128, exit: -1 / 256, largest: 1 / 32, others: -1 / 64, supply: -1 / 256 },
  entered: place === 0 ? 100 : 3,
  left: place === 0 ? 0 : 2,
}))

/** By what a made-up protocol's HHI changed. */
export const fillTrends = (database: Database, slug: string): Promise<void> =>
  saveStudy(database, slug, { id: 'hhiDrivers', day: '2025-10-31', block: 9, recipe: 'made up', result: { months } })
