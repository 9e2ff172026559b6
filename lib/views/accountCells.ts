import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { AccountToken } from '@/lib/domain/account'
import type { Cell } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { formatAmount, formatDate, formatNumber } from './format'
import { toHref } from './href'

/**
 * The page of an account.
 *
 * @param address EIP-55
 * @example toAccountHref('0x1F98…F984', 'de') // '/de/accounts/0x1F98…F984'
 */
export const toAccountHref = (address: string, locale: Locale): string => toHref(locale, `/accounts/${address}`)

/**
 * An address that leads to its account.
 *
 * @param address EIP-55
 * @example toAccountCell('0x1F98…F984', 'en').href // '/accounts/0x1F98…F984'
 */
export const toAccountCell = (address: string, locale: Locale, text = address): Cell => ({ value: address, text, href: toAccountHref(address, locale) })

/** A token with its protocol, where rows are of several. */
export const toTokenCell = ({ token, protocol, protocolName }: Pick<AccountToken, 'token' | 'protocol' | 'protocolName'>, locale: Locale): Cell => ({
  value: token.symbol, text: `${token.symbol} (${protocolName})`, href: toHref(locale, `/protocols/${protocol}`),
})

/** Where a row's figures were read: 'block 21,500,000, 1 Apr 2026'. */
export const toBlockCell = ({ block, timestamp }: Pick<AccountToken, 'block' | 'timestamp'>, locale: Locale): Cell => ({
  value: block, text: `${formatNumber(block, 'count', locale)}, ${formatDate(timestamp, locale)}`,
})

/** An amount of tokens: rounded to read, exact to compare. */
export const toAmountCell = (units: bigint, { decimals }: Pick<Token, 'decimals'>, locale: Locale): Cell => ({
  value: toDecimalString(units, decimals), text: formatAmount({ units, decimals }, locale),
})

/** A part of a positive whole. */
export function toShareCell(part: bigint, whole: bigint, locale: Locale): Cell {
  const share = toRatio(part, whole)
  return { value: share, text: formatNumber(share, 'share', locale) }
}

/** A source that is an address on the web is a link to it; only http, because labels come from files of many hands. */
export function toSourceCell(source: string): Cell {
  if (!/^https?:\/\//.test(source) || !URL.canParse(source)) return { value: source, text: source }
  return { value: source, text: new URL(source).hostname, href: source }
}

const sayNothing = { en: 'nothing', de: 'nichts' } as const

/** Where there is nothing to say a figure of. */
export const toNothingCell = (locale: Locale): Cell => ({ value: null, text: sayNothing[locale] })
