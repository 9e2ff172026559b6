import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Cohort, CohortStudy } from '@/lib/domain/cohorts'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell } from '../accountCells'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toDated, toPart } from './months'

const words = {
  en: {
    caption: 'Holders by quarter of first receipt', from: 'First received from', to: 'to', receivers: 'Receivers', share: 'Share of all receivers', holders: 'Still hold some', holding: 'Share that still holds some', held: 'They hold', heldShare: 'Share of what is held', none: '–',
    sentence: (share: string, receivers: string, still: string) => `The first quarter brought ${receivers} receivers; ${still} of them still hold some, ${share} of what all receivers hold.`,
  },
  de: {
    caption: 'Halter nach Quartal des ersten Empfangs', from: 'Zuerst empfangen ab', to: 'bis', receivers: 'Empfänger', share: 'Anteil an allen Empfängern', holders: 'Halten noch etwas', holding: 'Anteil, der noch etwas hält', held: 'Bestand', heldShare: 'Anteil am Bestand', none: '–',
    sentence: (share: string, receivers: string, still: string) => `Das erste Quartal brachte ${receivers} Empfänger; ${still} von ihnen halten noch etwas, ${share} von dem, was alle Empfänger halten.`,
  },
} as const

/** A cohort with what it holds at the end, smallest units. */
export type CohortRow = Cohort & { held: bigint; dated: bigint; receiversOfAll: number }

/**
 * Cohorts with what each holds at the end of the study.
 *
 * @example toCohortRows(study)[0]?.held // 200n
 */
export function toCohortRows({ cohorts, months, receivers }: Pick<CohortStudy, 'cohorts' | 'months' | 'receivers'>): CohortRow[] {
  const last = months.at(-1)
  return last ? cohorts.map((cohort, place) => ({ ...cohort, held: last.cohorts[place]!, dated: toDated(last), receiversOfAll: receivers })) : []
}

/**
 * Each quarter's receivers: how many there are, how many still hold some, and how much.
 *
 * @example cohortsTable(rows, token, 'en').rows[0]?.map(({ text }) => text) // ['13 Jan 2023', '12 Apr 2023', '912', '66.1%', '310', '34.0%', '98,120,000', '21.4%']
 */
export function cohortsTable(rows: readonly CohortRow[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number): Cell => ({ value, text: formatNumber(value, 'count', locale) })
  const share = (value: number | null): Cell => ({ value, text: value === null ? word.none : formatNumber(value, 'share', locale) })
  const day = (value: string): Cell => ({ value, text: formatDate(toTimestamp(value), locale) })
  return {
    caption: word.caption,
    columns: [
      { id: 'from', label: word.from, numeric: false },
      { id: 'to', label: word.to, numeric: false },
      { id: 'receivers', label: word.receivers, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      { id: 'holders', label: word.holders, numeric: true },
      { id: 'holding', label: word.holding, numeric: true },
      { id: 'held', label: `${word.held} (${token.symbol})`, numeric: true },
      { id: 'heldShare', label: word.heldShare, numeric: true },
    ],
    rows: rows.map(({ from, to, receivers, holders, held, dated, receiversOfAll }) => [
      day(from), day(to), count(receivers), share(receivers / receiversOfAll), count(holders), share(receivers > 0 ? holders / receivers : null), toAmountCell(held, token, locale), share(toPart(held, dated)),
    ]),
  }
}

/**
 * What became of the first cohort.
 *
 * @param rows at least one
 * @example cohortsSentence(rows, 'en') // 'The first quarter brought 912 receivers; 310 of them still hold some, 21.4% of what all receivers hold.'
 */
export function cohortsSentence([first]: readonly CohortRow[], locale: Locale): string {
  const count = (value: number) => formatNumber(value, 'count', locale)
  return first ? words[locale].sentence(formatNumber(toPart(first.held, first.dated) ?? 0, 'share', locale), count(first.receivers), count(first.holders)) : ''
}
