import { toRatio } from '@/lib/domain/amount'
import type { Decomposition, GroupInequality, Split } from '@/lib/domain/decomposition'
import type { Distribution } from '@/lib/domain/distribution'
import { toParts, type Partition } from '@/lib/domain/partition'
import { toGiniFraction } from './giniFraction'
import { toMeanTerms } from './meanTerms'
import { sumOfSquares } from './sumOfSquares'

/**
 * How much of the inequality lies within groups, and how much between them. With p a group's share of the holders and s its share of the total:
 *
 * - Theil T = Σ s T_k + Σ s ln(s/p); Theil L = Σ p L_k + Σ p ln(p/s) (Shorrocks 1980, The Class of Additively Decomposable Inequality Measures).
 * - Gini = Σ p s G_k + the Gini if everyone had the mean of their group + overlap (Bhattacharya & Mahalanobis 1967; Mookherjee & Shorrocks 1982).
 *   The three are exact fractions over n Σx, each rounded once.
 * - HHI = Σ over groups of the squared shares of their accounts; beside it the HHI of the groups.
 *
 * @returns null for nobody
 * @example decompose(distribution, partition)?.theilT // insiders 40, 20, 10, six others 5: { total: 0.379843…, within: 0.100039…, between: 0.279804… }
 */
export function decompose<Group extends string>(distribution: Distribution, partition: Partition<Group>): Decomposition<Group> | null {
  if (distribution.count === 0) return null
  const parts = toParts(distribution, partition)
  const { total } = distribution
  const squares = (amount: bigint) => toRatio(amount, total * total)
  return {
    ...splitTheil(distribution, parts),
    gini: splitGini(distribution, parts),
    hhi: { accounts: squares(sumOfSquares(distribution)), groups: squares(parts.reduce((sum, part) => sum + part.total * part.total, 0n)) },
    groups: parts.map((part, place): GroupInequality<Group> => {
      const { numerator, denominator } = toGiniFraction(part)
      return {
        group: partition.groups[place]!,
        accounts: part.count,
        amount: part.total,
        gini: toRatio(numerator, denominator),
        theilT: theilTOf(part),
        theilL: theilLOf(part),
        hhi: squares(sumOfSquares(part)),
      }
    }).sort((a, b) => (a.amount === b.amount ? (a.group < b.group ? -1 : 1) : a.amount > b.amount ? -1 : 1)),
  }
}

// Near equality the terms cancel, and rounding may leave a tiny negative.
const theilTOf = (part: Distribution) => Math.max(0, toMeanTerms(part).weightedLog)
const theilLOf = (part: Distribution) => Math.max(0, -toMeanTerms(part).log)

function splitTheil(whole: Distribution, parts: readonly Distribution[]): { theilT: Split; theilL: Split } {
  const [theilT, theilL] = [{ within: 0, between: 0 }, { within: 0, between: 0 }]
  const count = BigInt(whole.count)
  for (const part of parts) {
    const members = BigInt(part.count)
    const [ofHolders, ofTotal] = [toRatio(members, count), toRatio(part.total, whole.total)]
    // The group's mean over the mean of all, rounded once.
    const log = Math.log(toRatio(part.total * count, whole.total * members))
    theilT.within += ofTotal * theilTOf(part)
    theilT.between += ofTotal * log
    theilL.within += ofHolders * theilLOf(part)
    theilL.between -= ofHolders * log
  }
  const close = ({ within, between }: Omit<Split, 'total'>, total: number): Split => ({ total, within, between: Math.max(0, between) })
  return { theilT: close(theilT, theilTOf(whole)), theilL: close(theilL, theilLOf(whole)) }
}

function splitGini(whole: Distribution, parts: readonly Distribution[]): Split & { overlap: number } {
  const { numerator, denominator } = toGiniFraction(whole)
  const within = parts.reduce((sum, part) => sum + toGiniFraction(part).numerator, 0n)
  // Σ over pairs of groups of n_k n_l |μ_k − μ_l|, in whole numbers.
  let between = 0n
  parts.forEach((one, place) => {
    for (const other of parts.slice(place + 1)) {
      const apart = one.total * BigInt(other.count) - other.total * BigInt(one.count)
      between += apart < 0n ? -apart : apart
    }
  })
  const ratio = (part: bigint) => toRatio(part, denominator)
  return { total: ratio(numerator), within: ratio(within), between: ratio(between), overlap: ratio(numerator - within - between) }
}
