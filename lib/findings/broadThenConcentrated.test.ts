import { describe, expect, it } from 'vitest'
import type { HhiMonth } from '@/lib/domain/hhiDrivers'
import { ok } from '@/lib/domain/metric'
import { expectToldReason } from '@/tests/expectToldReason'
import { broadThenConcentrated } from './broadThenConcentrated'

/** Ends of so many months from January 2020 on. */
const toDays = (count: number, measure: (month: number) => { gini: number; hhi: number; nakamoto50: number; holders?: number }) =>
  Array.from({ length: count }, (_, month) => {
    const { holders = 100, gini, hhi, nakamoto50 } = measure(month)
    return { day: new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10), metrics: { holders: ok(holders), gini: ok(gini), hhi: ok(hhi), nakamoto50: ok(nakamoto50) } }
  })
const judge = (count: number, measure: Parameters<typeof toDays>[1]) => broadThenConcentrated.judge({ days: toDays(count, measure), drivers: null })
/** Goes up and down about a level: of 24 values as many pairs rise as fall, all but twelve. */
const level = (month: number) => (month % 2 === 0 ? 0 : 1)
const valueOf = (judgement: ReturnType<typeof judge>, id: string) => judgement.figures.find((figure) => figure.id === id)?.value

describe('verdict', () => {
  it('holds where two measures move towards concentration and none away', () => {
    const found = judge(24, (month) => ({ gini: 0.5 + month / 100, hhi: 0.1 + month / 1000, nakamoto50: 20 + level(month) }))
    expect(found.verdict).toBe('holds')
    expect([valueOf(found, 'toFew'), valueOf(found, 'toMany')]).toEqual([2, 0])
    // 0.01 a month: 23 months from 31 January 2020 to 31 December 2021 are 700 days; the slope is the median over all pairs.
    expect(valueOf(found, 'gini')).toBeCloseTo(0.12, 2)
    expect(valueOf(found, 'giniLast')).toBeCloseTo(0.73, 12)
  })

  it('takes a falling Nakamoto coefficient for concentration', () => {
    expect(judge(24, (month) => ({ gini: 0.5 + month / 100, hhi: 0.1 + level(month) / 1000, nakamoto50: 60 - month })).verdict).toBe('holds')
  })

  it('is mixed where one alone moves that way, and where one moves the other way', () => {
    expect(judge(24, (month) => ({ gini: 0.5 + month / 100, hhi: 0.1 + level(month) / 1000, nakamoto50: 20 + level(month) })).verdict).toBe('mixed')
    expect(judge(24, (month) => ({ gini: 0.5 + month / 100, hhi: 0.1 + month / 1000, nakamoto50: 20 + month })).verdict).toBe('mixed')
  })

  it('does not hold where none moves towards concentration: level, equal or spreading', () => {
    expect(judge(24, (month) => ({ gini: 0.9 + level(month) / 100, hhi: 0.1 + level(month) / 1000, nakamoto50: 3 })).verdict).toBe('doesNotHold')
    const spreading = judge(24, (month) => ({ gini: 0.9 - month / 100, hhi: 0.1 - month / 1000, nakamoto50: 3 + month }))
    expect([spreading.verdict, valueOf(spreading, 'toMany')]).toEqual(['doesNotHold', 3])
  })

  it('cannot be told of fewer than 24 month ends with 50 holders', () => {
    const rising = (month: number) => ({ gini: 0.5 + month / 100, hhi: 0.1 + month / 1000, nakamoto50: 60 - month })
    expect(judge(23, rising).verdict).toBe('cannotBeTold')
    expect(judge(24, (month) => ({ ...rising(month), holders: month === 0 ? 49 : 50 }))).toMatchObject({ verdict: 'cannotBeTold' })
    expect(valueOf(judge(24, (month) => ({ ...rising(month), holders: month === 0 ? 49 : 50 })), 'months')).toBe(23)
    expect(judge(0, rising)).toMatchObject({ verdict: 'cannotBeTold' })
  })
})

it('adds up by what the HHI changed, and knows nothing of it where nobody worked it out', () => {
  const month = (parts: HhiMonth['parts']): HhiMonth => ({ day: '2020-01-31', block: 1, holders: 1, total: 1n, hhi: 1, parts, entered: 0, left: 0 })
  const parts = { entry: 0.25, exit: -0.5, largest: 0.125, others: 0, supply: -0.125 }
  const { figures } = broadThenConcentrated.judge({ days: [], drivers: { months: [month(null), month(parts), month(parts)] } })
  expect(figures.filter(({ id }) => id.startsWith('by')).map(({ id, value }) => [id, value])).toEqual([['byEntry', 0.5], ['byExit', -1], ['byLargest', 0.25], ['byOthers', 0], ['bySupply', -0.25]])
  expect(judge(24, () => ({ gini: 1, hhi: 1, nakamoto50: 1 })).figures.filter(({ id }) => id.startsWith('by')).map(({ value }) => value)).toEqual([null, null, null, null, null])
})

it('tells its reason with figures that it has, the same ones whatever the verdict', () => {
  const told = [judge(24, (month) => ({ gini: 0.5 + month / 100, hhi: 0.1, nakamoto50: 20 })), judge(3, () => ({ gini: 0.5, hhi: 0.1, nakamoto50: 20 })), judge(0, () => ({ gini: 0.5, hhi: 0.1, nakamoto50: 20 }))]
  for (const judgement of told) expectToldReason(judgement)
  for (const { figures } of told) expect(figures.map(({ id }) => id)).toEqual(told[0]!.figures.map(({ id }) => id))
  expect(told[0]!.figures.some(({ id }) => id === broadThenConcentrated.lead.figure)).toBe(true)
})
