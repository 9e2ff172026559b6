import { toFewest, toGini, toHhi } from '../balances'
import type { PlainToken, Told } from '../plainStory'

/** Mann and Kendall: how many pairs of months rise less how many fall, in standard deviations of what chance gives (n(n − 1)(2n + 5)/18, no ties). */
export function toRise(values: readonly number[]): number {
  let rises = 0
  for (const [place, one] of values.entries()) for (const other of values.slice(place + 1)) rises += Math.sign(other - one)
  const n = values.length
  return rises / Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
}

/**
 * At least two of three measures towards few hands and none away from them: holds; none towards them: does not. A measure moves beyond 1.96 standard
 * deviations. Months resemble the one before, for which Lorenz widens these and this does not: it tells only what is clear either way.
 */
export function broadThenConcentrated({ months }: PlainToken): { told: Told; rises: number[] } {
  const counted = months.slice(months.findIndex(({ owned }) => owned.size >= 50)).map(({ owned }) => [...owned.values()])
  const rises = [counted.map(toGini), counted.map(toHhi), counted.map((amounts) => -toFewest(amounts, 1 / 2))].map(toRise)
  if (counted.length < 24) return { told: 'cannotBeTold', rises }
  const [few, many] = [rises.filter((rise) => rise > 1.96).length, rises.filter((rise) => rise < -1.96).length]
  return { told: few >= 2 && many === 0 ? 'holds' : few === 0 ? 'doesNotHold' : 'mixed', rises }
}
