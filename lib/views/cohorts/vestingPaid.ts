import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { CohortStudy, InsiderMonth } from '@/lib/domain/cohorts'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toMonthPoints, toPart } from './months'

const words = {
  en: {
    title: (symbol: string) => `What vesting contracts have paid out in ${symbol}`, y: 'Share of the total supply', paid: 'paid out so far', still: 'still in vesting contracts', people: 'with team and investors',
    sentence: (contracts: string, date: string, paid: string, still: string, people: string) => `Up to ${date} the vesting contracts known (${contracts}) have paid out ${paid} of the supply and still hold ${still}; labelled accounts of team and investors hold ${people}.`,
    note: 'Paid out is what left the contracts; what could be fetched and was not is still in them.',
  },
  de: {
    title: (symbol: string) => `Was Vesting-Contracts von ${symbol} ausgezahlt haben`, y: 'Anteil an der Gesamtmenge', paid: 'bisher ausgezahlt', still: 'noch in Vesting-Contracts', people: 'bei Team und Investoren',
    sentence: (contracts: string, date: string, paid: string, still: string, people: string) => `Bis zum ${date} haben die bekannten Vesting-Contracts (${contracts}) ${paid} der Gesamtmenge ausgezahlt und halten noch ${still}; bezeichnete Konten von Team und Investoren halten ${people}.`,
    note: 'Ausgezahlt ist, was die Contracts verließ; was abgeholt werden könnte und nicht wurde, liegt noch in ihnen.',
  },
} as const

/** A month with all that left vesting contracts up to its end. */
export type VestingMonth = InsiderMonth & { paidSoFar: bigint }

/**
 * Months with what left vesting contracts so far, smallest units.
 *
 * @example toVestingMonths(study.insiderMonths).at(-1)?.paidSoFar // 30n
 */
export function toVestingMonths(months: readonly InsiderMonth[]): VestingMonth[] {
  let paidSoFar = 0n
  return months.map((month) => ({ ...month, paidSoFar: (paidSoFar += month.paidOut) }))
}

/**
 * What vesting contracts paid out and still hold, month by month, and what those hold who are paid by such.
 *
 * @returns null where no vesting contract is known, or nothing was issued
 * @example vestingPaid(study, 'DSWP', notes, 'en')?.series.map(({ id }) => id) // ['paid', 'still', 'people']
 */
export function vestingPaid({ insiders, insiderMonths }: Pick<CohortStudy, 'insiders' | 'insiderMonths'>, symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const months = toVestingMonths(insiderMonths)
  const last = months.findLast(({ supply }) => supply > 0n)
  if (!last || insiders.vesting === 0) return null
  const lines = [
    { id: 'paid', of: ({ paidSoFar }: VestingMonth) => paidSoFar },
    { id: 'still', of: ({ byRole }: VestingMonth) => byRole.vesting },
    { id: 'people', of: ({ byRole }: VestingMonth) => byRole.team + byRole.investor },
  ] as const
  const share = (place: number) => formatNumber(toPart(lines[place]!.of(last), last.supply)!, 'share', locale)
  return {
    id: 'vestingPaid',
    title: word.title(symbol),
    sentence: word.sentence(formatNumber(insiders.vesting, 'count', locale), formatDate(toTimestamp(last.day), locale), share(0), share(1), share(2)),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share' },
    series: lines.map(({ id, of }) => ({ id, label: word[id], shape: 'line', emphasis: id === 'paid' ? 'main' : 'second', points: toMonthPoints(months, (month) => toPart(of(month), month.supply)) })),
    notes: [word.note, ...notes],
    locale,
  }
}
