import type { Locale } from '../domain/text'
import { toTimestamp } from './day'
import { formatDate } from './format'

/** Two UTC days, the first before the second. */
export interface Period {
  from: string
  to: string
}

/** Why two days are no period: what was given is no date, lies beyond the days there are, or is not before the other. */
export type PeriodProblem =
  | { problem: 'notADate'; given: string }
  | { problem: 'beyond'; given: string; reach: Period }
  | { problem: 'order'; period: Period }

/** Where nobody says from when: so many days before the end. */
const usualDays = 30

/**
 * The days that someone asks about, among those there are. Without an end: up to the last day; without a beginning: the 30 days before the end.
 *
 * @param asked '' or null for what was not said
 * @param reach the first and the last day there are
 * @example toPeriod({ from: '', to: '2026-04-01' }, { from: '2024-01-01', to: '2026-05-01' }) // { from: '2026-03-02', to: '2026-04-01' }
 * @example toPeriod({ from: '2026-02-30', to: '' }, reach) // { problem: 'notADate', given: '2026-02-30' }
 */
export function toPeriod(asked: { from: string | null; to: string | null }, reach: Period): Period | PeriodProblem {
  for (const given of [asked.from, asked.to]) {
    if (!given) continue
    if (!isDay(given)) return { problem: 'notADate', given }
    if (given < reach.from || given > reach.to) return { problem: 'beyond', given, reach }
  }
  const to = asked.to || reach.to
  const usual = new Date((toTimestamp(to) - usualDays * 86_400) * 1000).toISOString().slice(0, 10)
  const period = { from: asked.from || (usual < reach.from ? reach.from : usual), to }
  return period.from < period.to ? period : { problem: 'order', period }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(toTimestamp(text)) && new Date(toTimestamp(text) * 1000).toISOString().startsWith(text)

/**
 * What is wrong with a period, as a sentence that says what would be right.
 *
 * @example toProblemText({ problem: 'notADate', given: 'May' }, 'en') // '“May” is not a date. Write year, month and day, as in 2026-04-01.'
 */
export function toProblemText(problem: PeriodProblem, locale: Locale): string {
  const date = (day: string) => formatDate(toTimestamp(day), locale)
  switch (problem.problem) {
    case 'notADate':
      return locale === 'de'
        ? `„${problem.given}“ ist kein Datum. Richtig sind Jahr, Monat und Tag wie in 2026-04-01.`
        : `“${problem.given}” is not a date. Write year, month and day, as in 2026-04-01.`
    case 'beyond':
      return locale === 'de'
        ? `Für den ${date(problem.given)} gibt es keinen Stand. Die Tage reichen vom ${date(problem.reach.from)} bis zum ${date(problem.reach.to)}.`
        : `There is nothing kept for ${date(problem.given)}. The days reach from ${date(problem.reach.from)} to ${date(problem.reach.to)}.`
    case 'order':
      return locale === 'de'
        ? `Der erste Tag (${date(problem.period.from)}) muss vor dem zweiten (${date(problem.period.to)}) liegen.`
        : `The first day (${date(problem.period.from)}) must lie before the second (${date(problem.period.to)}).`
  }
}
