import { expect, it } from 'vitest'
import { toAttachment, type GrowthCell } from './attachment'
import { rankDistance, rankExponent } from './rankTransform'
import { studentQuantile975 } from './studentQuantile'

const sizes = [1, 3, 10, 40, 200]

/** Fourteen months of five cells, of 1 to 5 accounts, without any order in what they gained but that of their size. */
const months: GrowthCell[][] = Array.from({ length: 14 }, (_, index) => sizes.map((size, place) => {
  const [month, nth] = [index + 1, place + 1]
  return { logSize: Math.log(size * (1 + (month % 3))), accounts: nth, grown: (((nth * 7 + month * 5) % 11) + 1) * Math.round(size ** 0.8 * 10) }
}))

it('equals Poisson regression with effects of months, and the jackknife over them', () => {
  // R 4: glm(I(g/n) ~ log(x) + factor(t), quasipoisson, weights = n); the same without one month after the other, √(13/14 · Σ_t (α_t − α)²), times
  // qt(0.975, 13).
  const result = toAttachment(months)
  if (result.status !== 'ok') throw new Error(result.reason)
  const { alpha, low, high } = result.value
  expect(alpha).toBeCloseTo(0.601761796069, 9)
  expect((high - low) / 2 / 2.160369).toBeCloseTo(0.06598932417, 5)
  expect((high + low) / 2).toBeCloseTo(alpha, 12)
  expect(result.value.months).toBe(14)
})

it('finds the exponent of growth that follows one, by both ways, and no distance from it', () => {
  for (const exponent of [0, 0.5, 1, 1.3]) {
    const exact = months.map((cells) => cells.map((cell) => ({ ...cell, grown: cell.accounts * Math.exp(exponent * cell.logSize) })))
    const result = toAttachment(exact)
    if (result.status !== 'ok') throw new Error(result.reason)
    expect(result.value.alpha).toBeCloseTo(exponent, 9)
    expect(result.value.high - result.value.low).toBeLessThan(1e-6)
    expect(result.value.byRanks).toBe(exponent)
    expect(result.value.distance).toBeLessThan(1e-12)
  }
})

it('is the same in any unit of size and of growth', () => {
  const other = months.map((cells) => cells.map((cell) => ({ ...cell, logSize: cell.logSize + 41.4, grown: cell.grown * 1e18 })))
  const [one, same] = [toAttachment(months), toAttachment(other)]
  if (one.status !== 'ok' || same.status !== 'ok') throw new Error('undefined')
  for (const part of ['alpha', 'low', 'high', 'byRanks', 'distance'] as const) expect(same.value[part]).toBeCloseTo(one.value[part], 8)
})

it('measures the rank transform’s distance by hand', () => {
  // Sizes 1 and 3, one account each. With α = 1 a quarter of the weight lies up to the smaller, half of the growth does: 1/2 − 1/4.
  const cells = [{ logSize: 0, accounts: 1, grown: 5 }, { logSize: Math.log(3), accounts: 1, grown: 5 }]
  expect(rankDistance([cells], 1)).toBeCloseTo(0.25, 12)
  // Growth does not depend on size: α = 0, of which half lies up to the smaller.
  expect(rankExponent([cells])).toBe(0)
  expect(rankDistance([cells], 0)).toBeLessThan(1e-12)
})

it('says why it is not told', () => {
  expect(toAttachment(months.slice(0, 11))).toEqual({ status: 'undefined', reason: 'fewMonths' })
  expect(toAttachment([...months.slice(0, 11), [{ logSize: 1, accounts: 4, grown: 0 }]])).toEqual({ status: 'undefined', reason: 'fewMonths' })
  const alike = Array.from({ length: 12 }, () => [{ logSize: 2, accounts: 9, grown: 3 }])
  expect(toAttachment(alike)).toEqual({ status: 'undefined', reason: 'sameSize' })
  const largestOnly = Array.from({ length: 12 }, () => [{ logSize: 0, accounts: 9, grown: 0 }, { logSize: 1, accounts: 1, grown: 3 }])
  expect(toAttachment(largestOnly)).toEqual({ status: 'undefined', reason: 'oneGrew' })
})

it('tells Student’s quantile as R does', () => {
  // qt(0.975, c(4, 10, 11, 13, 34, 100))
  const known = [[4, 2.776445, 0.01], [10, 2.228139, 0.0002], [11, 2.200985, 0.0002], [13, 2.160369, 0.0002], [34, 2.032245, 0.0002], [100, 1.983972, 0.0002]] as const
  for (const [freedom, value, within] of known) expect(Math.abs(studentQuantile975(freedom) - value)).toBeLessThan(within)
  expect(() => studentQuantile975(3)).toThrow(RangeError)
})
