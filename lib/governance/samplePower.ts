import { toRandomWords } from './randomWords'
import { toIntegerGame } from './integerGame'
import { toVotingPower, type VotingPower } from './votingPower'

/** Where a value lies with 95 % confidence. */
export type Interval = readonly [low: number, high: number]

/** Indices from a sample, each with its interval. */
export interface SampledPower {
  voters: (VotingPower & { intervals: Record<keyof VotingPower, Interval> })[]
  /** how many coalitions were drawn, as many for Banzhaf as for Shapley–Shubik */
  samples: number
  seed: number
}

/** What a sample found. x is how likely a voter is critical in one draw, t the sum of x over all voters. */
interface Sample {
  /** per voter Σx, Σx² and Σxt */
  sums: Float64Array
  squares: Float64Array
  crosses: Float64Array
  /** Σt and Σt² */
  crowd: number
  crowdSquares: number
}

/** Of so many of the largest voters every coalition is looked at in each draw. */
const enumerated = 8
/** So many voters are drawn or looked at in all, half for each index: two seconds. */
const work = 200_000_000
const mostSamples = 100_000
/** About how many voters are looked at for all coalitions of the largest, in one draw. */
const workPerDraw = 16 * 2 ** enumerated
/** Of the normal distribution, for 95 % of it. */
const z = 1.959963984540054

/**
 * The power indices of many voters from coalitions drawn at random. For absolute Banzhaf every voter joins with ½; for Shapley–Shubik with p,
 * and p runs evenly through (0, 1), after Owen (1972). A coalition tells of every voter at once whether it is critical. What the eight largest
 * do is not drawn: each draw of the others is followed by all their 256 coalitions, each with its chance (Rao–Blackwell). Else the few draws
 * that end within reach of thousands of small voters would decide the sum over all voters.
 *
 * Intervals hold for one voter at a time with 95 %: for absolute Banzhaf and Shapley–Shubik Wilson's (1927) for as many yes-or-no draws as
 * would scatter as much, for normalised Banzhaf that of a quotient by the delta method. Sums are compared with 53 bits: weights that need more are rounded to 2^−52 of their sum.
 *
 * @param weights positive, largest first
 * @param quota a coalition wins with at least so much; above 0, at most the sum
 * @param seed the same seed gives the same sample
 * @example samplePower([50n, 49n, 1n], 51n, 1).voters[0]!.intervals.banzhaf // about [0.598, 0.602]
 */
export function samplePower(weights: readonly bigint[], quota: bigint, seed: number): SampledPower {
  const samples = Math.max(1000, Math.min(mostSamples, Math.floor(work / 2 / (weights.length + workPerDraw))))
  const game = toIntegerGame(weights, quota, 2 ** 52)
  const largestFirst = Float64Array.from(game.weights)
  const fill = toRandomWords(seed)
  const halves = sample(largestFirst, game.quota, samples, fill, () => 0.5)
  const orders = sample(largestFirst, game.quota, samples, fill, (place, random) => (place + random) / samples)
  const power = toVotingPower(toMeans(halves, samples), toMeans(orders, samples))
  return {
    samples,
    seed,
    voters: power.map((values, i) => ({
      ...values,
      intervals: { banzhafAbsolute: toWilson(halves, i, samples), banzhaf: toQuotient(halves, i, samples), shapleyShubik: toWilson(orders, i, samples) },
    })),
  }
}

const toMeans = ({ sums }: Sample, samples: number): number[] => Array.from(sums, (sum) => Math.min(1, sum / samples))

function sample(
  weights: Float64Array,
  quota: number,
  samples: number,
  fill: (into: Uint32Array) => void,
  toChance: (place: number, random: number) => number,
): Sample {
  const voters = weights.length
  const large = Math.min(enumerated, voters)
  const subsets = toSubsets(weights.subarray(0, large))
  const [sums, squares, crosses] = [new Float64Array(voters), new Float64Array(voters), new Float64Array(voters)]
  const joins = new Uint8Array(voters)
  const words = new Uint32Array(voters + 1)
  const critical = new Float64Array(voters)
  const touched: number[] = []
  let [crowd, crowdSquares] = [0, 0]
  for (let place = 0; place < samples; place++) {
    fill(words)
    const chance = toChance(place, words[voters]! / 2 ** 32)
    const below = Math.floor(chance * 2 ** 31)
    let drawn = 0
    for (let i = large; i < voters; i++) {
      // The sign of the difference of 31 bits: half of all comparisons would be guessed wrongly, which costs more than all the rest.
      const joined = ((words[i]! >>> 1) - below) >>> 31
      joins[i] = joined
      drawn += joined * weights[i]!
    }
    subsets.forEach(({ members, size, sum: ofLarge }) => {
      const sum = drawn + ofLarge
      const wins = sum >= quota ? 1 : 0
      // A member decides if its weight is above what there is too much, another if its weight makes up for what is missing.
      const least = wins ? sum - quota + 1 : quota - sum
      if (least > weights[0]!) return
      const likelihood = chance ** size * (1 - chance) ** (large - size)
      for (let i = 0; i < voters && weights[i]! >= least; i++) {
        if ((i < large ? (members >> i) & 1 : joins[i]) !== wins) continue
        if (critical[i] === 0) touched.push(i)
        critical[i]! += likelihood
      }
    })
    let together = 0
    for (const i of touched) together += critical[i]!
    for (const i of touched) {
      sums[i]! += critical[i]!
      squares[i]! += critical[i]! ** 2
      crosses[i]! += critical[i]! * together
      critical[i] = 0
    }
    touched.length = 0
    crowd += together
    crowdSquares += together ** 2
  }
  return { sums, squares, crosses, crowd, crowdSquares }
}

/** Every coalition of a few voters: bit i of `members` is voter i. */
const toSubsets = (weights: Float64Array) =>
  Array.from({ length: 2 ** weights.length }, (_, members) => {
    const joined = weights.filter((_, i) => (members >> i) & 1)
    return { members, size: joined.length, sum: joined.reduce((sum, weight) => sum + weight, 0) }
  })

function toWilson({ sums, squares }: Sample, i: number, samples: number): Interval {
  const mean = Math.min(1, sums[i]! / samples)
  const variance = Math.max(0, squares[i]! / samples - mean ** 2)
  // What lies in [0, 1] scatters at most as yes and no do; how much less it does, that many more draws it is worth.
  const worth = samples * Math.min(2 ** enumerated, Math.max(1, variance === 0 ? 1 : (mean * (1 - mean)) / variance))
  const width = 1 + z ** 2 / worth
  const middle = (mean + z ** 2 / (2 * worth)) / width
  const reach = (z / width) * Math.sqrt((mean * (1 - mean)) / worth + z ** 2 / (4 * worth ** 2))
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}

/** Of a sum over the sum of all, both from the same draws. A voter that was never critical has the upper end of its own interval instead. */
function toQuotient(found: Sample, i: number, samples: number): Interval {
  const { sums, squares, crosses, crowd, crowdSquares } = found
  if (crowd === 0) return [0, 1]
  if (sums[i] === 0) return [0, Math.min(1, (toWilson(found, i, samples)[1] * samples) / crowd)]
  const quotient = sums[i]! / crowd
  const variance = Math.max(0, squares[i]! - 2 * quotient * crosses[i]! + quotient ** 2 * crowdSquares)
  const reach = (z * Math.sqrt(variance)) / crowd
  return [Math.max(0, quotient - reach), Math.min(1, quotient + reach)]
}
