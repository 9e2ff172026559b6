import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toDistribution } from '@/lib/domain/distribution'
import { measure } from './registry'

/**
 * A slow reference: definitions written out over all pairs and thresholds, in whole numbers; the quotient to 30 digits, and only then a double.
 */
const quotient = (numerator: bigint, denominator: bigint) => Number((numerator * 10n ** 30n) / denominator) / 1e30
const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n)
const absolute = (value: bigint) => (value < 0n ? -value : value)

function reference(list: readonly bigint[]): Record<string, number> {
  const sorted = [...list].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  const n = BigInt(list.length)
  const total = sum(list)
  const pairs = sum(list.flatMap((x) => list.map((y) => absolute(x - y))))
  const squares = sum(list.map((x) => x * x))
  const fewest = (numerator: bigint, denominator: bigint) =>
    sorted.findIndex((_, i) => sum(sorted.slice(0, i + 1)) * denominator > total * numerator) + 1
  const tenfold = sorted.flatMap((x) => Array<bigint>(10).fill(x))
  return {
    gini: quotient(pairs, 2n * n * total),
    giniCorrected: quotient(pairs, 2n * (n - 1n) * total),
    gini500: quotient(pairs, 2n * n * total),
    hoover: quotient(sum(list.map((x) => absolute(n * x - total))), 2n * n * total),
    hhi: quotient(squares, total * total),
    hhiNormalised: quotient(n * squares - total * total, (n - 1n) * total * total),
    effectiveHolders: quotient(total * total, squares),
    top1Share: quotient(sum(sorted.slice(0, 1)), total),
    top5Share: quotient(sum(sorted.slice(0, 5)), total),
    top10Share: quotient(sum(sorted.slice(0, 10)), total),
    top50Share: quotient(sum(sorted.slice(0, 50)), total),
    // Ten copies of everyone make 10 % and 40 % whole numbers of holders.
    palma: quotient(sum(tenfold.slice(0, list.length)), sum(tenfold.slice(-4 * list.length))),
    nakamoto33: fewest(1n, 3n),
    nakamoto50: fewest(1n, 2n),
    nakamoto67: fewest(2n, 3n),
    nakamotoPercent: fewest(1n, 2n) / list.length,
  }
}

it('ratios are within 1e-12 of exact rational arithmetic, however large the amounts', () => {
  const amount = fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 10n ** 27n), fc.bigInt(10n ** 27n, 10n ** 77n))
  fc.assert(
    fc.property(fc.array(amount, { minLength: 2, maxLength: 60 }), (list) => {
      const results = measure(toDistribution(list.map((amount, i) => ({ account: `0x${i.toString(16).padStart(40, '0')}`, amount }))))
      for (const [id, expected] of Object.entries(reference(list))) {
        const result = results[id]!
        if (result.status !== 'ok') throw new Error(`${id} is undefined: ${result.reason}`)
        // Palma has no upper bound, so its error is measured against its size.
        expect(Math.abs(result.value - expected) / Math.max(1, expected), `${id}: ${result.value} for ${expected}`).toBeLessThan(1e-12)
      }
    }),
  )
})
