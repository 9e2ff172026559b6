import type { ShareMonth } from '../domain/competition'

/** A year: seasons and single months weigh nothing. */
export const windowMonths = 12

/**
 * How several protocols share what they had together, over each twelve months in a row: shares, their sum of squares (Hirschman 1964), and who leads.
 *
 * @param months oldest first; what each protocol had in the month, or at its end
 * @returns one for each month from the twelfth on; where all had nothing for twelve months, none for that month
 * @example toMarketShares(twelveMonthsOf([3, 1])) // [{ month: '2024-12', shares: [0.75, 0.25], hhi: 0.625, leader: 0 }]
 */
export function toMarketShares(months: readonly { month: string; amounts: readonly number[] }[]): ShareMonth[] {
  const path: ShareMonth[] = []
  months.forEach(({ month, amounts }, place) => {
    if (place + 1 < windowMonths) return
    const year = months.slice(place + 1 - windowMonths, place + 1)
    const sums = amounts.map((_, one) => year.reduce((sum, each) => sum + each.amounts[one]!, 0))
    const total = sums.reduce((sum, each) => sum + each, 0)
    if (total === 0) return
    const most = Math.max(...sums)
    const before = path.at(-1)?.leader
    const leader = before !== undefined && sums[before] === most ? before : sums.indexOf(most)
    const shares = sums.map((sum) => sum / total)
    path.push({ month, shares, hhi: shares.reduce((sum, share) => sum + share * share, 0), leader })
  })
  return path
}

/**
 * How often another took the lead along a path.
 *
 * @example countTurnovers([{ leader: 0 }, { leader: 1 }, { leader: 1 }, { leader: 0 }]) // 2
 */
export const countTurnovers = (path: readonly Pick<ShareMonth, 'leader'>[]): number => path.filter(({ leader }, place) => place > 0 && leader !== path[place - 1]!.leader).length
