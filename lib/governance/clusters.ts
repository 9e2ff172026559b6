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
  if (points.length === 0) return []
  const random = toUniform(seed)
  const cloud = toCloud(points)
  let best: { clusters: Uint8Array; spread: number } | null = null
  for (let start = 0; start < restarts; start++) {
    const found = settle(cloud, begin(cloud, Math.min(k, points.length), random))
    if (best === null || found.spread < best.spread) best = found
  }
  return [...best!.clusters]
}

/** Points in one piece of memory, one after the other: twice as fast as lists of lists. */
interface Cloud {
  count: number
  width: number
  places: Float64Array
  weights: Float64Array
}

function toCloud(points: readonly WeightedPoint[]): Cloud {
  const width = points[0]!.at.length
  return { count: points.length, width, places: Float64Array.from(points.flatMap(({ at }) => at)), weights: Float64Array.from(points, ({ weight }) => weight) }
}

/** The first centres, one after the other: the farther a point lies from those there are, the likelier. */
function begin(cloud: Cloud, k: number, random: () => number): Float64Array {
  const { count, width, places, weights } = cloud
  const centres = new Float64Array(k * width)
  const nearest = new Float64Array(count).fill(Infinity)
  const chances = Float64Array.from(weights)
  let found = 0
  for (; found < k; found++) {
    const total = chances.reduce((sum, chance) => sum + chance, 0)
    // All points lie on centres already.
    if (total === 0) break
    let left = random() * total
    let pick = chances.findIndex((chance) => (left -= chance) < 0 && chance > 0)
    // The last chance was rounded away.
    if (pick === -1) pick = chances.findLastIndex((chance) => chance > 0)
    centres.set(places.subarray(pick * width, (pick + 1) * width), found * width)
    for (let point = 0; point < count; point++) {
      nearest[point] = Math.min(nearest[point]!, toDistance(cloud, point, centres, found))
      chances[point] = weights[point]! * nearest[point]!
    }
  }
  return centres.slice(0, found * width)
}

function settle(cloud: Cloud, centres: Float64Array): { clusters: Uint8Array; spread: number } {
  const { count, weights } = cloud
  const clusters = new Uint8Array(count).fill(255)
  let spread = 0
  for (let round = 0, moved = true; moved && round < mostRounds; round++) {
    moved = false
    spread = 0
    for (let point = 0; point < count; point++) {
      let [nearest, least] = [0, Infinity]
      for (let cluster = 0; cluster * cloud.width < centres.length; cluster++) {
        const distance = toDistance(cloud, point, centres, cluster)
        if (distance < least) [nearest, least] = [cluster, distance]
      }
      moved ||= clusters[point] !== nearest
      clusters[point] = nearest
      spread += weights[point]! * least
    }
    if (moved) moveCentres(cloud, clusters, centres)
  }
  return { clusters, spread }
}

/** Each centre into the middle of its points; one without points stays where it is. */
function moveCentres({ count, width, places, weights }: Cloud, clusters: Uint8Array, centres: Float64Array): void {
  const sums = new Float64Array(centres.length)
  const sizes = new Float64Array(centres.length / width)
  for (let point = 0; point < count; point++) {
    const cluster = clusters[point]!
    sizes[cluster]! += weights[point]!
    for (let column = 0; column < width; column++) sums[cluster * width + column]! += weights[point]! * places[point * width + column]!
  }
  for (let at = 0; at < centres.length; at++) {
    const size = sizes[Math.floor(at / width)]!
    if (size > 0) centres[at] = sums[at]! / size
  }
}

function toDistance({ width, places }: Cloud, point: number, centres: Float64Array, cluster: number): number {
  let sum = 0
  for (let column = 0, at = point * width, to = cluster * width; column < width; column++) {
    const step = places[at + column]! - centres[to + column]!
    sum += step * step
  }
  return sum
}

/** Numbers from 0 to below 1. */
function toUniform(seed: number): () => number {
  const fill = toRandomWords(seed)
  const words = new Uint32Array(2)
  return () => {
    fill(words)
    return (words[0]! * 2 ** 21 + (words[1]! >>> 11)) / 2 ** 53
  }
}
