import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell, toAmountCell, toShareCell } from './accountCells'
import type { DelegateRow } from './delegateRow'
import { formatNumber } from './format'
import { shortAddress } from './holderRow'

const words = {
  en: { rank: 'Rank', address: 'Delegate', label: 'Label', votes: 'Votes', share: 'Share', banzhaf: 'Power (Banzhaf)', uncounted: 'not counted' },
  de: { rank: 'Rang', address: 'Delegierter', label: 'Bezeichnung', votes: 'Stimmen', share: 'Anteil', banzhaf: 'Macht (Banzhaf)', uncounted: 'nicht gezählt' },
} as const

type Column = Table['columns'][number]

/**
 * What tables of delegates begin with: who has how many votes.
 *
 * @example toDelegateColumns({ symbol: 'UNI' }, 'en')[3]?.label // 'Votes (UNI)'
 */
export function toDelegateColumns({ symbol }: Pick<Token, 'symbol'>, locale: Locale): Column[] {
  const word = words[locale]
  return [
    { id: 'rank', label: word.rank, numeric: true },
    { id: 'address', label: word.address, numeric: false },
    { id: 'label', label: word.label, numeric: false },
    { id: 'votes', label: `${word.votes} (${symbol})`, numeric: true },
    { id: 'share', label: word.share, numeric: true },
  ]
}

/**
 * One delegate's cells in those columns.
 *
 * @param denominator what shares are taken of, smallest units, positive
 * @example toDelegateCells(row, { token, denominator: 10n }, 'en')[4]?.text // '50.0%'
 */
export const toDelegateCells = (
  { rank, address, label, votes }: Pick<DelegateRow, 'rank' | 'address' | 'label' | 'votes'>,
  { token, denominator }: { token: Pick<Token, 'symbol' | 'decimals'>; denominator: bigint },
  locale: Locale,
): Cell[] => [
  { value: rank, text: formatNumber(rank, 'count', locale) },
  toAccountCell(address, locale, shortAddress(address)),
  { value: label?.name ?? null, text: label?.name ?? '' },
  toAmountCell(votes, token, locale),
  toShareCell(votes, denominator, locale),
]

/**
 * What they end with: how much each decides.
 *
 * @example toPowerColumn('en') // { id: 'banzhaf', label: 'Power (Banzhaf)', numeric: true }
 */
export const toPowerColumn = (locale: Locale): Column => ({ id: 'banzhaf', label: words[locale].banzhaf, numeric: true })

/**
 * One delegate's power; said where it was not counted.
 *
 * @example toPowerCell(0.331, 'en') // { value: 0.331, text: '33.1%' }
 */
export const toPowerCell = (banzhaf: number | null, locale: Locale): Cell =>
  banzhaf === null ? { value: null, text: words[locale].uncounted } : { value: banzhaf, text: formatNumber(banzhaf, 'share', locale) }
