import { describe, expect, it } from 'vitest'
import type { Growth } from '@/lib/domain/growth'
import { publishedBadMonths, publishedGrowth } from '@/tests/publishedWealth'
import { deepestFall } from './deepestFall'
import { growthAgainstSize, growthTable, toFitted } from './growthAgainstSize'
import { largestHoldersStay } from './largestHoldersStay'
import { rankMobility, rankMobilitySentence, toMobilityRows } from './rankMobility'
import { treatmentNotes } from './treatment'
import { toClassesInMonths, worstMonthsByClass } from './worstMonthsByClass'
import { priceNote, toMonthRows, worstMonthsSentence, worstMonthsTable } from './worstMonthsTable'

const { months } = publishedBadMonths
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('growth against size', () => {
  it('has a dot for each size, none where nothing was gained, and a line that gives all that was gained', () => {
    const { series, sentence } = growthAgainstSize({ ...publishedGrowth, sizes: publishedGrowth.sizes.slice(0, 4) }, 'MADE', [], 'en')
    const [gained, lost, fitted] = series
    // 1,000 holders of 20 tokens each, 900 of 200, 800 of 2,000, 700 of 20,000: 1 · 10, 2 · 100, 3 · 1,000, 4 · 10,000 of all of them.
    expect(gained!.points.map(({ x, y }) => [x, y])).toEqual([[20, 0.01], [200, 200 / 900], [2000, 3000 / 800], [20_000, 40_000 / 700]])
    expect(lost!.points[0]).toEqual({ x: 20, y: 0.04 })
    const line = fitted!.points.map(({ y }) => y!)
    expect(line[1]! / line[0]!).toBeCloseTo(10 ** 0.75, 9)
    expect([1000, 900, 800, 700].reduce((sum, accounts, place) => sum + accounts * line[place]!, 0)).toBeCloseTo(10 + 200 + 3000 + 40_000, 6)
    expect(sentence).toBe('Over 35 months gains go with size to the power 0.75 (0.63 to 0.88): the large gain less than in proportion to what they have. Losses go with size to the power 1.25 (1.13 to 1.38).')
  })

  it('has no dot where nothing was gained, and says 0 in its table', () => {
    const [first, ...rest] = publishedGrowth.sizes
    const chart = growthAgainstSize({ ...publishedGrowth, sizes: [{ ...first!, gained: 0 }, ...rest] }, 'MADE', [], 'en')
    expect(chart.series[0]!.points[0]).toEqual({ x: 20, y: null })
    expect(growthTable(chart).rows[0]!.map(({ value }) => value).slice(0, 3)).toEqual([20, 0, 0.04])
  })

  it('says which of three it is, and where there is no exponent has no line', () => {
    const sentence = (gains: Growth['gains']) => growthAgainstSize({ ...publishedGrowth, gains, losses: null }, 'MADE', [], 'de').sentence
    const gains = publishedGrowth.gains!
    expect(sentence({ ...gains, low: 1.01 })).toContain('gewinnen mehr')
    expect(sentence({ ...gains, low: 0.9, high: 1.1 })).toContain('nicht ausgeschlossen')
    expect(sentence(null)).toBe('Über 35 Monate lässt sich kein Exponent der Zuwächse gegen die Größe angeben.')
    expect(toFitted({ ...publishedGrowth, gains: null })).toBeNull()
  })
})

describe('the largest', () => {
  it('are told a year on, and from when on fewer than half of the ten are left', () => {
    // 1 − 11/32 and 1 − 11/64; below a half from 1 − 17/32 on.
    expect(largestHoldersStay(publishedGrowth.staying, 'MADE', [], 'en').sentence).toBe('After 12 months 65.6% of the ten largest holders are still among them, and 82.8% of the largest tenth are still in it. Fewer than half of the ten are still there after 18 months.')
    expect(plain(largestHoldersStay(publishedGrowth.staying.slice(0, 1), 'MADE', [], 'de').sentence)).toBe('Nach einem Monat sind 100,0 % der zehn größten Halter noch unter den zehn größten und 100,0 % des größten Zehntels noch im größten Zehntel. Nach einem Monat ist noch mindestens die Hälfte der zehn übrig.')
  })

  it('stand in rows that add up, with who came new', () => {
    const rows = toMobilityRows(publishedGrowth.mobility!)
    for (const { shares } of rows) expect(shares.reduce((sum: number, share) => sum + share!, 0)).toBeCloseTo(1, 12)
    // In the tenth a year later: 2 + 20 + 4 + 2 of those before, and 2 new.
    expect(rows[1]!.arrived).toBeCloseTo(2 / 30, 12)
    expect(rankMobilitySentence(rows, 'en')).toBe('A year later 90.0% of the ten largest holders are still among them; of the smaller half 24.2% hold nothing any more, and 0.8% have come into the largest tenth.')
    const { columns, rows: cells } = rankMobility(rows, 'de')
    expect(columns.map(({ id }) => id)).toEqual(['class', 'count', 'ten', 'tenth', 'half', 'small', 'gone', 'arrived'])
    expect(cells[0]!.map(({ text }) => plain(text))).toEqual(['die zehn größten', '20', '90,0 %', '10,0 %', '0,0 %', '0,0 %', '0,0 %', '0,0 %'])
    expect(rankMobility(toMobilityRows({ starts: 1, moved: [[0, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0]], arrived: [0, 0, 0, 0] }), 'en').rows[0]![2]).toEqual({ value: null, text: '–' })
  })
})

