import { toGaussLegendre } from './gaussLegendre'
import { toIntegerGame, type IntegerGame } from './integerGame'
import { toVotingPower, type VotingPower } from './votingPower'

/** Indices that count every coalition; where weights had to be rounded for it, proven bounds of what that can have changed. */
export interface CountedPower {
  voters: VotingPower[]
  /**
   * null where the weights are counted as they are, or no coalition lies so near the quota that rounding could matter. Else no voter's absolute Banzhaf and no voter's Shapley–Shubik is further than this from
   * that of the weights given, and the sum of all weights was divided into so many steps.
   */
  rounding: { steps: number; banzhafAbsolute: number; shapleyShubik: number } | null
}

/** So many additions are one to two seconds. */
const additions = 800_000_000
/** 64 MB of doubles. */
const affordableMemory = 8_000_000
/** Above, the chance that one coalition comes about is no longer a double. */
const mostVoters = 1000

/**
 * The power indices by dynamic programming over the sums that coalitions can have (Mann & Shapley 1962; Bilbao et al. 2000).
 *
 * Shapley–Shubik is the integral over p, from 0 to 1, of the chance to be critical when each other voter joins with p (Owen 1972). That chance
 * is a polynomial in p of degree n − 1, so n/2 Gauss–Legendre points give the integral exactly. The point in the middle, p = ½, is Banzhaf.
 *
 * The bound: rounding changes whether a voter is critical only if the coalition without or with that voter lies within the reach of rounding.
 * Of a coalition of all voters with chance P(p) to lie there, each of the two has at most P/(1−p) and P/p; for p = ½ both together have 2 P.
 *
 * @param weights positive, at least one
 * @param quota a coalition wins with at least so much; above 0, at most the sum
 * @param mostRounding how large the bounds of what rounding can have changed may be
 * @param mostSteps into how many steps the sum of all weights may be divided; as many as two seconds allow where it is not said
 * @returns null where they are larger, and for more than 1,000 voters
 * @example countPower([50n, 49n, 1n], 51n, 0)?.voters[0] // { banzhafAbsolute: 0.75, banzhaf: 0.6, shapleyShubik: 0.666… }
 */
export function countPower(weights: readonly bigint[], quota: bigint, mostRounding: number, mostSteps?: number): CountedPower | null {
  if (weights.length > mostVoters) return null
  const game = toIntegerGame(weights, quota, mostSteps ?? affordableSteps(weights))
  // Where votes gather around the quota, as many coalitions lie within the reach of rounding as it takes up of all sums, or more.
  if (game.lifted + game.lowered > mostRounding * game.total) return null
  const ascending = Float64Array.from(game.weights).sort()
  const voters = weights.length
  // An odd number has its middle at ½; one more than needed changes nothing.
  const points = toGaussLegendre(2 * Math.ceil((Math.ceil(voters / 2) - 1) / 2) + 1)
  const middle = (points.length - 1) / 2
  const [banzhaf, shapley] = [new Float64Array(voters), new Float64Array(voters)]
  let [nearHalf, nearOrders] = [0, 0]
  const needed = Math.max(game.quota + Math.ceil(game.lifted), game.total - game.quota + 1 + Math.ceil(game.lowered))
  const sums = new Float64Array(Math.min(needed, game.total) + 1)
  for (const [place, { at, weight }] of points.slice(0, middle + 1).entries()) {
    const chance = place === middle ? 0.5 : at
    const unit = foldSums(sums, ascending, chance / (1 - chance))
    const sides = place === middle ? [game] : [game, toDual(game)]
    for (const side of sides) {
      const swings = toSwings(sums, side, chance, unit)
      const near = toNear(sums, side, chance, unit)
      nearOrders += (weight * near) / (chance * (1 - chance))
      for (let i = 0; i < voters; i++) shapley[i]! += weight * swings[i]!
      if (place < middle) continue
      banzhaf.set(swings)
      nearHalf = 2 * near
    }
  }
  const rounding = { steps: game.total, banzhafAbsolute: Math.min(1, nearHalf), shapleyShubik: Math.min(1, nearOrders) }
  if (Math.max(nearHalf, nearOrders) > mostRounding) return null
  return { voters: toVotingPower([...banzhaf], [...shapley]), rounding: nearOrders > 0 ? rounding : null }
}

