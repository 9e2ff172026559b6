import type { Table } from '@/lib/domain/chartSpec'
import type { Cohort, CohortMonth, CohortStudy } from '@/lib/domain/cohorts'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell } from '../accountCells'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toDated, toPart } from './months'

const words = {
  en: {
    caption: 'Cohorts at the end of each year', day: 'Date', from: 'First received from', receivers: 'Receivers', held: 'They hold', share: 'Share of what is held', none: '–',
    sentence: (moved: string) => `What those who came in the first quarter hold of what all receivers hold: ${moved}.`,
    moved: (share: string, date: string) => `${share} on ${date}`,
  },
  de: {
    caption: 'Kohorten am Ende jedes Jahres', day: 'Datum', from: 'Zuerst empfangen ab', receivers: 'Empfänger', held: 'Bestand', share: 'Anteil am Bestand', none: '–',
    sentence: (moved: string) => `Was die, die im ersten Quartal kamen, von dem halten, was alle Empfänger halten: ${moved}.`,
    moved: (share: string, date: string) => `${share} am ${date}`,
  },
} as const

/** A cohort with what it held at the end of a month, smallest units. */
export type CohortMoment = Cohort & Pick<CohortMonth, 'day' | 'block'> & { held: bigint; dated: bigint }

/**
 * Every cohort at the end of each calendar year, and at the last month end. Who is still to come holds nothing yet, and has no row.
 *
 * @example toCohortMoments(study)[0] // { day: '2023-12-31', from: '2023-01-13', held: 410n, dated: 900n, … }
 */
export function toCohortMoments({ cohorts, months }: Pick<CohortStudy, 'cohorts' | 'months'>): CohortMoment[] {
  const ends = months.filter(({ day }, place) => months[place + 1]?.day.slice(0, 4) !== day.slice(0, 4))
  return ends.flatMap((month) => cohorts.flatMap((cohort, place): CohortMoment[] => (cohort.from > month.day ? [] : [{ ...cohort, day: month.day, block: month.block, held: month.cohorts[place]!, dated: toDated(month) }])))
}

/**
 * What each quarter's receivers held at the end of each year.
 *
 * @example cohortsOverTime(moments, token, 'en').rows[0]?.map(({ text }) => text) // ['31 Dec 2023', '13 Jan 2023', '912', '98,120,000', '61.2%']
 */
export function cohortsOverTime(moments: readonly CohortMoment[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const date = (day: string) => ({ value: day, text: formatDate(toTimestamp(day), locale) })
  return {
    caption: word.caption,
    columns: [
      { id: 'day', label: word.day, numeric: false },
      { id: 'from', label: word.from, numeric: false },
      { id: 'receivers', label: word.receivers, numeric: true },
      { id: 'held', label: `${word.held} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
    ],
    rows: moments.map(({ day, from, receivers, held, dated }) => {
      const share = toPart(held, dated)
      return [date(day), date(from), { value: receivers, text: formatNumber(receivers, 'count', locale) }, toAmountCell(held, token, locale), { value: share, text: share === null ? word.none : formatNumber(share, 'share', locale) }]
    }),
  }
}

/**
 * How the first cohort's share moved from year to year.
 *
 * @example cohortsOverTimeSentence(moments, 'en') // 'What those who came in the first quarter hold of what all receivers hold: 61.2% on 31 Dec 2023, 40.9% on 31 Dec 2024.'
 */
export function cohortsOverTimeSentence(moments: readonly CohortMoment[], locale: Locale): string {
  const word = words[locale]
  const told = moments.filter(({ from }) => from === moments[0]!.from).map(({ day, held, dated }) => word.moved(formatNumber(toPart(held, dated) ?? 0, 'share', locale), formatDate(toTimestamp(day), locale)))
  return word.sentence(told.join(', '))
}
