import { toDecimalString } from '../domain/amount'
import type { NumberFormat } from '../domain/chartSpec'
import type { Locale } from '../domain/text'

/** British English for `en`: day before month, and the same letters for millions and billions as newspapers use. */
const languageTags = { en: 'en-GB', de: 'de-DE' } as const satisfies Record<Locale, string>

const bits = { en: 'bits', de: 'Bit' } as const

const assertFinite = (value: number, caller: string) => {
  if (!Number.isFinite(value)) throw new RangeError(`${caller}: ${value} is not a figure; a missing value is a gap and has words of its own`)
}

/** A figure in the language's form; -0 and what rounds to it without a minus. */
export const toText = (value: number | `${number}`, locale: Locale, options: Intl.NumberFormatOptions) => {
  const key = locale + JSON.stringify(options)
  const format = made.get(key) ?? new Intl.NumberFormat(languageTags[locale], { signDisplay: 'negative', ...options })
  made.set(key, format)
  return format.format(value)
}

/** Making a format takes longer than using it a hundred times, and a page writes thousands of figures in a few dozen forms. */
const made = new Map<string, Intl.NumberFormat>()
const madeDates = new Map<string, Intl.DateTimeFormat>()

/** A share below a millionth is dust: its zeros would fill the line and say nothing more. */
const smallestShare = 1e-6

/** Digits that keep a small figure from reading as 0. */
const decimals = (value: number, usual: number, small: number): Intl.NumberFormatOptions =>
  value !== 0 && Math.abs(value) < small ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: usual, maximumFractionDigits: usual }

/**
 * A figure as a reader meets it in a sentence, a table or a tooltip, in the page's language.
 * A share comes as 0 to 1 and is written in percent; a date comes as Unix seconds.
 *
 * @throws RangeError for NaN and infinities
 * @example formatNumber(0.4621, 'share', 'de') // '46,2 %'
 * @example formatNumber(4.6e-19, 'share', 'en') // '<0.0001%'
 * @example formatNumber(1234567, 'count', 'en') // '1,234,567'
 * @example formatNumber(0.46209, 'index', 'en') // '0.462'
 */
export function formatNumber(value: number, format: NumberFormat, locale: Locale): string {
  assertFinite(value, 'formatNumber')
  switch (format) {
    case 'share':
      if (value > 0 && value < smallestShare) return `<${toText(smallestShare, locale, { style: 'percent', maximumFractionDigits: 4 })}`
      return toText(value, locale, { style: 'percent', ...decimals(value, 1, 0.001) })
    case 'count':
      return toText(value, locale, { maximumFractionDigits: 0 })
    case 'amount':
      return toText(value, locale, Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 })
    case 'index':
      return toText(value, locale, decimals(value, 3, 0.001))
    case 'ratio':
      return toText(value, locale, decimals(value, 2, 0.01))
    case 'bits':
      return `${toText(value, locale, decimals(value, 2, 0.01))}\u00a0${bits[locale]}`
    case 'date':
      return formatDate(value, locale)
  }
}

/**
 * A large figure in few letters, for axes and small places. Below 10,000 it is written out.
 *
 * @throws RangeError for NaN and infinities
 * @example formatCompact(1234567, 'de') // '1,23 Mio.'
 * @example formatCompact(1234567, 'en') // '1.23m'
 */
export function formatCompact(value: number, locale: Locale): string {
  assertFinite(value, 'formatCompact')
  const size = Math.abs(value)
  if (size < 10_000) return toText(value, locale, size >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 })
  return toScaled(value, locale)
}

/** Intl's own compact forms differ between releases of its data, so a server and a browser would disagree. */
const scales = {
  en: [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']],
  de: [[1e12, '\u00a0Bio.'], [1e9, '\u00a0Mrd.'], [1e6, '\u00a0Mio.']],
} as const satisfies Record<Locale, readonly (readonly [number, string])[]>

/**
 * A figure in thousands, millions, billions: three significant digits and the language's short word.
 *
 * @example toScaled(5000, 'en') // '5k'
 */
export function toScaled(value: number, locale: Locale): string {
  const rounded = Number(value.toPrecision(3))
  const [unit, word] = scales[locale].find(([size]) => Math.abs(rounded) >= size) ?? [1, '']
  return toText(rounded / unit, locale, { maximumSignificantDigits: Math.abs(rounded / unit) >= 1000 ? 15 : 3 }) + word
}

/**
 * A token amount for reading: whole tokens from 1,000 on, two decimals from 1 on, three significant digits below.
 * Rounded from the exact digits, not by way of a double. Files keep the exact string.
 *
 * @param amount an exact decimal string, or smallest units with the token's decimals
 * @throws RangeError for a string that is not a plain decimal number
 * @example formatAmount('1234567.89', 'de') // '1.234.568'
 * @example formatAmount({ units: 1500000000000000000n, decimals: 18 }, 'en') // '1.5'
 */
export function formatAmount(amount: string | { units: bigint; decimals: number }, locale: Locale): string {
  const exact = typeof amount === 'string' ? amount : toDecimalString(amount.units, amount.decimals)
  if (!/^-?\d+(\.\d+)?$/.test(exact)) throw new RangeError(`formatAmount: "${exact}" is not a plain decimal number`)
  const size = Math.abs(Number(exact))
  const digits = size >= 1000 ? { maximumFractionDigits: 0 } : size >= 1 ? { maximumFractionDigits: 2 } : { maximumSignificantDigits: 3 }
  return toText(exact as `${number}`, locale, digits)
}

/**
 * A day, in UTC as every block time here.
 *
 * @param seconds Unix seconds
 * @throws RangeError for what is no point in time
 * @example formatDate(1711929600, 'en') // '1 Apr 2024'
 * @example formatDate(1711929600, 'de') // '1. April 2024'
 */
export function formatDate(seconds: number, locale: Locale): string {
  return toDateText(seconds, locale, { day: 'numeric', month: locale === 'de' ? 'long' : 'short', year: 'numeric' })
}

/**
 * A point in time to the minute, in UTC, and saying so.
 *
 * @param seconds Unix seconds
 * @example formatTime(1711929600, 'en') // '1 Apr 2024, 00:00 UTC'
 */
export function formatTime(seconds: number, locale: Locale): string {
  return `${formatDate(seconds, locale)}, ${toDateText(seconds, locale, { hour: '2-digit', minute: '2-digit' })} UTC`
}

/** A date in the parts asked for, in UTC. */
export function toDateText(seconds: number, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options)
  const format = madeDates.get(key) ?? new Intl.DateTimeFormat(languageTags[locale], { timeZone: 'UTC', ...options })
  madeDates.set(key, format)
  return format.format(seconds * 1000)
}
