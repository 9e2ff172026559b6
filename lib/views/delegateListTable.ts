import type { Table } from '@/lib/domain/chartSpec'
import type { DelegateList } from '@/lib/domain/delegateList'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from './day'
import { toDelegateCells, toDelegateColumns, toPowerCell, toPowerColumn } from './delegateColumns'
import type { DelegateRow } from './delegateRow'
import { formatDate, formatNumber } from './format'

/** One delegate of an imported list. */
export type ListedDelegate = Pick<DelegateRow, 'rank' | 'address' | 'votes' | 'label' | 'banzhaf'>

const words = {
  en: {
    caption: 'Delegates of an imported list',
    origin: (file: string, day: string, block: string | null, sha256: string) => `Imported: ${file}, as of ${day}${block === null ? '' : `, block ${block}`}, SHA-256 ${sha256}. Nobody held it against the contract.`,
    complete: 'Shares and figures are of what the list has: where it is only the top of a longer one, nobody said so.',
    truncated: 'The list is the top of a longer one: shares are of all votes, and figures that the rest could move are bounds.',
  },
  de: {
    caption: 'Delegierte einer importierten Liste',
    origin: (file: string, day: string, block: string | null, sha256: string) => `Importiert: ${file}, Stand ${day}${block === null ? '' : `, Block ${block}`}, SHA-256 ${sha256}. Niemand hat sie mit dem Contract verglichen.`,
    complete: 'Anteile und Maße beziehen sich auf das, was in der Liste steht; falls sie nur die Spitze einer längeren ist, hat es niemand gesagt.',
    truncated: 'Die Liste ist die Spitze einer längeren: Anteile beziehen sich auf alle Stimmen, und Maße, die der Rest noch verändern könnte, sind Schranken.',
  },
} as const

/**
 * What an imported list is, in words.
 *
 * @example toListNotes({ file: { name: 'delegates.csv', sha256: 'ab…' }, day: '2026-04-01', block: null, population: 'complete' }, 'en')[0] // 'Imported: delegates.csv, as of 1 Apr 2026, SHA-256 ab…. Nobody held it against the contract.'
 */
export function toListNotes({ file, day, block, population }: Pick<DelegateList, 'file' | 'day' | 'block' | 'population'>, locale: Locale): string[] {
  const word = words[locale]
  return [word.origin(file.name, formatDate(toTimestamp(day), locale), block === null ? null : formatNumber(block, 'count', locale), file.sha256), word[population]]
}

/**
 * The delegates of an imported list, largest first: votes, their share, and how much they decide.
 *
 * @param denominator what shares are taken of, smallest units, positive
 * @example delegateListTable([row], { token, denominator: 10n }, 'en').rows[0]?.[4]?.text // '50.0%'
 */
export function delegateListTable(rows: readonly ListedDelegate[], { token, denominator }: { token: Pick<Token, 'symbol' | 'decimals'>; denominator: bigint }, locale: Locale): Table {
  return {
    caption: words[locale].caption,
    columns: [...toDelegateColumns(token, locale), toPowerColumn(locale)],
    rows: rows.map((row) => [...toDelegateCells(row, { token, denominator }, locale), toPowerCell(row.banzhaf, locale)]),
  }
}