describe('bad months', () => {
  it('are the four in which the price fell, and stand beside all others', () => {
    const chart = worstMonthsByClass('exits', months, 'MADE', ['A note.'], 'en')!
    // In each of four bad months 6 of 120 small ones leave, and 2 of 24 large ones; in each of twelve others 1 of each class.
    expect(chart.sentence).toBe('In the 4 worst months 5.0% of the smaller half left each month, and 8.3% of the largest tenth.')
    expect(chart.series.map(({ points }) => points.map(({ y }) => y))).toEqual([[0, 2 / 14, 4 / 96, 6 / 120], [1 / 10, 1 / 14, 1 / 96, 1 / 120]])
    expect(chart.notes).toEqual(['Classes are those of the month’s start. Each holder counts once a month.', 'The worst months are the quarter with the deepest falls of the price: 4 of 16.', 'A note.'])
    // 8 of 512; 1 + 2 of 1,024.
    expect(plain(worstMonthsByClass('losses', months, 'MADE', [], 'de')!.sentence)).toBe('In den 4 schlechtesten Monaten verlor die kleinere Hälfte durch Abgabe unter Einstand monatlich 1,6 % ihres Einstandswerts, das größte Zehntel 0,3 %.')
    expect(toClassesInMonths(months)[3]!.worst.gone).toBe(24)
  })

  it('are no chart where the price never fell', () => {
    expect(worstMonthsByClass('exits', months.filter(({ change }) => change > 0), 'MADE', [], 'en')).toBeNull()
  })

  it('stand in a table with the small and the large', () => {
    const rows = toMonthRows(months)
    expect(rows.filter(({ isWorst }) => isWorst).map(({ month }) => month)).toEqual(['2024-01', '2024-05', '2024-09', '2025-01'])
    expect(worstMonthsSentence(rows, 'en')).toBe('The worst of 16 months was January 2024, in which the price fell by 25.0%; 4 count as bad.')
    expect(plain(worstMonthsSentence(rows.filter(({ isWorst }) => !isWorst), 'de'))).toBe('Der Preis fiel in keinem von 12 Monaten.')
    // 6 of 120 and 2 of 24 left; 8 of 512 and 3 of 1,024 were lost; 3 of 120 and 6 of 24 began it below cost.
    expect(worstMonthsTable(rows, 'en').rows[0]!.map(({ value }) => value)).toEqual(['2024-01', -0.25, 'yes', 0.05, 2 / 24, 8 / 512, 3 / 1024, 0.025, 0.25, 120, 24])
    expect(worstMonthsTable(rows, 'de').rows[1]!.slice(0, 3).map(({ text }) => plain(text))).toEqual(['Februar 2024', '12,5 %', 'nein'])
    expect(priceNote({ currency: 'dollar', pools: ['0x1', '0x2'] }, 'de')).toBe('Preise sind in Dollar angegeben, nach diesen Pools: 0x1, 0x2.')
  })

  it('end in the deepest fall', () => {
    const fall = publishedBadMonths.fall!
    const chart = deepestFall(fall, 'MADE', [], 'en')!
    expect(chart.sentence).toBe('From the end of April 2024 to the end of May 2024 the price fell by 25.0%. 5.0% of the smaller half had left by then, and 8.3% of the largest tenth.')
    expect(chart.series[1]!.points.map(({ y }) => y)).toEqual([1, 0.75, 0.5, 0.25])
    expect(deepestFall({ ...fall, classes: fall.classes.map((row) => ({ ...row, accounts: 0 })) }, 'MADE', [], 'en')).toBeNull()
  })
})

it('says who counts and up to when', () => {
  const notes = treatmentNotes({ day: '2025-12-31', block: 2700 }, 'de')
  expect(notes[0]).toContain('Weggelassen: Börsen')
  expect(notes[1]).toBe('Bis zum Ende des 31. Dezember 2025, Block 2.700; von Monatsende zu Monatsende.')
})
