import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell, toSourceCell } from './accountCells'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'
import { roleText, type HolderRow } from './holderRow'
import { waysText } from './waysText'

const words = {
  en: { caption: 'Holders', rank: 'Rank', address: 'Address', amount: 'Amount', share: 'Share', label: 'Label', ways: 'Held through', source: 'Source' },
  de: { caption: 'Halter', rank: 'Rang', address: 'Adresse', amount: 'Menge', share: 'Anteil', label: 'Bezeichnung', ways: 'Gehalten über', source: 'Quelle' },
} as const

const nothing: Cell = { value: null, text: '' }

/**
 * Holders as a table: rank, address, the amount to its last digit, its share of the lens's denominator, where the rows say so the contracts it is
 * held through, and who it is according to whom.
 *
 * @param denominator smallest units, positive
 * @example holdersTable([{ rank: 1, address: '0x…', amount: 5n, label: null }], token, 10n, 'en').rows[0]?.[3] // { value: 0.5, text: '50.0%' }
 */
export function holdersTable(
  rows: readonly HolderRow[],
  token: Pick<Token, 'symbol' | 'decimals'>,
  denominator: bigint,
  locale: Locale,
): Table {
  const word = words[locale]
  const through = rows.some(({ ways }) => ways)
  return {
    caption: word.caption,
    columns: [
      { id: 'rank', label: word.rank, numeric: true },
      { id: 'address', label: word.address, numeric: false },
      { id: 'label', label: word.label, numeric: false },
      { id: 'amount', label: `${word.amount} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      ...(through ? [{ id: 'ways', label: word.ways, numeric: false }] : []),
      { id: 'source', label: word.source, numeric: false },
    ],
    rows: rows.map((row) => {
      const share = toRatio(row.amount, denominator)
      return [
        { value: row.rank, text: formatNumber(row.rank, 'count', locale) },
        toAccountCell(row.address, locale),
        toLabelCell(row, locale),
        { value: toDecimalString(row.amount, token.decimals), text: exactAmount(row.amount, token.decimals, locale) },
        { value: share, text: formatNumber(share, 'share', locale) },
        ...(through ? [toWaysCell(row, token, locale)] : []),
        row.label ? toSourceCell(row.label.source) : nothing,
      ]
    }),
  }
}

function toLabelCell({ label }: HolderRow, locale: Locale): Cell {
  if (!label) return nothing
  const role = roleText(label.role, locale)
  return { value: label.name, text: role && role.toLowerCase() !== label.name.toLowerCase() ? `${label.name} (${role})` : label.name }
}

function toWaysCell({ ways = [] }: HolderRow, token: Pick<Token, 'decimals'>, locale: Locale): Cell {
  return { value: ways[0]?.contracts.map(({ address }) => address).join('>') || 'wallet', text: waysText(ways, token, locale) }
}
