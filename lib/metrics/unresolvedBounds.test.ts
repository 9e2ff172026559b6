import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toDistribution } from '@/lib/domain/distribution'
import { bandMetricIds } from '@/lib/domain/headlineBand'
import { toMetric } from './registry'
import { toUnresolvedBounds } from './unresolvedBounds'

const distributionOf = (amounts: readonly bigint[]) => toDistribution(amounts.map((amount, i) => ({ account: `0x${i.toString(16).padStart(40, '0')}`, amount })))
const valueOf = (amounts: readonly bigint[], id: string) => {
  const result = toMetric(id).measure(distributionOf(amounts))
  return result.status === 'ok' ? result.value : NaN
}

/** Every way to hand out `left` units to `places` holders, known and new ones alike. */
function* handedOut(places: number, left: number): Generator<number[]> {
  if (places === 1) yield [left]
  else for (let first = 0; first <= left; first++) for (const rest of handedOut(places - 1, left - first)) yield [first, ...rest]
}

const known = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })

it('by hand: 60 and 20 known of 100', () => {
  const bounds = toUnresolvedBounds(distributionOf([60n, 20n]), 20n)!
  // All to the 60: .8² + .2² = .68. Thin: .6² + .2² = .4.
  expect(bounds.hhi).toEqual({ low: 0.4, high: 0.68 })
  expect(bounds.top10Share).toEqual({ low: 0.8, high: 1 })
  expect(bounds.nakamoto50).toEqual({ low: 1, high: 1 })
  // Least unequal: 60 and 40: |60 − 40| / (2 · 100) = .1.
  expect(bounds.gini).toEqual({ low: 0.1, high: 1 })
  // 10, 10, 10 of 60: all to one: 40 of 60; thin: nobody has half.
  expect(toUnresolvedBounds(distributionOf([10n, 10n, 10n]), 30n)!.nakamoto50).toEqual({ low: 1, high: null })
  expect(toUnresolvedBounds(distributionOf([10n, 10n, 10n]), 30n)!.gini.low).toBe(0)
})

it('no way of handing it out lies outside, and every bound that one way can reach is reached', () => {
  fc.assert(fc.property(known, fc.integer({ min: 1, max: 5 }), (amounts, unresolved) => {
    // Three more holders beside the known; amounts a thousandfold, so that a piece can be next to nothing.
    const places = amounts.length + 3
    const ways = [...handedOut(places, unresolved)].map((parts) => parts.map((part, i) => BigInt(1000 * ((amounts[i] ?? 0) + part))).filter((amount) => amount > 0n))
    const bounds = toUnresolvedBounds(distributionOf(amounts.map((amount) => BigInt(1000 * amount))), BigInt(1000 * unresolved))!
    for (const id of bandMetricIds) {
      const values = ways.map((way) => valueOf(way, id))
      expect(Math.min(...values), `${id} low`).toBeGreaterThanOrEqual(bounds[id].low - 1e-12)
      expect(Math.max(...values), `${id} high`).toBeLessThanOrEqual((bounds[id].high ?? Infinity) + 1e-12)
    }
    expect(bounds.nakamoto50.low).toBe(Math.min(...ways.map((way) => valueOf(way, 'nakamoto50'))))
    expect(bounds.hhi.high).toBeCloseTo(Math.max(...ways.map((way) => valueOf(way, 'hhi'))), 12)
    expect(bounds.top10Share.high).toBeCloseTo(Math.max(...ways.map((way) => valueOf(way, 'top10Share'))), 12)
    // Next to nothing each: a thousandth of the unit.
    const thin = [...amounts.map((amount) => BigInt(10 ** 6 * amount)), ...Array<bigint>(1000 * unresolved).fill(1000n)]
    expect(bounds.hhi.low).toBeCloseTo(valueOf(thin, 'hhi'), 2)
    if (bounds.nakamoto50.high !== null) expect(Math.abs(valueOf(thin, 'nakamoto50') - bounds.nakamoto50.high)).toBeLessThanOrEqual(1)
  }), { numRuns: 60 })
})

it('the least Gini is reached where the level comes out whole', () => {
  fc.assert(fc.property(known, fc.integer({ min: 1, max: 6 }), (amounts, unresolved) => {
    // Levels are fractions of at most 4 holders: in twelfths of a unit every level is whole.
    const whole = amounts.map((amount) => BigInt(12 * amount))
    const low = Math.min(...[...handedOut(amounts.length, unresolved * 12)].map((parts) => valueOf(parts.map((part, i) => BigInt(part) + whole[i]!), 'gini')))
    expect(toUnresolvedBounds(distributionOf(whole), BigInt(12 * unresolved))!.gini.low).toBeCloseTo(low, 12)
  }), { numRuns: 6 })
})

it('has nothing to say of nobody, nor of nothing', () => {
  expect(toUnresolvedBounds(distributionOf([]), 5n)).toBeNull()
  expect(() => toUnresolvedBounds(distributionOf([5n]), 0n)).toThrow('nothing is unresolved')
})
