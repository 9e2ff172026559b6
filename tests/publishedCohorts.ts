import type { Database } from '@/db/database'
import { saveStudy } from '@/db/studies'
import type { Address } from '@/lib/domain/address'
import { insiderRoles, type CohortMonth, type CohortStudy, type InsiderRole } from '@/lib/domain/cohorts'

const unit = 10n ** 18n
const toMonth = (place: number) => ({ day: new Date(Date.UTC(2024, place + 1, 0)).toISOString().slice(0, 10), block: place })
const ofRoles = <Value>(value: (role: InsiderRole) => Value) => Object.fromEntries(insiderRoles.map((role) => [role, value(role)])) as Record<InsiderRole, Value>

/** Fourteen months of 1,000 tokens each: the first of two hundred receivers begin with all of it and lose 20 a month to those who come later. */
const months = Array.from({ length: 14 }, (_, place): CohortMonth => {
  const later = BigInt(20 * place) * unit
  const first = 1000n * unit - later
  const second = place < 3 ? 0n : later / 2n
  return {
    ...toMonth(place), held: 1005n * unit, cohorts: [first + (place < 3 ? later : 0n), second, place < 3 ? 0n : later - second, 0n, 0n],
    tenths: [first / 2n, first - first / 2n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, later], firstHundred: first, firstPercent: first / 4n,
  }
})

/** A study of cohorts in which everything occurs; whoever named the distributor means harm. */
const study: CohortStudy = {
  receivers: 200,
  leftOut: 4,
  cohorts: ['2024-01-15', '2024-04-15', '2024-07-15', '2024-10-15', '2025-01-15'].map((from, place, all) => ({ from, to: all[place + 1] ?? '2025-02-28', receivers: place === 4 ? 0 : 50, holders: place === 4 ? 0 : 40 - place })),
  months,
  insiders: ofRoles((role) => (role === 'foundation' ? 0 : 1)),
  insiderMonths: months.map((_, place) => ({
    ...toMonth(place), supply: 2000n * unit, paidOut: place === 0 ? 0n : 5n * unit,
    byRole: { ...ofRoles(() => 100n * unit), foundation: 0n, vesting: BigInt(300 - 5 * place) * unit },
  })),
  payouts: [['=Airdrop","<b>', 'claims', 0xf8], ['@Rewards', 'firstReceipts', 0xf9]].map(([name, proof, address], nth) => ({
    address: `0x${Number(address).toString(16).padStart(40, '0')}` as Address, name: String(name), proof: proof as 'claims' | 'firstReceipts', paidOut: 400n * unit, receivers: 100 - nth, received: 300n * unit, leftOut: nth, holdAll: 10, holdPart: 30 - nth, holdNothing: 60,
    months: months.slice(nth).map((_, place) => ({ ...toMonth(place + nth), receivers: 100 - nth, holders: 100 - nth - 4 * place, received: 300n * unit, kept: BigInt(300 - 20 * place) * unit })),
  })),
  gaps: [{ subject: 'payments of </script>', reason: '=its logs are not read yet' }],
}

/** Who came when to a made-up protocol, and what they kept. */
export const fillCohorts = (database: Database, slug: string): Promise<void> => saveStudy(database, slug, { id: 'cohorts', day: '2025-02-28', block: 13, recipe: 'made up', result: study })
