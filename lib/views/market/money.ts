import { toDecimalString } from '@/lib/domain/amount'
import type { Cell } from '@/lib/domain/chartSpec'
import type { Currency, PoolFacts } from '@/lib/domain/pool'
import type { Locale } from '@/lib/domain/text'
import { formatAmount, formatCompact } from '../format'

/** What money is told in, as people write it. */
export interface MoneyUnit {
  currency: Currency
  /** The quote token's symbol is whoever deployed it's text */
  symbol: string
  decimals: number
}

/**
 * The unit of a currency for a pool: dollars and ether have 18 decimals, the quote token its own.
 *
 * @example toMoneyUnit(facts, 'dollar') // { currency: 'dollar', symbol: '$', decimals: 18 }
 */
export function toMoneyUnit({ tokens, quote }: Pick<PoolFacts, 'tokens' | 'quote'>, currency: Currency): MoneyUnit {
  if (currency === 'dollar') return { currency, symbol: '$', decimals: 18 }
  if (currency === 'ether') return { currency, symbol: 'ETH', decimals: 18 }
  return { currency, symbol: tokens[quote].symbol, decimals: tokens[quote].decimals }
}

/**
 * Money as it stands in a sentence.
 *
 * @param units smallest units
 * @example formatMoney(-1_500_000_000_000_000_000n, { currency: 'dollar', symbol: '$', decimals: 18 }, 'en') // '-$1.5'
 * @example formatMoney(1_500_000_000_000_000_000n, { currency: 'ether', symbol: 'ETH', decimals: 18 }, 'de') // '1,5 ETH'
 */
export function formatMoney(units: bigint, unit: MoneyUnit, locale: Locale): string {
  return withSymbol(toAmountText(units, unit, locale), unit, locale)
}

/**
 * The same of a double in whole units, short: for words beside bars and for sizes that are limits.
 *
 * @example formatShortMoney(1_250_000, dollars, 'en') // '$1.25m'
 */
export const formatShortMoney = (value: number, unit: MoneyUnit, locale: Locale): string => withSymbol(formatCompact(value, locale), unit, locale)

/** Less than a cent, or than a millionth of anything else, is told as that: more digits would say nothing more. */
function toAmountText(units: bigint, { currency, decimals }: MoneyUnit, locale: Locale): string {
  const places = currency === 'dollar' ? 2 : Math.min(6, decimals)
  const least = 10n ** BigInt(decimals - places)
  if (units === 0n || units >= least || units <= -least) return formatAmount({ units, decimals }, locale)
  return `${units < 0n ? '>-' : '<'}${formatAmount({ units: least, decimals }, locale)}`
}

function withSymbol(text: string, { currency, symbol }: MoneyUnit, locale: Locale): string {
  if (currency !== 'dollar' || locale === 'de') return `${text}\u00a0${symbol}`
  const [, sign = '', digits = text] = /^([<>]?-?)(.*)$/.exec(text) ?? []
  return sign + symbol + digits
}

const notPriced = { en: 'not priced', de: 'ohne Preis' } as const

/**
 * Money in a table whose head says what it is told in; what has no price says so.
 *
 * @example toMoneyCell(null, dollars, 'de') // { value: null, text: 'ohne Preis' }
 */
export const toMoneyCell = (units: bigint | null, unit: MoneyUnit, locale: Locale): Cell =>
  units === null ? { value: null, text: notPriced[locale] } : { value: toDecimalString(units, unit.decimals), text: toAmountText(units, unit, locale) }

/** An amount in whole units, for drawing. */
export const toWhole = (units: bigint, { decimals }: Pick<MoneyUnit, 'decimals'>): number => Number(toDecimalString(units, decimals))
