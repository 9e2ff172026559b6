import { expect, it } from 'vitest'
import { ok } from '@/lib/domain/metric'
import { publishedFigureSchema, type PublishedFigureInput } from '@/lib/domain/publishedFigure'
import { publishedSentence, publishedTable, toComparedFigures, toPublishedDate, toPublishedDots, toPublishedValue } from './publishedFigures'

const toFigure = (figure: Partial<PublishedFigureInput>) => publishedFigureSchema.parse({
  metric: 'gini', value: 0.998, date: '2022-09-18', dateOf: 'publication', author: 'Savelyev', year: 2022, title: 'How', treatment: { en: 'All.', de: 'Alle.' }, source: 'https://example.org/how', ...figure,
})
const toDay = (day: string, gini: number) => ({ day, metrics: { gini: ok(gini) } })
const days = [toDay('2022-01-01', 0.1), toDay('2022-09-18', 0.2), toDay('2022-09-20', 0.3), toDay('2022-12-31', 0.4)]

it('stands as a dot on its day, with a note that says whose it is and how it was counted', () => {
  const { series, notes } = toPublishedDots([toFigure({})], { id: 'gini' }, days, 'en')
  // 18 September 2022, 00:00 UTC
  expect(series).toEqual([{ id: 'published1', label: 'Savelyev 2022', shape: 'dot', emphasis: 'reference', points: [{ x: 1_663_459_200, y: 0.998 }] }])
  expect(notes).toEqual(['Savelyev 2022: 0.998, 18 Sept 2022 (published); https://example.org/how. All.'])
})

it('stands in the middle of what is shown of a year, and not at all outside of it, of votes or of another measure', () => {
  // From 1 January to 31 December 2022: 182 days after the first.
  expect(toPublishedDots([toFigure({ date: '2022' })], { id: 'gini' }, days, 'de').series[0]!.points[0]!.x).toBe(1_640_995_200 + 182 * 86_400)
  // From the first day that is shown, 18 September, to 31 December: 52 days after it.
  expect(toPublishedDots([toFigure({ date: '2022' })], { id: 'gini' }, days.slice(1), 'de').series[0]!.points[0]!.x).toBe(1_663_459_200 + 52 * 86_400)
  const others = [toFigure({ date: '2023' }), toFigure({ date: '2021-12' }), toFigure({ of: 'votes' }), toFigure({ metric: 'hhi' })]
  expect(toPublishedDots(others, { id: 'gini' }, days, 'en')).toEqual({ series: [], notes: [] })
  expect(toPublishedDots([toFigure({})], { id: 'gini' }, [], 'en').series).toEqual([])
})

it('is told as exactly as it is known', () => {
  expect(toPublishedDate(toFigure({ date: '2021-02', dateOf: 'data' }), 'de')).toBe('Februar 2021')
  expect(toPublishedDate(toFigure({ date: '2026', dateOf: 'data' }), 'en')).toBe('2026')
  expect(toPublishedDate(toFigure({}), 'de')).toBe('18. September 2022 (veröffentlicht)')
  expect(toPublishedValue(toFigure({ metric: 'top5Share', value: 0.6, about: true }), 'de')).toBe('etwa 60,0\u00a0%')
})

it('stands beside what is measured here: on its day, or on the day nearest to the middle of its time', () => {
  const figures = [toFigure({}), toFigure({ date: '2022-09' }), toFigure({ date: '2022-10' }), toFigure({ of: 'votes', title: 'Else' }), toFigure({ metric: 'hhi' })]
  const rows = toComparedFigures(figures, days)
  // The middle of September is the 15th, 12 o'clock: the 18th is nearer than the 20th.
  expect(rows.map(({ ours }) => ours && [ours.day, ours.value])).toEqual([['2022-09-18', 0.2], ['2022-09-18', 0.2], null, null, null])
  expect(publishedSentence(rows, 'en')).toBe('5 published figures of 2 works, with what is measured here for the same time where it is kept.')
  expect(publishedSentence(rows.slice(0, 1), 'de')).toMatch(/^1 veröffentlichte Zahl aus 1 Arbeit, /)
  const table = publishedTable(rows, 'de')
  expect(table.rows[0]!.map(({ text }) => text)).toEqual(['Savelyev 2022', 'Gini-Koeffizient', 'Besitz', '0,998', '18. September 2022 (veröffentlicht)', '0,200', '18. September 2022', 'Alle.', 'example.org'])
  expect(table.rows[3]!.map(({ text }) => text).slice(2, 7)).toEqual(['Stimmen', '0,998', '18. September 2022 (veröffentlicht)', 'nicht verglichen', '–'])
})
