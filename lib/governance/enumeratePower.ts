import { toRatio } from '@/lib/domain/amount'
import type { VotingPower } from './votingPower'

/** Up to so many voters every coalition is looked at: at most a million. */
export const mostEnumerated = 20

/**
 * The power indices of few voters, exact for any weights: every coalition in which somebody is critical is looked at, and counted by its size.
 * Of n voters, with c(k) the winning coalitions of k that lose without voter i: absolute Banzhaf is Σ c(k) / 2^(n−1), Shapley–Shubik
 * Σ c(k) (k−1)! (n−k)! / n!.
 *
 * @param weights positive, largest first, at most `mostEnumerated`
 * @param quota a coalition wins with at least so much; above 0, at most the sum
 * @example enumeratePower([50n, 49n, 1n], 51n)[0] // { banzhafAbsolute: 0.75, banzhaf: 0.6, shapleyShubik: 0.6666666666666666 }
 */
export function enumeratePower(weights: readonly bigint[], quota: bigint): VotingPower[] {
  const critical = countCritical(weights, quota)
  const count = weights.length
  const factorials = toFactorials(count)
  const swings = critical.map((bySize) => bySize.reduce((sum, ways) => sum + BigInt(ways), 0n))
  const orders = critical.map((bySize) =>
    bySize.reduce((sum, ways, size) => (ways === 0 ? sum : sum + BigInt(ways) * factorials[size - 1]! * factorials[count - size]!), 0n),
  )
  const allSwings = swings.reduce((sum, each) => sum + each, 0n)
  return weights.map((_, i) => ({
    banzhafAbsolute: toRatio(swings[i]!, 1n << BigInt(count - 1)),
    banzhaf: toRatio(swings[i]!, allSwings),
    shapleyShubik: toRatio(orders[i]!, factorials[count]!),
  }))
}

/** In how many winning coalitions of each size each voter is critical. */
function countCritical(weights: readonly bigint[], quota: bigint): number[][] {
  const count = weights.length
  const critical = weights.map(() => new Array<number>(count + 1).fill(0))
  const left = weights.map((_, from) => weights.slice(from).reduce((sum, weight) => sum + weight, 0n))
  const members: number[] = []
  const visit = (next: number, sum: bigint): void => {
    // The first member is the largest: where it can be spared, so can all others, also with more members.
    if (members.length > 0 && sum - weights[members[0]!]! >= quota) return
    if (sum + (left[next] ?? 0n) < quota) return
    if (next === count) {
      for (const member of members) {
        if (sum - weights[member]! >= quota) break
        critical[member]![members.length]! += 1
      }
      return
    }
    members.push(next)
    visit(next + 1, sum + weights[next]!)
    members.pop()
    visit(next + 1, sum)
  }
  visit(0, 0n)
  return critical
}

function toFactorials(count: number): bigint[] {
  const factorials = [1n]
  for (let i = 1; i <= count; i++) factorials.push(factorials[i - 1]! * BigInt(i))
  return factorials
}
