import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDistribution, type Distribution } from '@/lib/domain/distribution'
import type { MetricResult } from '@/lib/domain/metric'
import { measure, metrics } from './registry'

const account = (i: number) => `0x${i.toString(16).padStart(40, '0')}` as const

const distributionOf = (amounts: readonly bigint[]): Distribution =>
  toDistribution(amounts.map((amount, i) => ({ account: account(i + 1), amount })))

/** Amounts of very different sizes, as tokens have: from one unit to a billion tokens of 18 decimals. */
const amounts = (minLength: number) =>
  fc.array(fc.tuple(fc.bigInt(1n, 999_999n), fc.integer({ min: 0, max: 21 })).map(([digits, power]) => digits * 10n ** BigInt(power)), {
    minLength,
    maxLength: 120,
  })

function expectSame(actual: Readonly<Record<string, MetricResult>>, expected: Readonly<Record<string, MetricResult>>) {
  for (const { id } of metrics) {
    const [a, b] = [actual[id]!, expected[id]!]
    expect(a.status, id).toBe(b.status)
    if (a.status === 'ok' && b.status === 'ok') expectClose(a.value, b.value, id)
    if (a.status === 'undefined') expect(a, id).toEqual(b)
  }
}

const expectClose = (actual: number, expected: number, id: string) =>
  expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)), `${id}: ${actual} for ${expected}`).toBeLessThan(1e-12)

const valueOf = (results: Readonly<Record<string, MetricResult>>, id: string) => {
  const result = results[id]!
  if (result.status !== 'ok') throw new Error(`${id} is undefined: ${result.reason}`)
  return result.value
}

describe('laws that every metric keeps', () => {
  it('same value in any unit of account', () => {
    fc.assert(
      fc.property(amounts(0), fc.bigInt(2n, 10n ** 18n), (list, unit) => {
        expectSame(measure(distributionOf(list.map((amount) => amount * unit))), measure(distributionOf(list)))
      }),
    )
  })

  it('same value in any order of holders', () => {
    fc.assert(
      fc.property(
        amounts(0).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(measure(distributionOf(shuffled))).toEqual(measure(distributionOf(list)))
        },
      ),
    )
  })

  it('leaves its input as it was: the input is frozen', () => {
    const distribution = distributionOf([5n, 3n, 3n, 1n])
    expect(Object.isFrozen(distribution) && Object.isFrozen(distribution.amounts)).toBe(true)
    expect(() => measure(distribution)).not.toThrow()
  })

  it('never NaN, never infinite, never negative, and never −0', () => {
    fc.assert(
      fc.property(amounts(0), (list) => {
        for (const [id, result] of Object.entries(measure(distributionOf(list)))) {
          if (result.status === 'undefined') continue
          expect(Number.isFinite(result.value) && result.value >= 0 && !Object.is(result.value, -0), `${id}: ${result.value}`).toBe(true)
        }
      }),
    )
  })

  it('stays between its extremes', () => {
    fc.assert(
      fc.property(amounts(2), (list) => {
        const n = list.length
        const results = measure(distributionOf(list))
        for (const id of ['gini', 'hoover', 'atkinson05']) expect(valueOf(results, id)).toBeLessThanOrEqual(1 - 1 / n + 1e-12)
        for (const id of ['shannonEntropy', 'minEntropy', 'collisionEntropy'])
          expect(valueOf(results, id)).toBeLessThanOrEqual(Math.log2(n) + 1e-12)
        for (const id of ['giniCorrected', 'hhi', 'hhiNormalised', 'entropyRatio', 'atkinson1', 'top1Share', 'nakamotoPercent'])
          expect(valueOf(results, id)).toBeLessThanOrEqual(1)
        expect(valueOf(results, 'theilT')).toBeLessThanOrEqual(Math.log(n) + 1e-12)
        expect(valueOf(results, 'palma')).toBeGreaterThanOrEqual(0.25)
        expect(valueOf(results, 'effectiveHolders')).toBeLessThanOrEqual(n + 1e-9)
      }),
    )
  })
})

