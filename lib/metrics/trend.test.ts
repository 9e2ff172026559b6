import { describe, expect, it } from 'vitest'
import { mannKendall, toVarianceOfS } from './mannKendall'
import { normalTail } from './normalTail'
import { theilSen } from './theilSen'
import { toDirection, toTrend } from './trend'
import { toVarianceFactor } from './varianceFactor'

/** R, datasets: the Nile's flow at Aswan 1871 to 1900, and the level of Lake Huron 1875 to 1904 in feet, of which each year tells of the next. */
const nile = [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840]
const huron = [580.38, 581.86, 580.97, 580.8, 579.79, 580.39, 580.42, 580.82, 581.4, 581.32, 581.44, 581.68, 581.17, 580.53, 580.01, 579.91, 579.14, 579.16, 579.55, 579.67, 578.44, 578.24, 579.1, 579.09, 579.35, 578.82, 579.32, 579.01, 579, 579.8]
const toMoments = (values: readonly number[]) => values.map((value, time) => ({ time, value }))

it('the normal tail is R’s 2 * pnorm(-z)', () => {
  const known = [[0, 1], [0.5, 0.61707507745197387], [1, 0.31731050786291409], [1.959963984540054, 0.050000000000000024], [2.8, 0.0051102606608558676], [2.9, 0.0037316266007680768], [4, 6.3342483666239849e-5], [10, 1.5239706048321054e-23], [30, 9.8134278542963744e-198]] as const
  for (const [z, p] of known) {
    expect(normalTail(z) / p).toBeCloseTo(1, 12)
    expect(normalTail(-z)).toBe(normalTail(z))
  }
})

describe('Mann and Kendall', () => {
  it('of the Nile and of Lake Huron is what numpy gives from the definition, and p R’s cor.test', () => {
    expect(mannKendall(nile)).toMatchObject({ s: -31, variance: 3135 })
    expect(mannKendall(nile).p).toBeCloseTo(0.5920969758853979, 12)
    expect(mannKendall(huron)).toMatchObject({ s: -227, tau: -227 / 435 })
    // cor.test(1:30, LakeHuron[1:30], method = "kendall", exact = FALSE, continuity = TRUE)
    expect(mannKendall(huron).p).toBeCloseTo(5.52870052433254e-5, 15)
  })

  it('takes equal values off the variance: (4·3·13 − 2·1·9) / 18', () => {
    expect(toVarianceOfS([1, 2, 2, 3])).toBeCloseTo(138 / 18, 12)
  })

  it('tells nothing of nothing, of one value and of equal ones', () => {
    for (const values of [[], [1], [2, 2, 2]]) expect(mannKendall(values)).toMatchObject({ s: 0, tau: 0, p: 1 })
  })
})

describe('Theil and Sen', () => {
  it('is scipy’s theilslopes(method="joint")', () => {
    const [flow, level] = [theilSen(toMoments(nile))!, theilSen(toMoments(huron))!]
    expect(flow.slope).toBeCloseTo(-1.1111111111111112, 12)
    expect(flow.intercept).toBeCloseTo(1126.6666666666665, 9)
    expect([flow.low, flow.high]).toEqual([expect.closeTo(-9.470588235294118, 12), expect.closeTo(4.444444444444445, 12)])
    expect([level.slope, level.intercept, level.low, level.high].map((value) => value.toFixed(10))).toEqual([-0.07894736842105263, 581.1215789473683, -0.11545454545455414, -0.05142857142857338].map((value) => value.toFixed(10)))
  })

  it('does not know the line of one moment, and has one slope of two', () => {
    expect(theilSen([{ time: 1, value: 5 }])).toBeNull()
    expect(theilSen([{ time: 1, value: 5 }, { time: 3, value: 9 }])).toEqual({ slope: 2, intercept: 3, low: 2, high: 2 })
  })

  it('knows times that are not evenly spaced: slopes 1 over 1, 3 over 3 and 2 over 2', () => {
    expect(theilSen([{ time: 0, value: 0 }, { time: 1, value: 1 }, { time: 3, value: 3 }])).toMatchObject({ slope: 1, intercept: 0 })
  })
})

describe('trend', () => {
  it('is less sure of Lake Huron, of which each year tells of the next: Hamed & Rao’s factor and interval from numpy', () => {
    const trend = toTrend(toMoments(huron))!
    expect(trend.factor).toBeCloseTo(1.3869910838973039, 10)
    expect(trend.p).toBeCloseTo(0.0006178221357360287, 12)
    expect(trend.low).toBeCloseTo(-0.12210526315789737, 10)
    expect(trend.high).toBeCloseTo(-0.04666666666666212, 10)
    expect(toDirection(trend)).toBe(-1)
  })

  it('is no surer of a series that swings to and fro: its factor would be below 1', () => {
    expect(toVarianceFactor([1, 9, 2, 8, 3, 7, 2, 9, 1, 8, 2, 9])).toBe(1)
    expect(toVarianceFactor([4, 4, 4, 4, 4])).toBe(1)
    expect(toVarianceFactor([1, 2, 3])).toBe(1)
  })

  it('tells no direction of the Nile’s years, of equal values and of what is as likely as the level', () => {
    expect(toDirection(toTrend(toMoments(nile))!)).toBe(0)
    expect(toDirection(toTrend(toMoments([1, 1, 1, 1]))!)).toBe(0)
    expect(toDirection({ s: 9, p: 0.05 })).toBe(0)
    expect(toDirection({ s: 9, p: 0.0499 })).toBe(1)
    expect(toTrend([])).toBeNull()
  })
})
