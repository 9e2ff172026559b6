import type { WrappedHolding } from '@/lib/domain/account'
import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import { unresolvedReasons, type UnresolvedReason } from '@/lib/domain/contractOwnership'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell, toAmountCell, toBlockCell, toShareCell, toTokenCell } from './accountCells'
import { formatNumber } from './format'
import { shortAddress } from './holderRow'

const words = {
  en: {
    caption: 'For whom it holds', owner: 'For whom', token: 'Token', asset: 'Held as', amount: 'Amount', share: 'Share of what it holds', source: 'As told by', block: 'Block',
    others: 'other owners', elsewhere: 'on by other contracts, unresolved there or by many small ways', unresolved: (reason: string) => `unresolved: ${reason}`,
    none: 'It is no contract that is looked through: what it holds counts as its own.',
    holds: (amount: string, token: string, asset: string, owners: string) => `It holds ${amount} ${token}${asset === token ? '' : ` as ${asset}`} for others: ${owners}.`,
    owners: (count: number) => (count === 1 ? 'one owner' : `${formatNumber(count, 'count', 'en')} owners`),
    note: 'Amounts of the token that reach an owner through this contract, also by way of further ones.',
  },
  de: {
    caption: 'Für wen es hält', owner: 'Für wen', token: 'Token', asset: 'Gehalten als', amount: 'Menge', share: 'Anteil an seinem Bestand', source: 'Laut', block: 'Block',
    others: 'weitere Eigentümer', elsewhere: 'in weiteren Contracts, dort ungeklärt oder auf vielen kleinen Wegen', unresolved: (reason: string) => `ungeklärt: ${reason}`,
    none: 'Durch diesen Contract wird nicht hindurchgeschaut: Was er hält, zählt als seines.',
    holds: (amount: string, token: string, asset: string, owners: string) => `Es hält ${amount} ${token}${asset === token ? '' : ` in Form von ${asset}`} für andere: ${owners}.`,
    owners: (count: number) => (count === 1 ? 'ein Eigentümer' : `${formatNumber(count, 'count', 'de')} Eigentümer`),
    note: 'Mengen des Tokens, die über diesen Contract bei einem Eigentümer ankommen, auch über weitere Contracts.',
  },
} as const

/** One part of what a contract holds: an owner's, all further owners', what is unresolved, or what goes on elsewhere. */
export interface WrappedRow {
  of: WrappedHolding
  kind: 'owner' | 'others' | 'unresolved' | 'elsewhere'
  account: Address | null
  label: string | null
  reason: UnresolvedReason | null
  amount: bigint
}

/**
 * Everything that a contract holds, part by part: Σ amount is what it holds, to the smallest unit.
 *
 * @example toWrappedRows({ held: 10n, owned: 7n, owners: [{ account: a, amount: 5n, label: null }], unresolved: [], … }).map(({ amount }) => amount) // [5n, 2n, 3n]
 */
export function toWrappedRows(of: WrappedHolding): WrappedRow[] {
  const { held, owned, owners, unresolved } = of
  const nobody = { of, account: null, label: null, reason: null }
  const named = owners.reduce((sum, { amount }) => sum + amount, 0n)
  const open = unresolved.reduce((sum, { amount }) => sum + amount, 0n)
  const rows: WrappedRow[] = [
    ...owners.map(({ account, label, amount }): WrappedRow => ({ ...nobody, kind: 'owner', account, label, amount })),
    { ...nobody, kind: 'others', amount: owned - named },
    ...unresolved.map(({ reason, amount }): WrappedRow => ({ ...nobody, kind: 'unresolved', reason, amount })),
    { ...nobody, kind: 'elsewhere', amount: held - owned - open },
  ]
  return rows.filter(({ amount }) => amount > 0n)
}

/**
 * For whom a contract holds what it holds: its largest owners, and what stays unresolved.
 *
 * @param display writes addresses as people read them (EIP-55)
 * @example accountOwners(toWrappedRows(holding), display, 'en').rows[0]?.[3]?.text // '5'
 */
export function accountOwners(rows: readonly WrappedRow[], display: (address: Address) => string, locale: Locale): Table {
  const word = words[locale]
  const toOwnerCell = ({ kind, account, label, reason }: WrappedRow): Cell => {
    if (account) return toAccountCell(display(account), locale, label ? `${label} (${shortAddress(display(account))})` : display(account))
    return { value: reason ?? kind, text: reason ? word.unresolved(unresolvedReasons[reason][locale]) : kind === 'others' ? word.others : word.elsewhere }
  }
  return {
    caption: word.caption,
    columns: [
      { id: 'owner', label: word.owner, numeric: false },
      { id: 'token', label: word.token, numeric: false },
      { id: 'asset', label: word.asset, numeric: false },
      { id: 'amount', label: word.amount, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      { id: 'source', label: word.source, numeric: false },
      { id: 'block', label: word.block, numeric: true },
    ],
    rows: rows.map((row) => [
      toOwnerCell(row),
      toTokenCell(row.of, locale),
      { value: row.of.assetName, text: row.of.assetName },
      toAmountCell(row.amount, row.of.token, locale),
      toShareCell(row.amount, row.of.held, locale),
      { value: row.of.source, text: row.of.sourceName[locale] },
      toBlockCell(row.of, locale),
    ]),
  }
}

/**
 * What a contract holds for how many, in a sentence for each token.
 *
 * @example accountOwnersSentence([], 'en') // 'It is no contract that is looked through: what it holds counts as its own.'
 */
export function accountOwnersSentence(wrapped: readonly WrappedHolding[], locale: Locale): string {
  const word = words[locale]
  if (wrapped.length === 0) return word.none
  return wrapped.map(({ held, token, assetName, ownerCount }) => word.holds(toAmountCell(held, token, locale).text, token.symbol, assetName, word.owners(ownerCount))).join(' ')
}

/** Which amounts are told. */
export const accountOwnersNote = (locale: Locale): string => words[locale].note
