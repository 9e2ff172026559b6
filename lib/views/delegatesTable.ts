import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell, toShareCell } from './accountCells'
import { toDelegateCells, toDelegateColumns, toPowerCell, toPowerColumn } from './delegateColumns'
import type { DelegateRow } from './delegateRow'
import { formatNumber } from './format'
import { shortAddress } from './holderRow'

const words = {
  en: {
    caption: 'Delegates', delegators: 'Delegators', own: 'Own',
    last: (count: number) => `Voted, last ${count}`, all: (count: number) => `Voted, all ${count}`, untold: 'not known', of: (cast: number, all: number) => `${cast}, missed ${all - cast}`,
    none: 'Nobody has a vote.', found: (count: string, symbol: string) => `${count} accounts can vote with ${symbol}.`, one: (symbol: string) => `One account can vote with ${symbol}.`,
    largest: (name: string, share: string) => ` The largest, ${name}, has ${share} of the votes.`,
    power: (share: string) => ` By Banzhaf it has ${share} of the power.`,
  },
  de: {
    caption: 'Delegierte', delegators: 'Delegierende', own: 'Eigene',
    last: (count: number) => `Abgestimmt, letzte ${count}`, all: (count: number) => `Abgestimmt, alle ${count}`, untold: 'nicht bekannt', of: (cast: number, all: number) => `${cast}, ${all - cast} versäumt`,
    none: 'Niemand hat eine Stimme.', found: (count: string, symbol: string) => `${count} Konten können mit ${symbol} abstimmen.`, one: (symbol: string) => `Ein Konto kann mit ${symbol} abstimmen.`,
    largest: (name: string, share: string) => ` Das größte, ${name}, hat ${share} der Stimmen.`,
    power: (share: string) => ` Nach Banzhaf hat es ${share} der Macht.`,
  },
} as const

/** Of how many proposals votes cast are told. */
export interface ProposalCounts {
  last: number
  decided: number
}

/**
 * Delegates largest first: votes and their share, from how many, how much of it is their own, how often they voted, and how much they decide.
 *
 * @param denominator what shares are taken of, smallest units, positive
 * @example delegatesTable([row], { token, denominator: 10n, proposals: { last: 10, decided: 42 } }, 'en').rows[0]?.[7]?.text // '9, missed 1'
 */
export function delegatesTable(
  rows: readonly DelegateRow[],
  { token, denominator, proposals: { last, decided } }: { token: Pick<Token, 'symbol' | 'decimals'>; denominator: bigint; proposals: ProposalCounts },
  locale: Locale,
): Table {
  const word = words[locale]
  const untold: Cell = { value: null, text: word.untold }
  const voted = (cast: number, all: number): Cell => (all === 0 ? untold : { value: cast, text: word.of(cast, all) })
  return {
    caption: word.caption,
    columns: [
      ...toDelegateColumns(token, locale),
      { id: 'delegators', label: word.delegators, numeric: true },
      { id: 'own', label: `${word.own} (${token.symbol})`, numeric: true },
      { id: 'last', label: word.last(last), numeric: true },
      { id: 'all', label: word.all(decided), numeric: true },
      toPowerColumn(locale),
    ],
    rows: rows.map(({ delegators, own, cast, banzhaf, ...row }) => [
      ...toDelegateCells(row, { token, denominator }, locale),
      delegators === null ? untold : { value: delegators, text: formatNumber(delegators, 'count', locale) },
      own === null ? untold : toAmountCell(own, token, locale),
      voted(cast.last, last),
      voted(cast.all, decided),
      toPowerCell(banzhaf, locale),
    ]),
  }
}

/**
 * How many can vote, and who has most.
 *
 * @example delegatesSentence([], uni, 10n, 'en') // 'Nobody has a vote.'
 */
export function delegatesSentence(rows: readonly Pick<DelegateRow, 'address' | 'label' | 'votes' | 'banzhaf'>[], { symbol }: Pick<Token, 'symbol'>, denominator: bigint, locale: Locale): string {
  const word = words[locale]
  const largest = rows[0]
  if (!largest) return word.none
  const count = rows.length === 1 ? word.one(symbol) : word.found(formatNumber(rows.length, 'count', locale), symbol)
  const share = toShareCell(largest.votes, denominator, locale).text
  const power = largest.banzhaf === null ? '' : word.power(formatNumber(largest.banzhaf, 'share', locale))
  return count + word.largest(largest.label?.name ?? shortAddress(largest.address), share) + power
}