/** From the smallest voter on, sums are as large as all up to there: the more concentrated, the fewer additions a step costs. */
function affordableSteps(weights: readonly bigint[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  let [upTo, additionsPerStep] = [0, 0]
  for (const share of weights.map((weight) => Number(weight) / Number(total)).sort((a, b) => a - b)) additionsPerStep += upTo += share
  return Math.floor(Math.min(affordableMemory, additions / (additionsPerStep * Math.ceil(weights.length / 4))))
}

/**
 * Makes `sums[x]` what coalitions with a sum below x weigh: a coalition of k counts odds^k. With odds 1 these are counts, exact up to
 * 2^53. Nothing but positive numbers is added, so that small ones keep their digits.
 *
 * @returns what the empty coalition counts: a power of two, as large as the largest sum allows. Numbers at the lower end of the doubles are
 * a hundred times slower to add.
 */
function foldSums(sums: Float64Array, ascending: Float64Array, odds: number): number {
  const unit = 2 ** Math.floor(1000 - ascending.length * Math.log2(1 + odds))
  sums.fill(0)
  sums[0] = unit
  let reached = 0
  const last = sums.length - 2
  for (const weight of ascending) {
    reached = Math.min(last, reached + weight)
    if (weight === 0) for (let at = reached; at >= 0; at--) sums[at]! *= 1 + odds
    else for (let at = reached; at >= weight; at--) sums[at]! += odds * sums[at - weight]!
  }
  let below = 0
  for (let at = 0; at < sums.length; at++) {
    const here = sums[at]!
    sums[at] = below
    below += here
  }
  return unit
}

/** The game of blocking: with p and 1 − p exchanged, and coalitions with their complements, each voter is critical as often. */
const toDual = ({ weights, quota, total, lifted, lowered }: IntegerGame): IntegerGame => ({
  weights,
  quota: total - quota + 1,
  total,
  lifted: lowered,
  lowered: lifted,
})

/**
 * How likely each voter is critical. Without voter i, whose weight is w, coalitions with a sum below x weigh
 * D(x) = C(x) − odds · C(x − w) + odds² · C(x − 2w) − …; the voter is critical in D(quota) − D(quota − w).
 */
function toSwings(sums: Float64Array, { weights, quota }: IntegerGame, chance: number, unit: number): Float64Array {
  const odds = chance / (1 - chance)
  const scale = (1 - chance) ** (weights.length - 1) / unit
  const known = new Map<number, number>([[0, 0]])
  return Float64Array.from(weights, (weight) => {
    let swing = known.get(weight)
    if (swing !== undefined) return swing
    let without = 0
    let factor = 1
    for (let at = quota - weight; at > 0 && Math.abs(factor) > 1e-20; at -= weight) {
      without += factor * sums[at]!
      factor *= -odds
    }
    swing = Math.max(0, (sums[quota]! - (1 + odds) * without) * scale)
    known.set(weight, swing)
    return swing
  })
}

/** How likely the sum of a coalition of all voters lies where rounding may have decided. */
function toNear(sums: Float64Array, { weights, quota, total, lifted, lowered }: IntegerGame, chance: number, unit: number): number {
  if (lifted === 0 && lowered === 0) return 0
  const [first, behind] = [Math.max(0, Math.ceil(quota - 0.5 - lowered)), Math.min(total + 1, Math.floor(quota - 0.5 + lifted) + 1)]
  return first >= behind ? 0 : (sums[Math.min(behind, sums.length - 1)]! - sums[first]!) * ((1 - chance) ** weights.length / unit)
}
