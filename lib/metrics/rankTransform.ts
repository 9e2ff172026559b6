import type { GrowthCell } from './attachment'

/** The exponents that are looked at: first in large steps, then around the best in small ones. */
const [lowest, highest, large, small] = [-1, 3, 0.05, 0.005]

/** So many places are compared. */
const places = 500

/**
 * How far growth is from following size^α: the rank of what was gained, R = Σ of x^α over all that are no larger ⁄ Σ of x^α over all, is spread evenly over
 * 0 to 1 where it follows it (Kondor et al. 2014). The Kolmogorov–Smirnov distance between the two; every unit gained counts the same, and within a cell it
 * is spread evenly.
 *
 * @param months cells of each month
 * @example rankDistance([[{ logSize: 0, accounts: 1, grown: 1 }, { logSize: 0.69, accounts: 1, grown: 2 }]], 1) // 0: twice as much of twice the size
 */
export function rankDistance(months: readonly (readonly GrowthCell[])[], alpha: number): number {
  const reached = new Float64Array(places + 1)
  let all = 0
  for (const cells of months) all += addRanks(reached, cells, alpha)
  let distance = 0
  for (let place = 0; place <= places; place++) distance = Math.max(distance, Math.abs(reached[place]! / all - place / places))
  return distance
}

/** Adds what of a month's growth lies up to each place. @returns how much grew in it */
function addRanks(reached: Float64Array, cells: readonly GrowthCell[], alpha: number): number {
  const ordered = [...cells].sort((a, b) => a.logSize - b.logSize)
  const top = Math.max(...ordered.map(({ logSize }) => alpha * logSize))
  const masses = ordered.map(({ logSize, accounts }) => accounts * Math.exp(alpha * logSize - top))
  const mass = masses.reduce((sum, one) => sum + one, 0)
  let [before, grown, place] = [0, 0, 0]
  for (const [nth, cell] of ordered.entries()) {
    const share = masses[nth]! / mass
    for (; place <= places && place / places < before + share; place++) reached[place]! += grown + (cell.grown * (place / places - before)) / share
    before += share
    grown += cell.grown
  }
  for (; place <= places; place++) reached[place]! += grown
  return grown
}

/**
 * The exponent by the rank transform: that at which the distance is least, within 0.005 and between −1 and 3; of equally good ones the smallest.
 *
 * @example rankExponent([[{ logSize: 0, accounts: 1, grown: 1 }, { logSize: 0.69, accounts: 1, grown: 2 }]]) // 1
 */
export function rankExponent(months: readonly (readonly GrowthCell[])[]): number {
  const best = (from: number, to: number, step: number): number => {
    let [found, least] = [from, Infinity]
    for (let nth = 0; from + nth * step <= to + step / 2; nth++) {
      const alpha = from + nth * step
      const distance = rankDistance(months, alpha)
      if (distance < least - 1e-12) [found, least] = [alpha, distance]
    }
    return found
  }
  const near = best(lowest, highest, large)
  return Math.round(best(Math.max(lowest, near - large), Math.min(highest, near + large), small) * 1000) / 1000
}
