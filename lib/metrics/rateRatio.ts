/** So many of so many. */
export interface Share {
  count: number
  of: number
}

/** How many times as often, with the interval that has the true ratio in it 95 times of 100. */
export interface RateRatio {
  value: number
  low: number
  high: number
}

/** The 97.5th percentile of the normal distribution. */
const z = 1.959963984540054

/**
 * How often something is so in one group, against another: the ratio of two rates with its interval on the logarithm (Katz, Baptista, Azen & Pike 1978).
 * Where it is so for nobody, half a case is added to every count for the interval (Pettigrew, Gart & Thomas 1986): a rate of 0 has no logarithm.
 *
 * @returns null where the second rate is 0 or a group is empty: then there is nothing to compare with
 * @throws RangeError for counts that are none
 * @example rateRatio({ count: 30, of: 500 }, { count: 60, of: 100 }) // { value: 0.1, low: 0.068…, high: 0.146… }
 */
export function rateRatio(first: Share, second: Share): RateRatio | null {
  for (const { count, of } of [first, second])
    if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of) throw new RangeError(`rateRatio: ${count} of ${of} is no share`)
  if (first.of === 0 || second.count === 0) return null
  const value = (first.count * second.of) / (second.count * first.of)
  const added = first.count === 0 ? 0.5 : 0
  const [one, all, other, others] = [first.count, first.of, second.count, second.of].map((count) => count + added) as [number, number, number, number]
  const spread = z * Math.sqrt(1 / one - 1 / all + 1 / other - 1 / others)
  const middle = Math.log((one * others) / (other * all))
  return { value, low: first.count === 0 ? 0 : Math.exp(middle - spread), high: Math.exp(middle + spread) }
}
