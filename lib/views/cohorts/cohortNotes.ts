import type { CohortStudy } from '@/lib/domain/cohorts'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toDated, toPart } from './months'

const words = {
  en: {
    basis: (date: string, block: string) => `Ends of months up to ${date}, block ${block}, replayed from the ledger of Transfer logs.`,
    who: (left: string) => `What contracts hold for others counts for its owners; addresses known to be one owner’s are one. Left out, by their labels: ${left} accounts (contracts, exchanges, treasuries and whoever else holds for others). Contracts without a label count as people.`,
    shares: 'Shares are taken of what all counted receivers hold, not of the supply.',
    undated: (share: string) => `Accounts that own some through contracts without ever having received any hold a further ${share}; when they came is not known.`,
    gap: (subject: string, reason: string) => `Missing: ${subject} (${reason}).`,
  },
  de: {
    basis: (date: string, block: string) => `Monatsenden bis zum ${date}, Block ${block}, aus dem Hauptbuch der Transfer-Logs nachgerechnet.`,
    who: (left: string) => `Was Contracts für andere halten, zählt für deren Eigentümer; Adressen, die bekanntermaßen einem gehören, sind einer. Nach ihren Bezeichnungen weggelassen: ${left} Konten (Contracts, Börsen, Treasurys und wer sonst für andere hält). Contracts ohne Bezeichnung zählen als Menschen.`,
    shares: 'Anteile beziehen sich auf das, was alle gezählten Empfänger halten, nicht auf die Gesamtmenge.',
    undated: (share: string) => `Konten, denen über Contracts etwas gehört, ohne dass sie je etwas empfangen hätten, halten weitere ${share}; wann sie kamen, ist nicht bekannt.`,
    gap: (subject: string, reason: string) => `Es fehlt: ${subject} (${reason}).`,
  },
} as const

/** A study, and the last day and block in it. */
export interface StudiedCohorts {
  study: CohortStudy
  day: string
  block: number
}

/**
 * What figures by arrival rest on.
 *
 * @param about 'arrival' where shares are taken of what receivers hold
 * @example toCohortNotes({ study, day: '2025-12-31', block: 12_345 }, 'insiders', 'en')[0] // 'Ends of months up to 31 Dec 2025, block 12,345, replayed from the ledger of Transfer logs.'
 */
export function toCohortNotes({ study, day, block }: StudiedCohorts, about: 'arrival' | 'payouts' | 'insiders', locale: Locale): string[] {
  const word = words[locale]
  const basis = word.basis(formatDate(toTimestamp(day), locale), formatNumber(block, 'count', locale))
  if (about === 'insiders') return [basis]
  const last = study.months.at(-1)
  const undated = last ? last.held - toDated(last) : 0n
  const share = last && undated > 0n ? toPart(undated, toDated(last)) : null
  return [
    ...(about === 'arrival' ? [word.shares] : []),
    word.who(formatNumber(study.leftOut, 'count', locale)),
    ...(about === 'arrival' && share !== null ? [word.undated(formatNumber(share, 'share', locale))] : []),
    basis,
    ...study.gaps.map(({ subject, reason }) => word.gap(subject, reason)),
  ]
}
