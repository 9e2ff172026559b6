import { toRatio } from '@/lib/domain/amount'
import type { Distribution } from '@/lib/domain/distribution'

/**
 * The Lorenz curve: which share of everything the poorest share of holders has, as points [share of holders, share of amounts]
 * from [0, 0] to [1, 1] (Lorenz 1905). With fewer than 200 holders every holder is a point. With more there is one point per percent of
 * holders, and between the top 1 % and the largest holder up to 98 in geometric progression: the rich end is where the curve bends.
 * Every ordinate is exact; the largest holder, the top ⌈n/100⌉ and the top 10 are always points.
 *
 * @see Lorenz, M. O. (1905), Methods of Measuring the Concentration of Wealth, Publications of the American Statistical Association 9(70)
 * @returns no points when nobody holds anything
 * @example toLorenzCurve(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }])) // [[0, 0], [0.5, 0.25], [1, 1]]
 */
export function toLorenzCurve({ amounts, total }: Distribution): readonly (readonly [number, number])[] {
  const count = amounts.length
  if (count === 0) return []
  const chosen = new Set(topSizes(count))
  const points: [number, number][] = [[1, 1]]
  let held = 0n
  for (let size = 1; size <= count; size++) {
    held += amounts[size - 1]!
    if (chosen.has(size)) points.push([(count - size) / count, toRatio(total - held, total)])
  }
  return points.reverse()
}

/** The sizes of the top groups that the curve is read at. */
function topSizes(count: number): number[] {
  if (count < 200) return Array.from({ length: count }, (_, i) => i + 1)
  const onePercent = Math.ceil(count / 100)
  const percents = Array.from({ length: 100 }, (_, i) => Math.ceil(((i + 1) * count) / 100))
  const inside = Array.from({ length: 98 }, (_, i) => Math.round(onePercent ** (i / 98)))
  return [...percents, ...inside, Math.min(10, count)]
}
