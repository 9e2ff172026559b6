import { describe, expect, it } from 'vitest'
import type { ClassMonth, PricedMonth } from '../domain/badMonths'
import { strongBearLosses, type BadMonthsEvidence } from './strongBearLosses'

const none: ClassMonth = { accounts: 0, gone: 0, held: 0, gaveUp: 0, cost: 0, lost: 0, gained: 0, underWater: 0 }

interface Bad { goneSmall: number; goneLarge: number; lostSmall: number; lostLarge: number }

/** Twelve months, three of them bad: 400 small holders and 80 large ones, whose tokens had cost 1,000 and 8,000. */
const toMonths = ({ goneSmall, goneLarge, lostSmall, lostLarge }: Bad, falls = [-0.3, -0.2, -0.4]): PricedMonth[] =>
  Array.from({ length: 12 }, (_, nth) => {
    const isBad = nth < falls.length
    const small = { ...none, accounts: 400, cost: 1000, gone: isBad ? goneSmall : 4, lost: isBad ? lostSmall : 0 }
    // Two classes are the largest tenth.
    const [ten, tenth] = [{ ...none, accounts: 10, cost: 6000, gone: 0, lost: isBad ? lostLarge : 0 }, { ...none, accounts: 70, cost: 2000, gone: isBad ? goneLarge : 8, lost: 0 }]
    return { month: `2025-${String(nth + 1).padStart(2, '0')}`, change: falls[nth] ?? 0.1, classes: [ten, tenth, none, small] }
  })
const judge = (months: PricedMonth[], rest: Partial<BadMonthsEvidence> = {}) =>
  strongBearLosses.judge({ study: { currency: 'ether', pools: [], months, fall: null }, providers: null, ...rest })

describe('the strong bear losses better', () => {
  it('holds where the small leave and lose 1.25 times as much: the border is in', () => {
    // 25 of 400 are 6.25 %, 4 of 80 are 5 %; 12.5 of 1,000 are 1.25 %, 80 of 8,000 are 1 %.
    const { verdict, figures } = judge(toMonths({ goneSmall: 25, goneLarge: 4, lostSmall: 12.5, lostLarge: 80 }))
    const of = (id: string) => figures.find((figure) => figure.id === id)!.value
    expect(verdict).toBe('holds')
    expect([of('exitsSmall'), of('exitsLarge'), of('lossSmall'), of('lossLarge')]).toEqual([0.0625, 0.05, 0.0125, 0.01])
    expect(of('exitGap')).toBeCloseTo(0.0125, 12)
    // In the nine others 4 of 400, and 8 of 80.
    expect([of('exitsSmallOther'), of('exitsLargeOther'), of('worstMonths'), of('months'), of('worstChange')]).toEqual([0.01, 0.1, 3, 12, -0.3])
  })

  it('holds where only the small leave and lose', () => {
    expect(judge(toMonths({ goneSmall: 1, goneLarge: 0, lostSmall: 1, lostLarge: 0 })).verdict).toBe('holds')
  })

  it('is mixed where one is so', () => {
    expect(judge(toMonths({ goneSmall: 25, goneLarge: 4, lostSmall: 12.4, lostLarge: 80 })).verdict).toBe('mixed')
    expect(judge(toMonths({ goneSmall: 24, goneLarge: 4, lostSmall: 12.5, lostLarge: 80 })).verdict).toBe('mixed')
  })

  it('does not hold where neither is so; where nobody left and nobody lost neither is', () => {
    expect(judge(toMonths({ goneSmall: 24, goneLarge: 4, lostSmall: 10, lostLarge: 100 })).verdict).toBe('doesNotHold')
    expect(judge(toMonths({ goneSmall: 0, goneLarge: 0, lostSmall: 0, lostLarge: 0 })).verdict).toBe('doesNotHold')
  })

  it('cannot be told of eleven months, nor of two bad ones', () => {
    const bad = { goneSmall: 100, goneLarge: 0, lostSmall: 100, lostLarge: 0 }
    expect(judge(toMonths(bad).slice(0, 11)).verdict).toBe('cannotBeTold')
    const two = judge(toMonths(bad, [-0.3, -0.2]))
    expect([two.verdict, two.figures.find(({ id }) => id === 'worstMonths')!.value]).toEqual(['cannotBeTold', 2])
    expect(judge([]).verdict).toBe('cannotBeTold')
  })

  it('tells beside it of the deepest fall and of pools, and has every figure that its reason names', () => {
    const months = toMonths({ goneSmall: 25, goneLarge: 4, lostSmall: 12.5, lostLarge: 80 })
    const row = (accounts: number, gone: number) => ({ accounts, gone, held: 1, after: 1 })
    const { figures, reason } = judge(months, {
      study: { currency: 'ether', pools: [], months, fall: { from: '2025-01', to: '2025-03', change: -0.6, classes: [row(10, 1), row(30, 3), row(5, 5), row(100, 70)] } },
      providers: { smallerHalf: 0.6, largestTenth: 0.2 },
    })
    const of = (id: string) => figures.find((figure) => figure.id === id)?.value
    expect([of('fallChange'), of('fallSmall'), of('fallLarge'), of('providersSmall'), of('providersLarge')]).toEqual([-0.6, 0.7, 0.1, 0.6, 0.2])
    for (const [, id] of reason.en.matchAll(/\{(\w+)/g)) expect(of(id!), id).not.toBeUndefined()
    for (const [, id] of reason.de.matchAll(/\{(\w+)/g)) expect(of(id!), id).not.toBeUndefined()
  })
})
