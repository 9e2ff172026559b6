import { toDecimalString } from '@/lib/domain/amount'
import type { Table } from '@/lib/domain/chartSpec'
import { excludedParts } from '@/lib/domain/excludedPart'
import type { Token } from '@/lib/domain/protocol'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

const words = {
  en: { caption: 'What this lens leaves out', role: 'Role or reason', accounts: 'Accounts', amount: 'Amount' },
  de: { caption: 'Was diese Sicht weglässt', role: 'Rolle oder Grund', accounts: 'Konten', amount: 'Menge' },
} as const

/**
 * What a lens leaves out, by role or reason; no rows where it leaves nothing out. With the denominator it adds up to all claims.
 *
 * @example excludedTable({ excluded: [{ role: 'treasury', accounts: 1, amount: 4n }] }, token, 'en').rows[0]?.[0]?.text // 'treasury'
 */
export function excludedTable({ excluded }: Pick<Measurement, 'excluded'>, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'role', label: word.role, numeric: false },
      { id: 'accounts', label: word.accounts, numeric: true },
      { id: 'amount', label: `${word.amount} (${token.symbol})`, numeric: true },
    ],
    rows: excluded.map(({ role, accounts, amount }) => [
      { value: role, text: excludedParts[role][locale] },
      { value: accounts, text: formatNumber(accounts, 'count', locale) },
      { value: toDecimalString(amount, token.decimals), text: exactAmount(amount, token.decimals, locale) },
    ]),
  }
}
