import { expect, it } from 'vitest'
import { toPeriod, toProblemText } from './period'

const reach = { from: '2024-01-10', to: '2026-05-01' }

it('takes what was said, and the last 30 days where nothing was', () => {
  expect(toPeriod({ from: '2024-02-29', to: '2024-03-01' }, reach)).toEqual({ from: '2024-02-29', to: '2024-03-01' })
  // 30 days before 1 May lie in April, which has 30.
  expect(toPeriod({ from: '', to: '' }, reach)).toEqual({ from: '2026-04-01', to: '2026-05-01' })
  expect(toPeriod({ from: null, to: '2024-01-20' }, reach)).toEqual({ from: '2024-01-10', to: '2024-01-20' })
})

it.each([
  ['2023-02-29', '“2023-02-29” is not a date', '„2023-02-29“ ist kein Datum'],
  ['1.5.2026', '“1.5.2026” is not a date', '„1.5.2026“ ist kein Datum'],
  ['2024-01-09', 'nothing kept for 9 Jan 2024. The days reach from 10 Jan 2024 to 1 May 2026.', 'vom 10. Januar 2024 bis zum 1. Mai 2026'],
  ['2026-05-01', 'The first day (1 May 2026) must lie before the second (1 May 2026).', 'muss vor dem zweiten (1. Mai 2026) liegen'],
])('says what is wrong with %s', (from, en, de) => {
  const problem = toPeriod({ from, to: '2026-05-01' }, reach)
  if (!('problem' in problem)) throw new Error('a period')
  expect(toProblemText(problem, 'en')).toContain(en)
  expect(toProblemText(problem, 'de')).toContain(de)
})

it('a token of one day has no period yet', () => {
  expect(toPeriod({ from: null, to: null }, { from: '2024-01-10', to: '2024-01-10' })).toMatchObject({ problem: 'order' })
})
