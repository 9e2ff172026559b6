import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateTails } from './candidateTails'
import { toPowerLawTail } from './powerLawTail'

const logs = (amounts: readonly number[]) => Float64Array.from(amounts, Math.log).sort().reverse()

/** The quantiles of a Pareto law, p(x) ∝ x^(−alpha) from 1: what a sample of n looks like on average. */
const pareto = (n: number, alpha: number) => Array.from({ length: n }, (_, i) => ((i + 0.5) / n) ** (-1 / (alpha - 1)))

/** The definition written out: every tail, every holder, both sides of every step. */
function slowTail(sorted: Float64Array) {
  let best = { size: 0, alpha: NaN, distance: Infinity }
  for (let size = sorted.length; size > 1; size--) {
    if (sorted[size] === sorted[size - 1] || sorted[0] === sorted[size - 1]) continue
    const tail = [...sorted.slice(0, size)].map((log) => log - sorted[size - 1]!)
    const alpha = 1 + size / tail.reduce((a, b) => a + b, 0)
    const distance = Math.max(...tail.flatMap((log, i) => [i, i + 1].map((k) => Math.abs(Math.exp((1 - alpha) * log) - k / size))))
    // What is nearer by rounding alone is not nearer: the longer tail stays.
    if (distance < best.distance - 1e-12) best = { size, alpha, distance }
  }
  return best
}

describe('toPowerLawTail', () => {
  it('three amounts by hand', () => {
    // 4, 2, 1: alpha = 1 + 3/(ln 4 + ln 2) = 1 + 3/(3 ln 2). The fitted law leaves 1, 1/e, 1/e² above them, the list 2/3…1, 1/3…2/3, 0…1/3.
    // The largest distance is at 1: |1 − 2/3|. The shorter tail 4, 2: alpha = 1 + 2/ln 2, 1 against 1/2.
    const tail = toPowerLawTail(logs([4, 2, 1]))
    expect(tail).toMatchObject({ size: 3, distance: expect.closeTo(1 / 3, 12), alpha: expect.closeTo(1 + 1 / Math.log(2), 12) })
  })

  it('finds the exponent of a Pareto law', () => {
    for (const alpha of [1.5, 2.5]) expect(toPowerLawTail(logs(pareto(2000, alpha)))!.alpha).toBeCloseTo(alpha, 2)
  })

  it('finds where the tail begins', () => {
    // 600 from a Pareto law above 1, and 900 spread evenly below.
    const tail = toPowerLawTail(logs([...pareto(600, 2.2), ...Array.from({ length: 900 }, (_, i) => (i + 1) / 901)]))!
    expect(tail.size).toBeGreaterThan(550)
    expect(tail.size).toBeLessThan(700)
    expect(tail.alpha).toBeCloseTo(2.2, 1)
  })

  it('passes over no better tail than a search of everything finds', () => {
    // Shapes without chance in them: a mixture, waves, and one with many equals.
    const shapes = [
      [...pareto(150, 1.8), ...pareto(150, 4)],
      Array.from({ length: 300 }, (_, i) => Math.exp(3 * Math.sin(i) + (i % 7))),
      Array.from({ length: 999 }, (_, i) => Math.exp(2 * Math.sin(i * i) + Math.cos(i))),
      Array.from({ length: 400 }, (_, i) => Math.ceil(4000 / (i + 1)) * 50),
    ]
    for (const shape of shapes) {
      const slow = slowTail(logs(shape))
      expect(toPowerLawTail(logs(shape))).toMatchObject({ size: slow.size, alpha: expect.closeTo(slow.alpha, 9), distance: expect.closeTo(slow.distance, 9) })
    }
  })

  it('nor in lists of any shape', () => {
    const amount = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 40 })).map(([digits, power]) => digits * 1.4 ** power)
    fc.assert(
      fc.property(fc.array(amount, { minLength: 3, maxLength: 150 }), (amounts) => {
        const sorted = logs(amounts)
        const slow = slowTail(sorted)
        const tail = toPowerLawTail(sorted)
        if (slow.size === 0) expect(tail).toBeNull()
        else expect(tail).toMatchObject({ size: slow.size, distance: expect.closeTo(slow.distance, 9) })
      }),
      { numRuns: 300 },
    )
  })

  it('is null for equals', () => {
    expect(toPowerLawTail(logs([3, 3, 3]))).toBeNull()
  })
})

describe('candidateTails', () => {
  it('cuts no equals apart', () => expect(candidateTails(Float64Array.of(9, 4, 4, 1))).toEqual([4, 3, 1]))

  it('thins out many, keeping the whole list and the top', () => {
    const sizes = candidateTails(Float64Array.from({ length: 50_000 }, (_, i) => 50_000 - i))
    expect(sizes.length).toBeLessThanOrEqual(1000)
    expect([sizes[0], sizes.at(-1)]).toEqual([50_000, 1])
    expect(new Set(sizes).size).toBe(sizes.length)
  })
})
