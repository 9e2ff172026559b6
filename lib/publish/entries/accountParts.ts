import type { Account, AccountToken } from '@/lib/domain/account'
import type { Locale, Text } from '@/lib/domain/text'
import { shortAddress } from '@/lib/views/holderRow'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import type { Chart, Loaded } from '../view'

/**
 * What every chart of an account has in common: it is of many tokens, each at its own newest block. Tokens of several chains share no block, and
 * what an account owns through contracts is kept of the newest look-through alone, so that no address names one; each row says its own.
 */
export const ofAccount = { scopes: ['account'], lenses: false, days: false, fixed: false, long: false } as const satisfies Partial<Chart>

/** An account with what it is called. */
export interface AccountParts {
  account: Account
  /** EIP-55 */
  address: string
  /** Short enough for a title */
  name: string
  display: Loaded['displayAddress']
}

/** What the charts of an account begin with; null for charts of anything else. */
export function toAccountParts({ account, displayAddress }: Loaded): AccountParts | null {
  if (!account) return null
  const address = displayAddress(account.address)
  return { account, address, name: shortAddress(address), display: displayAddress }
}

/** A title with the account that it is of. */
export const toAccountTitle = (title: Text, { name }: AccountParts, locale: Locale): string => `${title[locale]}: ${name}`

/** Whose row it is. */
export const ownerColumn = <Row>({ address }: AccountParts): CsvColumn<Row> => ({ name: 'address', kind: 'code', value: () => address })

/** Of which token a row is, and at which block: with what every file of ours ends, but for the lens, which rows here have several of. */
export const tokenColumns = <Row>({ display }: AccountParts, of: (row: Row) => AccountToken): CsvColumn<Row>[] => [
  { name: 'symbol', kind: 'text', value: (row) => of(row).token.symbol },
  ...basisColumns<Row>((row) => {
    const { protocol, token, day, block, timestamp } = of(row)
    return { protocol, tokenAddress: display(token.address), lens: 'raw', denominator: 0n, origin: 'chain', day, block: { number: block, timestamp } }
  }).filter(({ name }) => name !== 'lens' && name !== 'denominator_raw'),
  { name: 'audit', kind: 'code', value: (row) => of(row).audit ?? 'none' },
]
