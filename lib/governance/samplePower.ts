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

/** What a sample found: how often each voter was critical, and how many were critical at once. */
interface Sample {
  hits: Float64Array
  /** per voter, Σ of how many were critical at once where this one was */
  crowds: Float64Array
  crowd: number
  crowdSquares: number
}

/** So many voters are drawn in all, half for each index: two or three seconds. */
const draws = 400_000_000
const mostSamples = 100_000
/** Of the normal distribution, for 95 % of it. */
const z = 1.959963984540054

/**
 * The power indices of many voters from coalitions drawn at random. For absolute Banzhaf every voter joins with ½; for Shapley–Shubik with p,
 * and p runs evenly through (0, 1), after Owen (1972). A coalition tells of every voter at once whether it is critical.
 *
 * Intervals hold for one voter at a time with 95 %: Wilson's (1927) for absolute Banzhaf and Shapley–Shubik, for normalised Banzhaf that of a
 * quotient by the delta method. Sums are compared with 53 bits: weights that need more are rounded to 2^−52 of their sum.
 *
 * @param weights positive, largest first
 * @param quota a coalition wins with at least so much; above 0, at most the sum
 * @param seed the same seed gives the same sample
 * @example samplePower([50n, 49n, 1n], 51n, 1).voters[0]!.intervals.banzhaf // about [0.598, 0.602]
 */
export function samplePower(weights: readonly bigint[], quota: bigint, seed: number): SampledPower {
  const samples = Math.max(1000, Math.min(mostSamples, Math.floor(draws / 2 / weights.length)))
  const game = toIntegerGame(weights, quota, 2 ** 52)
  const largestFirst = Float64Array.from(game.weights)
  const fill = toRandomWords(seed)
  const halves = sample(largestFirst, game.quota, samples, fill, () => 0.5)
  const orders = sample(largestFirst, game.quota, samples, fill, (place, random) => (place + random) / samples)
  const power = toVotingPower(toShares(halves, samples), toShares(orders, samples))
  return {
    samples,
    seed,
    voters: power.map((values, i) => ({
      ...values,
      intervals: {
        banzhafAbsolute: toWilson(halves.hits[i]!, samples),
        banzhaf: toQuotient(halves, i, samples),
        shapleyShubik: toWilson(orders.hits[i]!, samples),
      },
    })),
  }
}

const toShares = ({ hits }: Sample, samples: number): number[] => Array.from(hits, (count) => count / samples)

function sample(
  weights: Float64Array,
  quota: number,
  samples: number,
  fill: (into: Uint32Array) => void,
  toChance: (place: number, random: number) => number,
): Sample {
  const voters = weights.length
  const [hits, crowds] = [new Float64Array(voters), new Float64Array(voters)]
  const joins = new Uint8Array(voters)
  const critical = new Uint32Array(voters)
  const words = new Uint32Array(voters + 1)
  let [crowd, crowdSquares] = [0, 0]
  for (let place = 0; place < samples; place++) {
    fill(words)
    const below = toChance(place, words[voters]! / 2 ** 32) * 2 ** 32
    let sum = 0
    for (let i = 0; i < voters; i++) {
      const joined = words[i]! < below ? 1 : 0
      joins[i] = joined
      sum += joined * weights[i]!
    }
    const wins = sum >= quota ? 1 : 0
    // A member decides if its weight is above what there is too much, another if its weight makes up for what is missing.
    const least = wins ? sum - quota + 1 : quota - sum
    let found = 0
    for (let i = 0; i < voters && weights[i]! >= least; i++) if (joins[i] === wins) critical[found++] = i
    crowd += found
    crowdSquares += found * found
    for (let at = 0; at < found; at++) {
      hits[critical[at]!]! += 1
      crowds[critical[at]!]! += found
    }
  }
  return { hits, crowds, crowd, crowdSquares }
}

function toWilson(hits: number, samples: number): Interval {
  const share = hits / samples
  const width = 1 + z ** 2 / samples
  const middle = (share + z ** 2 / (2 * samples)) / width
  const reach = (z / width) * Math.sqrt((share * (1 - share)) / samples + z ** 2 / (4 * samples ** 2))
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}

/** Of hits over all hits, both from the same sample. A voter that was never critical has the upper end of its own interval instead. */
function toQuotient({ hits, crowds, crowd, crowdSquares }: Sample, i: number, samples: number): Interval {
  if (crowd === 0) return [0, 1]
  if (hits[i] === 0) return [0, Math.min(1, (toWilson(0, samples)[1] * samples) / crowd)]
  const quotient = hits[i]! / crowd
  const variance = Math.max(0, hits[i]! - 2 * quotient * crowds[i]! + quotient ** 2 * crowdSquares)
  const reach = (z * Math.sqrt(variance)) / crowd
  return [Math.max(0, quotient - reach), Math.min(1, quotient + reach)]
}
