import { toRandomWords } from './randomWords'

/** Points that lie on one another are one with a weight. */
export interface WeightedPoint {
  at: readonly number[]
  /** How many there are of it */
  weight: number
}

/** So often it is begun anew; the start with the least spread counts, the first of equals. */
export const restarts = 10
const mostRounds = 300

/**
 * Which points belong together: k-means (Lloyd 1982), begun by k-means++ (Arthur & Vassilvitskii 2007) from a seed, ten times, the best of which
 * counts. The same points in the same order give the same clusters on every machine.
 *
 * @param k most clusters; fewer where there are fewer different points
 * @returns for each point the number of its cluster
 * @example toClusters([{ at: [0], weight: 2 }, { at: [1], weight: 1 }, { at: [9], weight: 1 }], 2, 1) // [0, 0, 1], or [1, 1, 0]
 */
export function toClusters(points: readonly WeightedPoint[], k: number, seed: number): number[] {
  const random = toUniform(seed)
  let best: { clusters: number[]; spread: number } | null = null
  for (let start = 0; start < restarts; start++) {
    const found = settle(points, begin(points, Math.min(k, points.length), random))
    if (best === null || found.spread < best.spread) best = found
  }
  return best?.clusters ?? []
}

function begin(points: readonly WeightedPoint[], k: number, random: () => number): number[][] {
  const centres: number[][] = []
  const nearest = points.map(() => Infinity)
  while (centres.length < k) {
    const chances = points.map(({ weight }, i) => weight * (centres.length === 0 ? 1 : nearest[i]!))
    const total = chances.reduce((sum, chance) => sum + chance, 0)
    let left = random() * total
    const pick = chances.findIndex((chance) => (left -= chance) < 0 && chance > 0)
    // All lie on centres already, or the last chance was rounded away.
    const centre = points[pick === -1 ? chances.findLastIndex((chance) => chance > 0) : pick]
    if (!centre || total === 0) break
    centres.push([...centre.at])
    points.forEach(({ at }, i) => (nearest[i] = Math.min(nearest[i]!, toDistance(at, centre.at))))
  }
  return centres
}

function settle(points: readonly WeightedPoint[], first: number[][]): { clusters: number[]; spread: number } {
  let centres = first
  let clusters: number[] = []
  for (let round = 0; round < mostRounds; round++) {
    const next = points.map(({ at }) => toNearest(at, centres))
    if (next.every((cluster, i) => cluster === clusters[i])) break
    clusters = next
    centres = centres.map((centre, cluster) => toMean(points.filter((_, i) => clusters[i] === cluster)) ?? centre)
  }
  return { clusters, spread: points.reduce((sum, { at, weight }, i) => sum + weight * toDistance(at, centres[clusters[i]!]!), 0) }
}

function toNearest(at: readonly number[], centres: readonly number[][]): number {
  let [nearest, least] = [0, Infinity]
  centres.forEach((centre, cluster) => {
    const distance = toDistance(at, centre)
    if (distance < least) [nearest, least] = [cluster, distance]
  })
  return nearest
}

function toMean(points: readonly WeightedPoint[]): number[] | null {
  const count = points.reduce((sum, { weight }) => sum + weight, 0)
  return count === 0 ? null : points[0]!.at.map((_, column) => points.reduce((sum, { at, weight }) => sum + weight * at[column]!, 0) / count)
}

const toDistance = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, column) => sum + (value - b[column]!) ** 2, 0)

/** Numbers from 0 to below 1. */
function toUniform(seed: number): () => number {
  const fill = toRandomWords(seed)
  const words = new Uint32Array(2)
  return () => {
    fill(words)
    return (words[0]! * 2 ** 21 + (words[1]! >>> 11)) / 2 ** 53
  }
}