describe('extremes', () => {
  it('nobody: a count of 0, and everything else undefined', () => {
    const { holders, ...others } = measure(distributionOf([]))
    expect(holders).toEqual({ status: 'ok', value: 0 })
    for (const result of Object.values(others)) expect(result).toEqual({ status: 'undefined', reason: 'noHolders' })
  })

  it('one holder has everything', () => {
    const results = measure(distributionOf([7n]))
    const one = ['holders', 'effectiveHolders', 'top1Share', 'top5Share', 'top10Share', 'top50Share', 'top100Share', 'top1PercentShare']
    for (const id of [...one, 'hhi', 'nakamoto33', 'nakamoto50', 'nakamoto67', 'nakamotoPercent']) expect(valueOf(results, id), id).toBe(1)
    for (const id of ['gini', 'gini500', 'hoover', 'shannonEntropy', 'minEntropy', 'collisionEntropy', 'theilT', 'theilL', 'atkinson05', 'atkinson1'])
      expect(valueOf(results, id), id).toBe(0)
    // The top tenth of the one holder over four tenths of the same.
    expect(valueOf(results, 'palma')).toBe(0.25)
    for (const id of ['giniCorrected', 'hhiNormalised', 'entropyRatio'])
      expect(results[id], id).toEqual({ status: 'undefined', reason: 'oneHolder' })
    expect(results.paretoAlpha).toEqual({ status: 'undefined', reason: 'shortTail' })
  })

  it('equal holders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.bigInt(1n, 10n ** 27n), (n, amount) => {
        const results = measure(distributionOf(Array<bigint>(n).fill(amount)))
        for (const id of ['gini', 'giniCorrected', 'gini500', 'hoover', 'hhiNormalised', 'theilT', 'theilL', 'atkinson05', 'atkinson1'])
          expect(valueOf(results, id), id).toBe(0)
        expect(valueOf(results, 'effectiveHolders')).toBe(n)
        expect(valueOf(results, 'hhi')).toBe(1 / n)
        for (const k of [1, 5, 10, 50, 100]) expect(valueOf(results, `top${k}Share`)).toBe(Math.min(1, k / n))
        expect(valueOf(results, 'nakamoto33')).toBe(Math.floor(n / 3) + 1)
        expect(valueOf(results, 'nakamoto50')).toBe(Math.floor(n / 2) + 1)
        expect(valueOf(results, 'nakamoto67')).toBe(Math.floor((2 * n) / 3) + 1)
        for (const id of ['shannonEntropy', 'minEntropy', 'collisionEntropy']) expectClose(valueOf(results, id), Math.log2(n), id)
        expectClose(valueOf(results, 'entropyRatio'), 1, 'entropyRatio')
        expect(valueOf(results, 'palma')).toBe(0.25)
        expect(results.paretoAlpha).toEqual({ status: 'undefined', reason: n < 50 ? 'shortTail' : 'equalTail' })
      }),
    )
  })
})

describe('replication: every holder twice', () => {
  it('changes each metric as its definition says', () => {
    fc.assert(
      fc.property(amounts(2), (list) => {
        const once = measure(distributionOf(list))
        const twice = measure(distributionOf([...list, ...list]))
        const expectTwice = (id: string, expected: number) => expectClose(valueOf(twice, id), expected, id)
        for (const id of ['gini', 'hoover', 'theilT', 'theilL', 'atkinson05', 'atkinson1', 'palma']) expectTwice(id, valueOf(once, id))
        for (const id of ['holders', 'effectiveHolders']) expectTwice(id, 2 * valueOf(once, id))
        for (const id of ['hhi', 'top1Share']) expectTwice(id, valueOf(once, id) / 2)
        for (const id of ['shannonEntropy', 'minEntropy', 'collisionEntropy']) expectTwice(id, valueOf(once, id) + 1)
        // Twice as many hold the same sum, or one fewer where half of the last pair is enough.
        for (const id of ['nakamoto33', 'nakamoto50', 'nakamoto67']) {
          const fewest = valueOf(once, id)
          expect([2 * fewest - 1, 2 * fewest]).toContain(valueOf(twice, id))
        }
        expectTwice('top10Share', valueOf(once, 'top5Share'))
        expectTwice('top100Share', valueOf(once, 'top50Share'))
      }),
    )
  })

  it('lowers the corrected Gini of a small group', () => {
    // [3, 1]: 1/4 · 2/1 = 1/2. Twice: 1/4 · 4/3 = 1/3.
    expect(valueOf(measure(distributionOf([3n, 1n])), 'giniCorrected')).toBe(0.5)
    expect(valueOf(measure(distributionOf([3n, 3n, 1n, 1n])), 'giniCorrected')).toBeCloseTo(1 / 3, 15)
  })
})

it('dust: m holders of almost nothing raise the Gini to (nG + m)/(n + m)', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 50 }), fc.integer({ min: 1, max: 50 }), (list, dust) => {
      const n = list.length
      const whole = list.map((amount) => amount * 10n ** 30n)
      const before = valueOf(measure(distributionOf(whole)), 'gini')
      const after = valueOf(measure(distributionOf([...whole, ...Array<bigint>(dust).fill(1n)])), 'gini')
      expectClose(after, (n * before + dust) / (n + dust), 'gini')
    }),
  )
})
