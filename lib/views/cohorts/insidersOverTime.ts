import type { ChartSpec } from '@/lib/domain/chartSpec'
import { insiderRoles, type CohortStudy, type InsiderMonth } from '@/lib/domain/cohorts'
import { accountRoles } from '@/lib/domain/label'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toMonthPoints, toPart } from './months'

const words = {
  en: {
    title: (symbol: string) => `What insiders and the treasury hold of ${symbol}`, y: 'Share of the total supply',
    sentence: (from: string, to: string, before: string, after: string, parts: string) => `From ${from} to ${to} the accounts of insiders and the treasury went from ${before} of the supply to ${after}: ${parts}.`,
    part: (name: string, before: string, after: string) => `${name} from ${before} to ${after}`,
    note: (counts: string) => `Labelled accounts: ${counts}. In every month the roles are those known on the last day. Counted is what lies in these accounts; what contracts hold for them is not, but for vesting contracts, which are counted themselves.`,
  },
  de: {
    title: (symbol: string) => `Was Insider und die Treasury von ${symbol} halten`, y: 'Anteil an der Gesamtmenge',
    sentence: (from: string, to: string, before: string, after: string, parts: string) => `Vom ${from} bis zum ${to} ging der Anteil der Konten von Insidern und Treasury an der Gesamtmenge von ${before} auf ${after}: ${parts}.`,
    part: (name: string, before: string, after: string) => `${name} von ${before} auf ${after}`,
    note: (counts: string) => `Bezeichnete Konten: ${counts}. In jedem Monat gelten die Rollen, die am letzten Tag bekannt waren. Gezählt ist, was in diesen Konten liegt; was Contracts für sie halten, nicht, außer dem Bestand der Vesting-Contracts selbst.`,
  },
} as const

/**
 * What insiders hold month by month, by role, as layers.
 *
 * @returns null where no account is known to be an insider's, or nothing was issued
 * @example insidersOverTime(study, 'DSWP', notes, 'en')?.series.map(({ id }) => id) // ['team', 'investor', 'timelock', 'vesting']
 */
export function insidersOverTime({ insiders, insiderMonths }: Pick<CohortStudy, 'insiders' | 'insiderMonths'>, symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const shown = insiderRoles.filter((role) => insiders[role] > 0)
  const issued = insiderMonths.filter(({ supply }) => supply > 0n)
  const [first, last] = [issued[0], issued.at(-1)]
  if (!first || !last || shown.length === 0) return null
  const shareOf = ({ byRole, supply }: InsiderMonth, roles: typeof shown) => toPart(roles.reduce((sum, role) => sum + byRole[role], 0n), supply)
  const share = (month: InsiderMonth, roles: typeof shown) => formatNumber(shareOf(month, roles)!, 'share', locale)
  const on = ({ day }: InsiderMonth) => formatDate(toTimestamp(day), locale)
  const parts = shown.map((role) => word.part(accountRoles[role][locale], share(first, [role]), share(last, [role])))
  return {
    id: 'insidersOverTime',
    title: word.title(symbol),
    sentence: word.sentence(on(first), on(last), share(first, shown), share(last, shown), parts.join(', ')),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share' },
    stacked: true,
    series: shown.map((role) => ({ id: role, label: accountRoles[role][locale], shape: 'area', emphasis: 'main', points: toMonthPoints(insiderMonths, (month) => shareOf(month, [role])) })),
    notes: [word.note(shown.map((role) => `${accountRoles[role][locale]} ${formatNumber(insiders[role], 'count', locale)}`).join(', ')), ...notes],
    locale,
  }
}
