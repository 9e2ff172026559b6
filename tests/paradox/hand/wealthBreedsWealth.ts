import { toKeepers, toMiddle, type PlainToken, type Told } from '../plainStory'

/** Who gained in a month, against what they had: the exponent at which Σ p ln x equals what x^α says, by halving. */
function toExponent(sizes: readonly number[], gains: readonly number[]): number {
  const all = gains.reduce((sum, gain) => sum + gain, 0)
  const seen = sizes.reduce((sum, size, place) => sum + (gains[place]! / all) * Math.log(size), 0)
  const said = (alpha: number) => {
    const weights = sizes.map((size) => size ** alpha)
    return sizes.reduce((sum, size, place) => sum + weights[place]! * Math.log(size), 0) / weights.reduce((sum, weight) => sum + weight, 0)
  }
  let [low, high] = [-15, 15]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (said(middle) < seen) low = middle
    else high = middle
  }
  return low
}

/**
 * Exponents of months one by one, where Lorenz fits one for all: their mean, give or take 1.96 standard errors, above or below 1; and whether the share of the
 * largest tenth rises by a hundredth within a year.
 */
export function wealthBreedsWealth({ protocol, months }: PlainToken): { told: Told; alpha: number[]; change: number } {
  const keepers = toKeepers(protocol)
  const people = months.map(({ owned }) => new Map([...owned].filter(([account]) => !keepers.has(account))))
  const exponents: number[] = []
  const changes: number[] = []
  for (const [place, before] of people.entries()) {
    const [after, later] = [people[place + 1], people[place + 12]]
    if (before.size < 100) continue
    if (after) {
      const accounts = [...before]
      const gains = accounts.map(([account, amount]) => Math.max(0, (after.get(account) ?? 0) - amount))
      if (gains.some((gain) => gain > 0)) exponents.push(toExponent(accounts.map(([, amount]) => amount), gains))
    }
    if (later) {
      const largest = [...before].sort(([, one], [, other]) => other - one).slice(0, Math.floor(before.size / 10))
      const all = [...before].reduce((sum, [, amount]) => sum + amount, 0)
      const kept = [...before].reduce((sum, [account]) => sum + (later.get(account) ?? 0), 0)
      changes.push(largest.reduce((sum, [account]) => sum + (later.get(account) ?? 0), 0) / kept - largest.reduce((sum, [, amount]) => sum + amount, 0) / all)
    }
  }
  if (exponents.length < 12 || changes.length === 0) return { told: 'cannotBeTold', alpha: [], change: 0 }
  const mean = exponents.reduce((sum, one) => sum + one, 0) / exponents.length
  const spread = Math.sqrt(exponents.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (exponents.length - 1) / exponents.length)
  const [low, high, change] = [mean - 1.96 * spread, mean + 1.96 * spread, toMiddle(changes)]
  return { told: low > 1 && change >= 0.01 ? 'holds' : high < 1 && change < 0.01 ? 'doesNotHold' : 'mixed', alpha: [low, mean, high], change }
}
