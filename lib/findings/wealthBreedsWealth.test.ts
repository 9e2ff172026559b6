import { describe, expect, it } from 'vitest'
import type { Growth, GrowthExponent } from '../domain/growth'
import { wealthBreedsWealth } from './wealthBreedsWealth'

const exponent = (alpha: number, half: number): GrowthExponent => ({ alpha, low: alpha - half, high: alpha + half, months: 30, byRanks: alpha, distance: 0.1 })
const toGrowth = (gains: GrowthExponent | null, change: number | null, rest: Partial<Growth> = {}): Growth => ({
  from: '2023-01', to: '2025-12', months: 35, holders: 240.5, gains, losses: exponent(0.9, 0.05), sizes: [], mobility: null,
  leaders: change === null ? null : { starts: 24, before: 0.8, after: 0.8 + change, change, rose: 6 },
  staying: [{ months: 12, starts: 24, ten: 0.7, tenth: 0.85 }], ...rest,
})
const verdictOf = (gains: GrowthExponent | null, change: number | null) => wealthBreedsWealth.judge(toGrowth(gains, change)).verdict

describe('wealth breeds wealth', () => {
  it('holds where the whole interval lies above 1 and the share rises by a point: the border is in', () => {
    expect(verdictOf(exponent(1.25, 0.125), 0.01)).toBe('holds')
  })

  it('does not hold where the whole interval lies below 1 and the share rises by less, or falls', () => {
    expect([verdictOf(exponent(0.75, 0.125), 0.0099), verdictOf(exponent(0.75, 0.125), -0.2)]).toEqual(['doesNotHold', 'doesNotHold'])
  })

  it('is mixed where the two disagree, and where the interval has 1 in it', () => {
    expect([verdictOf(exponent(1.25, 0.125), 0), verdictOf(exponent(0.75, 0.125), 0.02)]).toEqual(['mixed', 'mixed'])
    // 1 at an end is in it.
    expect([verdictOf(exponent(1.25, 0.25), 0.02), verdictOf(exponent(0.75, 0.25), -0.02)]).toEqual(['mixed', 'mixed'])
  })

  it('cannot be told without an exponent or without a year to look ahead, and says how few months there are', () => {
    for (const found of [toGrowth(null, null), toGrowth(exponent(1.5, 0.1), null), toGrowth(null, 0.1, { months: 11 })]) {
      const { verdict, reason } = wealthBreedsWealth.judge(found)
      expect([verdict, reason.en.includes('it takes twelve')]).toEqual(['cannotBeTold', true])
    }
    expect(wealthBreedsWealth.judge(toGrowth(null, 0.1)).reason.de).toContain('keinen Exponenten')
  })

  it('has every figure that a reason names, and the ends of its interval', () => {
    const { figures, reason } = wealthBreedsWealth.judge(toGrowth(exponent(1.25, 0.125), 0.01))
    const of = (id: string) => figures.find((figure) => figure.id === id)
    expect(of('alpha')).toMatchObject({ value: 1.25, low: 1.125, high: 1.375 })
    expect(of('leadersRose')!.value).toBe(0.25)
    expect([of('tenStay')!.value, of('tenthStay')!.value]).toEqual([0.7, 0.85])
    for (const [, id] of reason.en.matchAll(/\{(\w+)/g)) expect(of(id!), id).toBeDefined()
  })

  it('has no figure of a year where none is known', () => {
    const { figures } = wealthBreedsWealth.judge(toGrowth(exponent(1.25, 0.125), null, { staying: [] }))
    expect(figures.filter(({ value }) => value === null).map(({ id }) => id)).toEqual(['leadersBefore', 'leadersAfter', 'leadersChange', 'leadersRose', 'tenStay', 'tenthStay'])
  })
})
