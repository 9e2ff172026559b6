import { describe, expect, it } from 'vitest'
import type { HhiMonth } from '@/lib/domain/hhiDrivers'
import { ok } from '@/lib/domain/metric'
import { toMetric } from '@/lib/metrics/registry'
import { toLens } from '@/lib/ownership/lenses'
import { concentrationTrend } from './concentrationTrend'
import { hhiDrivers, toDrivenMonths } from './hhiDrivers'
import { toTrendDays } from './trendDays'
import { toTrendRows, trendsSentence, trendsTable } from './trendsTable'

const lens = toLens('raw')
const toDay = (day: string, gini: number, holders = 100) => ({ day, metrics: { holders: ok(holders), gini: ok(gini), hhi: ok(0.25), nakamoto50: ok(3) } })
/** Ends of so many months from January 2020 on, 0.5 and a hundredth more in each. */
const toMonths = (count: number) => Array.from({ length: count }, (_, month) => toDay(new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10), 0.5 + month / 100))

describe('days of a trend', () => {
  it('are ends of months where there are two years of them, else every day, else a day a week', () => {
    const [years, fewer] = [[...toMonths(24), toDay('2022-01-15', 0.9)], [...toMonths(23), toDay('2022-01-15', 0.9)]]
    expect([toTrendDays(years).step, toTrendDays(years).days.length]).toEqual(['month', 24])
    expect([toTrendDays(fewer).step, toTrendDays(fewer).days.length]).toEqual(['day', 24])
    const daily = Array.from({ length: 450 }, (_, day) => toDay(new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10), 0.5))
    // The last of 450 days and every seventh before it.
    expect([toTrendDays(daily).step, toTrendDays(daily).days.length]).toEqual(['week', 65])
  })
})

describe('trend of a measure', () => {
  it('draws each value and the line, and says how fast, how sure and from where to where', () => {
    const chart = concentrationTrend(toMonths(36), toMetric('gini'), { name: 'X', lens }, 'en')!
    expect(chart.series.map(({ id, shape, points }) => [id, shape, points.length])).toEqual([['measured', 'dot', 36], ['trend', 'line', 36]])
    // A hundredth a month of 30.4 days: 0.12 a year.
    expect(chart.sentence).toMatch(/^Gini coefficient: 0\.120 a year \(95%: 0\.1\d\d to 0\.1\d\d\), from 0\.500 on 31 Jan 2020 to 0\.850 on 31 Dec 2022; chance gives so much of a trend in \S+% of cases\.$/)
    expect(chart.notes.join(' ')).toContain('One point for the end of each month')
  })

  it('says in German that there is none, and is not drawn of one day', () => {
    const chart = concentrationTrend(toMonths(24), toMetric('nakamoto50'), { name: 'X', lens, unresolved: 'Rest.' }, 'de')!
    expect(chart.sentence).toBe('Nakamoto (Hälfte): 0,00 im Jahr (95 %: 0,00 bis 0,00), von 3 am 31. Januar 2020 auf 3 am 31. Dezember 2021; das ist kein Trend: Der Zufall ergibt so viel in 100,0\u00a0% der Fälle.')
    expect(chart.notes.at(-1)).toBe('Rest.')
    expect(concentrationTrend(toMonths(1), toMetric('gini'), { name: 'X', lens }, 'de')).toBeNull()
  })

  it('stands in a table with the others', () => {
    const rows = toTrendRows(toMonths(36))
    expect(trendsSentence(rows, 'en')).toBe('From 31 Jan 2020 to 31 Dec 2022: Gini coefficient rises, Herfindahl–Hirschman index shows no trend, Nakamoto (half) shows no trend.')
    expect(trendsSentence(rows, 'de')).toMatch(/^Vom 31\. Januar 2020 bis zum 31\. Dezember 2022: Gini-Koeffizient steigt, .* zeigt keinen Trend, .* zeigt keinen Trend\.$/)
    const table = trendsTable(rows, 'en')
    expect(table.rows.map(([, first, last, slope]) => [first!.value, last!.value, slope!.text])).toEqual([[0.5, 0.85, '0.120'], [0.25, 0.25, '0.000'], [3, 3, '0.00']])
  })
})

describe('what moved HHI', () => {
  const month = (day: string, hhi: number, parts: HhiMonth['parts']): HhiMonth => ({ day, block: 1, holders: 1, total: 1n, hhi, parts, entered: 0, left: 0 })
  const parts = { entry: 0.25, exit: -0.125, largest: 0.5, others: -0.25, supply: -0.125 }

  it('adds up from month to month, so that the lines together are the change', () => {
    const months = toDrivenMonths({ months: [month('2020-01-31', 0.25, null), month('2020-02-29', 0.5, parts), month('2020-03-31', 0.75, parts)] })
    expect(months.map(({ change, since }) => [change, since.largest, since.others, since.turnover, since.supply])).toEqual([[0, 0, 0, 0, 0], [0.25, 0.5, -0.25, 0.125, -0.125], [0.5, 1, -0.5, 0.25, -0.25]])
    expect(hhiDrivers(months, { name: 'X', lens }, 'en')!.sentence).toBe(
      'HHI went from 0.250 on 31 Jan 2020 to 0.750 on 31 Mar 2020: gains and losses of the ten largest 1.000, gains and losses of the others -0.500, who came and who left 0.250, more or less supply -0.250.')
    expect(hhiDrivers(months.slice(0, 1), { name: 'X', lens }, 'de')!.sentence).toBe('Am 31. Januar 2020 lag der HHI bei 0,250; was ihn bewegt, ist ab dem zweiten Monatsende bekannt.')
  })

  it('begins anew after a month in which nobody held anything, and there is nothing of no months', () => {
    const months = toDrivenMonths({ months: [month('2020-01-31', 0.25, null), month('2020-02-29', 0, null), month('2020-03-31', 0.5, null), month('2020-04-30', 0.75, parts)] })
    expect(months.map(({ of, change }) => [of.day, change])).toEqual([['2020-03-31', 0], ['2020-04-30', 0.25]])
    expect(hhiDrivers(toDrivenMonths({ months: [] }), { name: 'X', lens }, 'en')).toBeNull()
  })
})
