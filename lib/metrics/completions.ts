import type { Distribution } from '@/lib/domain/distribution'

/** What is known of the whole that a list was cut from. At least one of the two. */
export interface Whole {
  /** what all holders have together, smallest units */
  total?: bigint
  holders?: number
}

/** `count` holders with the same amount each. */
export interface Run {
  amount: bigint
  count: bigint
}

/** One way the unlisted holders could be: runs, largest first, none larger than the smallest listed holder. */
export type Completion = readonly Run[]

/** The two ends of what the unlisted holders could be. Every other way lies between them, in the sense of the Lorenz curve. */
export interface Completions {
  mostEqual: Completion
  leastEqual: Completion
  /** true when nothing says how many unlisted holders there are: there may be any number more, each with next to nothing */
  openEnded: boolean
}

/**
 * The ends of what the unlisted part of a list can be, given that the list has the largest holders: each unlisted holder has at least one
 * smallest unit and at most what the smallest listed holder has.
 * Most equal: all have the same. Least equal: as many as possible have as much as the smallest listed holder, the others one unit.
 * Without a total: all have that much, or all have next to nothing, written as 0. Without a number of holders: as few as possible, and openEnded.
 *
 * @returns null when nothing is missing, or when nothing is listed
 * @throws RangeError when the whole contradicts the list; it says how
 * @example toCompletions(toDistribution([{ account: a, amount: 5n }, { account: b, amount: 2n }]), { total: 10n, holders: 4 })
 * // { mostEqual: [{ amount: 2n, count: 1n }, { amount: 1n, count: 1n }], leastEqual: [{ amount: 2n, count: 1n }, …], openEnded: false }
 */
export function toCompletions(listed: Distribution, whole: Whole): Completions | null {
  const smallest = listed.amounts.at(-1)
  if (smallest === undefined) return null
  const unlisted = whole.holders === undefined ? undefined : BigInt(whole.holders - listed.amounts.length)
  if (unlisted !== undefined && unlisted < 0n) {
    throw new RangeError(`the list has ${listed.amounts.length} holders, more than the ${whole.holders} there are said to be`)
  }
  if (whole.total === undefined) {
    if (!unlisted) return null
    return { mostEqual: [{ amount: smallest, count: unlisted }], leastEqual: [{ amount: 0n, count: unlisted }], openEnded: false }
  }
  const missing = whole.total - listed.total
  if (missing < 0n) throw new RangeError('the list adds up to more than the total')
  const fewest = (missing + smallest - 1n) / smallest
  const count = unlisted ?? fewest
  if (count < fewest || count > missing) throw new RangeError(toContradiction(missing, count, fewest))
  if (missing === 0n) return null
  return { mostEqual: toEven(missing, count), leastEqual: toPacked(missing, count, smallest), openEnded: unlisted === undefined }
}

const toContradiction = (missing: bigint, count: bigint, fewest: bigint): string =>
  missing === 0n
    ? `the list has the whole total, so there is nothing for ${count} more holders`
    : count > missing
      ? `${count} more holders cannot share ${missing} smallest units`
      : `the list does not hold the largest holders, or total and number do not fit: what is missing takes at least ${fewest} more holders, not ${count}`

function toEven(missing: bigint, count: bigint): Run[] {
  const amount = missing / count
  const larger = missing % count
  return [{ amount: amount + 1n, count: larger }, { amount, count: count - larger }].filter((run) => run.count > 0n)
}

function toPacked(missing: bigint, count: bigint, most: bigint): Run[] {
  const beyond = missing - count
  const full = most > 1n ? beyond / (most - 1n) : 0n
  const rest = most > 1n ? beyond % (most - 1n) : 0n
  const partly = rest > 0n ? 1n : 0n
  const runs = [{ amount: most, count: full }, { amount: 1n + rest, count: partly }, { amount: 1n, count: count - full - partly }]
  return runs.filter((run) => run.count > 0n)
}
