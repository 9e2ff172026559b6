import { toRatio } from '@/lib/domain/amount'
import type { Distribution } from '@/lib/domain/distribution'
import type { Completion } from './completions'
import { toGiniFraction, type Fraction } from './giniFraction'
import { shannonEntropy } from './shannonEntropy'
import { sumOfSquares } from './sumOfSquares'

/**
 * The measures of a list together with unlisted holders that come in runs of equals, without writing every unlisted holder down.
 * The same definitions as the metrics of the same names; the list must not be empty.
 *
 * @example measureCompleted(listed, [{ amount: 1n, count: 1_000_000n }]).hhi // of 1000n: 9.98…e-7
 */
export function measureCompleted(listed: Distribution, unlisted: Completion): Record<string, number> {
  const total = unlisted.reduce((sum, { amount, count }) => sum + amount * count, listed.total)
  const count = unlisted.reduce((sum, run) => sum + run.count, BigInt(listed.amounts.length))
  const squares = unlisted.reduce((sum, { amount, count }) => sum + amount * amount * count, sumOfSquares(listed))
  const effective = toRatio(total * total, squares)
  const top = (size: number) => toRatio(sumOfTop(listed, unlisted, BigInt(size)), total)
  const nakamoto = (numerator: bigint, denominator: bigint) => fewestToExceed(listed, unlisted, { numerator: numerator * total, denominator })
  return {
    holders: Number(count),
    effectiveHolders: effective,
    top1Share: top(1),
    top5Share: top(5),
    top10Share: top(10),
    top50Share: top(50),
    top100Share: top(100),
    gini: toRatio((count - 1n) * total - 2n * rankWeightedSum(listed, unlisted), count * total),
    hhi: toRatio(squares, total * total),
    nakamoto33: nakamoto(1n, 3n),
    nakamoto50: nakamoto(1n, 2n),
    nakamoto67: nakamoto(2n, 3n),
    shannonEntropy: entropyOf(listed, unlisted, total),
    minEntropy: Math.log2(toRatio(total, listed.amounts[0]!)),
    collisionEntropy: Math.log2(effective),
  }
}

/** Σ rank · amount, the largest holder having rank 0. */
function rankWeightedSum(listed: Distribution, unlisted: Completion): bigint {
  let rank = BigInt(listed.amounts.length)
  let sum = ((rank - 1n) * listed.total - toGiniFraction(listed).numerator) / 2n
  for (const { amount, count } of unlisted) {
    sum += amount * (count * rank + (count * (count - 1n)) / 2n)
    rank += count
  }
  return sum
}

function sumOfTop({ amounts }: Distribution, unlisted: Completion, size: bigint): bigint {
  let sum = 0n
  for (let i = 0; i < Math.min(Number(size), amounts.length); i++) sum += amounts[i]!
  let left = size - BigInt(amounts.length)
  for (const { amount, count } of unlisted) {
    if (left <= 0n) break
    sum += amount * (left < count ? left : count)
    left -= count
  }
  return sum
}

/** The fewest holders k with denominator · Σ > numerator; the numerator is a part of the total. */
function fewestToExceed({ amounts }: Distribution, unlisted: Completion, { numerator, denominator }: Fraction): number {
  let sum = 0n
  for (let i = 0; i < amounts.length; i++) {
    sum += amounts[i]!
    if (denominator * sum > numerator) return i + 1
  }
  let holders = BigInt(amounts.length)
  for (const { amount, count } of unlisted) {
    const needed = (numerator - denominator * sum) / (denominator * amount) + 1n
    if (needed <= count) return Number(holders + needed)
    sum += amount * count
    holders += count
  }
  return Number(holders)
}

/** In bits; next to nothing adds nothing. The listed part has its own entropy and, drawn with probability S/T, comes with log₂(T/S) more. */
function entropyOf(listed: Distribution, unlisted: Completion, total: bigint): number {
  const own = shannonEntropy.measure(listed)
  const listedShare = toRatio(listed.total, total)
  const inside = listedShare * ((own.status === 'ok' ? own.value : 0) + Math.log2(toRatio(total, listed.total)))
  const holding = unlisted.filter(({ amount }) => amount > 0n)
  return holding.reduce((sum, { amount, count }) => sum + toRatio(amount * count, total) * Math.log2(toRatio(total, amount)), inside)
}
