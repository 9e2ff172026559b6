import type { Lens } from '@/lib/domain/lens'
import type { Token } from '@/lib/domain/protocol'
import type { Measurement, Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { formatAmount, formatDate, formatNumber, formatTime } from './format'
import { unresolvedNote } from './unresolvedNote'

/** What a figure rests on: it stands beside every figure. All words are in the reader's language. */
export interface Basis {
  /** 'Block 21,500,000' or 'no block known' */
  block: string
  /** The block's hash where one was read, for those who check */
  hash: string | null
  date: string
  /** ISO 8601, for machines */
  dateTime: string
  lens: string
  denominator: string
  /** Of the lens's denominator, as it stands in a sentence: 'of the total supply', 'der Gesamtmenge' */
  ofDenominator: string
  /** The same and its limits as sentences, for a chart's notes. */
  notes: readonly string[]
}

/** A complete list's shares are of what it adds up to: nobody asked the contract for its supply. A cut-off one comes with its total. */
const ofList = { name: { en: 'list', de: 'Liste' }, of: { en: 'of the list', de: 'der Liste' } } as const

const words = {
  en: {
    block: 'Block',
    noBlock: 'no block known',
    shares: 'Shares are taken of the',
    imported: (file: string) => `From the imported list ${file}; it was not audited.`,
    ledger: 'Replayed from the ledger of Transfer logs, without an audit of its own.',
    truncated: 'The list was cut off: accounts below its last row are missing.',
    gaps: (count: number) => (count === 1 ? 'One reading failed and is missing.' : `${count} readings failed and are missing.`),
  },
  de: {
    block: 'Block',
    noBlock: 'Block unbekannt',
    shares: 'Bezugsgröße der Anteile:',
    imported: (file: string) => `Aus der importierten Liste ${file}; sie wurde nicht geprüft.`,
    ledger: 'Aus dem Hauptbuch der Transfer-Logs nachgerechnet, ohne eigene Prüfung.',
    truncated: 'Die Liste ist abgeschnitten: Konten unterhalb der letzten Zeile fehlen.',
    gaps: (count: number) => (count === 1 ? 'Eine Abfrage ist gescheitert und fehlt.' : `${count} Abfragen sind gescheitert und fehlen.`),
  },
} as const

/** What a basis is made from: a snapshot as seen through a lens. */
export interface Seen {
  token: Pick<Token, 'symbol' | 'decimals'>
  snapshot: Snapshot
  lens: Lens
  measurement: Measurement
}

/**
 * Says in words what the figures of a snapshot under a lens rest on.
 *
 * @example toBasis({ token: uni, snapshot, lens: toLens('raw'), measurement }, 'en').notes
 * // ['Block 21,500,000, 1 Apr 2026, 12:00 UTC.', 'Lens: All addresses. Shares are taken of the total supply, 1,000,000,000 UNI.']
 */
export function toBasis({ token, snapshot, lens, measurement }: Seen, locale: Locale): Basis {
  const word = words[locale]
  const block = snapshot.block ? `${word.block} ${formatNumber(snapshot.block.number, 'count', locale)}` : word.noBlock
  // Of an imported list nobody knows more than its day.
  const at = snapshot.origin === 'imported' ? null : snapshot.block
  const date = at ? formatTime(at.timestamp, locale) : formatDate(toTimestamp(snapshot.day), locale)
  const listed = snapshot.origin === 'imported' && snapshot.population === 'complete'
  const denominator = `${listed ? ofList.name[locale] : lens.denominator[locale]}, ${formatAmount({ units: measurement.denominator, decimals: token.decimals }, locale)} ${token.symbol}`
  const limits = [
    snapshot.origin === 'imported' && word.imported(snapshot.file?.name ?? '–'),
    snapshot.origin === 'ledger' && word.ledger,
    snapshot.population === 'truncated' && word.truncated,
    snapshot.gaps.length > 0 && word.gaps(snapshot.gaps.length),
    unresolvedNote(lens, measurement, locale),
  ]
  return {
    block,
    hash: snapshot.block?.hash ?? null,
    date,
    dateTime: at ? new Date(at.timestamp * 1000).toISOString() : snapshot.day,
    lens: lens.name[locale],
    denominator,
    ofDenominator: listed ? ofList.of[locale] : lens.ofDenominator[locale],
    notes: [
      `${block}, ${date}.`,
      `${locale === 'de' ? 'Sicht' : 'Lens'}: ${lens.name[locale]}. ${word.shares} ${denominator}.`,
      ...limits.filter((limit) => typeof limit === 'string'),
    ],
  }
}
