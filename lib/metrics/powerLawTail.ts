import { candidateTails } from './candidateTails'

/** A power law p(x) ∝ x^(−alpha) fitted to the largest holders. */
export interface PowerLawTail {
  /** The tail is the `size` largest holders. */
  size: number
  alpha: number
  /** Kolmogorov–Smirnov distance between the tail and the fitted law */
  distance: number
}

/** Distances closer than this are equal, so that rounding, and with it the unit of account, never decides between two tails. */
const tieTolerance = 1e-12

/** How many holders of a tail are looked at first: enough to rule most tails out. */
const firstLook = 24

/**
 * Fits a power law to the tail of a list by maximum likelihood, with the tail's beginning chosen so that the Kolmogorov–Smirnov distance
 * is least (Clauset, Shalizi, Newman 2009, continuous case): alpha = 1 + m / Σ ln(x_i / xmin). Of equally good tails the longest is taken.
 *
 * @param logs natural logarithms of the amounts, largest first, in any unit; with base b alpha − 1 comes out ln b times as large
 * @returns null when no tail has two different amounts
 * @example toPowerLawTail(Float64Array.of(Math.log(4), Math.log(2), Math.log(1))) // { size: 3, alpha: 2.4427…, distance: 0.333… }
 */
export function toPowerLawTail(logs: Float64Array): PowerLawTail | null {
  const sizes = candidateTails(logs)
  const sums = sumsOfLargest(logs, sizes)
  let best: PowerLawTail | null = null
  for (const size of coarseFirst(sizes)) {
    const start = logs[size - 1]!
    if (start === logs[0]) continue
    const alpha = 1 + size / (sums.get(size)! - size * (start - logs[0]!))
    const limit: number = best ? best.distance + tieTolerance : Infinity
    const distance = distanceOf(logs, size, alpha, limit)
    const asNear = distance <= limit && size > (best?.size ?? 0)
    if (!best || distance < best.distance - tieTolerance || asNear) best = { size, alpha, distance }
  }
  return best
}

/** For each size, Σ (log − largest log) over that many of the largest; in one pass. */
function sumsOfLargest(logs: Float64Array, sizes: readonly number[]): Map<number, number> {
  const sums = new Map<number, number>()
  let sum = 0
  let place = 0
  for (const size of sizes.toReversed()) {
    for (; place < size; place++) sum += logs[place]! - logs[0]!
    sums.set(size, sum)
  }
  return sums
}

/** Every 32nd candidate, then the others: an early good fit rules most of the rest out. */
function coarseFirst(sizes: readonly number[]): number[] {
  return [...sizes.filter((_, i) => i % 32 === 0), ...sizes.filter((_, i) => i % 32 !== 0)]
}

/**
 * The largest distance between the tail's distribution and the fitted one. Gives up at the first distance beyond `limit`.
 *
 * Both rise from holder to holder, so what two holders show bounds the distance at every holder between them: only where that bound
 * lies above the largest distance found so far is the middle looked at, and so on. Few holders of a long tail are read.
 */
function distanceOf(logs: Float64Array, size: number, alpha: number, limit: number): number {
  const start = logs[size - 1]!
  const step = 1 / size
  let largest = 0
  const look = (i: number): number => {
    const fitted = Math.exp((1 - alpha) * (logs[i]! - start))
    // At each holder the tail's distribution steps from i/size to (i + 1)/size: the fitted law is farther from one of the two.
    largest = Math.max(largest, fitted - i * step, (i + 1) * step - fitted)
    return fitted
  }
  const search = (low: number, fittedLow: number, high: number, fittedHigh: number): void => {
    if (high - low < 2 || largest > limit) return
    if (Math.max(fittedHigh - (low + 1) * step, high * step - fittedLow) <= largest) return
    const middle = (low + high) >>> 1
    const fitted = look(middle)
    search(low, fittedLow, middle, fitted)
    search(middle, fitted, high, fittedHigh)
  }
  const stride = Math.ceil(size / firstLook)
  for (let i = stride >> 1; i < size && largest <= limit; i += stride) look(i)
  if (largest <= limit) search(0, look(0), size - 1, look(size - 1))
  return largest
}
