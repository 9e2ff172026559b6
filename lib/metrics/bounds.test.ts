import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDistribution, type Distribution } from '@/lib/domain/distribution'
import type { Bounds } from '@/lib/domain/metric'
import { measureTruncated, toBounds } from './bounds'
import { measure } from './registry'

const distributionOf = (amounts: readonly bigint[]): Distribution =>
  toDistribution(amounts.map((amount, i) => ({ account: `0x${(i + 1).toString(16).padStart(40, '0')}`, amount })))

/** Every way to split `missing` among holders that have 1 to `most` each, largest first. */
function* partitions(missing: number, most: number): Generator<number[]> {
  if (missing === 0) yield []
  for (let first = Math.min(missing, most); first >= 1; first--) for (const rest of partitions(missing - first, first)) yield [first, ...rest]
}

const valueOf = (amounts: readonly bigint[], id: string) => {
  const result = measure(distributionOf(amounts))[id]!
  return result.status === 'ok' ? result.value : NaN
}

/** The lowest and the highest value over all ways, written out. */
function searched(ways: readonly bigint[][], id: string): Bounds {
  const values = ways.map((way) => valueOf(way, id))
  return { low: Math.min(...values), high: Math.max(...values) }
}

const listedSmall = fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 4 })

describe('toBounds', () => {
  it('total and number known: exactly the extremes of every possible completion', () => {
    fc.assert(
      fc.property(listedSmall, fc.integer({ min: 1, max: 10 }), fc.nat(), (listed, missing, choice) => {
        const all = [...partitions(missing, Math.min(...listed))]
        const unlisted = all[choice % all.length]!.length
        const ways = all.filter((way) => way.length === unlisted).map((way) => [...listed, ...way].map(BigInt))
        const total = BigInt(listed.reduce((a, b) => a + b, 0) + missing)
        const bounds = toBounds(distributionOf(listed.map(BigInt)), { total, holders: listed.length + unlisted })!
        for (const [id, { low, high }] of Object.entries(bounds)) {
          const expected = searched(ways, id)
          expect(low, `${id} low`).toBeCloseTo(expected.low, 10)
          expect(high, `${id} high`).toBeCloseTo(expected.high!, 10)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('number known alone: the end of equals is reached, the other approached by holders of next to nothing', () => {
    fc.assert(
      fc.property(listedSmall, fc.integer({ min: 1, max: 3 }), (listed, unlisted) => {
        const most = Math.min(...listed)
        const ways: bigint[][] = []
        for (let missing = unlisted; missing <= unlisted * most; missing++)
          for (const way of partitions(missing, most)) if (way.length === unlisted) ways.push([...listed, ...way].map(BigInt))
        const nearlyNothing = [...listed.map((amount) => BigInt(amount) * 10n ** 15n), ...Array<bigint>(unlisted).fill(1n)]
        const equals = [...listed, ...Array<number>(unlisted).fill(most)].map(BigInt)
        for (const [id, { low, high }] of Object.entries(toBounds(distributionOf(listed.map(BigInt)), { holders: listed.length + unlisted })!)) {
          const inside = searched(ways, id)
          expect(low, `${id} low`).toBeLessThanOrEqual(inside.low + 1e-12)
          expect(high, `${id} high`).toBeGreaterThanOrEqual(inside.high! - 1e-12)
          const ends = [valueOf(nearlyNothing, id), valueOf(equals, id)]
          // A tie at one half is decided by the last unit, so for counts the approached end may be one beyond.
          const away = id.startsWith('nakamoto') ? 1 : 1e-9
          expect(Math.abs(low - Math.min(...ends)), `${id} low`).toBeLessThanOrEqual(away)
          expect(Math.abs(high! - Math.max(...ends)), `${id} high`).toBeLessThanOrEqual(away)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('total known alone: no completion lies outside, and the bounds that one can reach are reached', () => {
    fc.assert(
      fc.property(listedSmall, fc.integer({ min: 1, max: 9 }), (listed, missing) => {
        const ways = [...partitions(missing, Math.min(...listed))].map((way) => [...listed, ...way].map(BigInt))
        const total = BigInt(listed.reduce((a, b) => a + b, 0) + missing)
        const bounds = toBounds(distributionOf(listed.map(BigInt)), { total })!
        for (const [id, { low, high }] of Object.entries(bounds)) {
          const expected = searched(ways, id)
          expect(low, `${id} low`).toBeLessThanOrEqual(expected.low + 1e-12)
          if (high !== null) expect(high, `${id} high`).toBeGreaterThanOrEqual(expected.high! - 1e-12)
        }
        for (const id of ['holders', 'gini', 'effectiveHolders', 'shannonEntropy', 'collisionEntropy', 'nakamoto50'])
          expect(bounds[id]!.low, id).toBeCloseTo(searched(ways, id).low, 10)
        for (const id of ['hhi', 'top1Share', 'top5Share', 'top100Share']) expect(bounds[id]!.high, id).toBeCloseTo(searched(ways, id).high!, 10)
        expect([bounds.holders!.high, bounds.shannonEntropy!.high, bounds.gini!.high]).toEqual([null, null, 1])
      }),
      { numRuns: 100 },
    )
  })

  it('by hand: 50 and 25 of 100, four holders', () => {
    // The last two share 25: 13 and 12, or 24 and 1.
    // HHI: (2500 + 625 + 169 + 144) / 10⁴ and (2500 + 625 + 576 + 1) / 10⁴.
    const bounds = toBounds(distributionOf([50n, 25n]), { total: 100n, holders: 4 })!
    expect(bounds.hhi).toEqual({ low: 0.3438, high: 0.3702 })
    // Gini Σ(2i − 5)x/(4 · 100): (−3·12 − 13 + 25 + 150)/400 and (−3 − 24 + 25 + 150)/400.
    expect(bounds.gini).toEqual({ low: 126 / 400, high: 148 / 400 })
    expect(bounds.nakamoto50).toEqual({ low: 2, high: 2 })
    expect(bounds.top1Share).toEqual({ low: 0.5, high: 0.5 })
  })

  it('is null when nothing is missing or nothing is listed', () => {
    expect(toBounds(distributionOf([3n, 1n]), { total: 4n, holders: 2 })).toBeNull()
    expect(toBounds(distributionOf([3n, 1n]), { holders: 2 })).toBeNull()
    expect(toBounds(distributionOf([]), { total: 4n })).toBeNull()
  })

  it('says when list and whole contradict each other', () => {
    const listed = distributionOf([5n, 3n])
    expect(() => toBounds(listed, { total: 7n })).toThrow('adds up to more than the total')
    expect(() => toBounds(listed, { holders: 1 })).toThrow('more than the 1 there are')
    expect(() => toBounds(listed, { total: 8n, holders: 3 })).toThrow('nothing for 1 more holders')
    expect(() => toBounds(listed, { total: 10n, holders: 5 })).toThrow('3 more holders cannot share 2')
    expect(() => toBounds(listed, { total: 12n, holders: 3 })).toThrow('at least 2 more holders, not 1')
    expect(() => toBounds(listed, { total: 12n, holders: 2 })).toThrow('at least 2 more holders, not 0')
  })
})

describe('measureTruncated', () => {
  it('gives what the list decides, and says that the rest was cut off', () => {
    const listed = distributionOf([60n, 20n])
    const bounds = toBounds(listed, { total: 100n })!
    const results = measureTruncated(listed, bounds)
    expect(results.nakamoto50).toEqual({ status: 'ok', value: 1 })
    expect(results.nakamoto67).toEqual({ status: 'ok', value: 2 })
    expect(results.top1Share).toEqual({ status: 'ok', value: 0.6 })
    for (const id of ['palma', 'paretoAlpha', 'gini500']) expect(results[id], id).toEqual({ status: 'undefined', reason: 'cutOff' })
    for (const id of ['gini', 'holders']) expect(results[id], id).toEqual({ status: 'undefined', reason: 'cutOff', bounds: bounds[id] })
  })

  it('the Gini of the top 500 needs no more than 500', () => {
    const listed = distributionOf(Array.from({ length: 501 }, (_, i) => BigInt(1000 - i)))
    const results = measureTruncated(listed, toBounds(listed, { holders: 10_000 })!)
    expect(results.gini500).toEqual(measure(listed).gini500)
    expect(results.holders).toEqual({ status: 'ok', value: 10_000 })
  })
})
