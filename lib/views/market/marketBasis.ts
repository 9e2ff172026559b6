import type { Address } from '@/lib/domain/address'
import type { Currency, PoolFacts } from '@/lib/domain/pool'
import type { PoolReading } from '@/lib/domain/poolReading'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber, formatTime, toText } from '../format'
import { shortAddress } from '../holderRow'
import { toMoneyUnit } from './money'

/** What a pool's figures are made from, whatever they are told in. */
export interface MarketSeen {
  facts: PoolFacts
  reading: PoolReading
  currency: Currency
  displayAddress: (address: Address) => string
}

const words = {
  en: {
    block: (block: string, time: string) => `Block ${block}, ${time}.`,
    money: (unit: string, day: string, path: string) => `Money is told in ${unit}. What went in or out is valued at the mean price of its day, what is still in at that of ${day}. Prices: ${path}.`,
    unpriced: (unit: string) => `No path of prices leads from this pool to ${unit}.`,
    noDay: 'the newest day, of which there is none yet',
    pool: (fee: string) => `this pool’s own (${fee})`, other: (address: string) => `then pool ${address}`,
    gap: (subject: string, reason: string) => `Missing: ${subject}: ${reason}`,
    limits: 'Approvals and failed transactions are not in it: no log tells of them.',
    unit: { quote: (symbol: string) => symbol, ether: () => 'ether', dollar: () => 'dollars' },
  },
  de: {
    block: (block: string, time: string) => `Block ${block}, ${time}.`,
    money: (unit: string, day: string, path: string) => `Geld in ${unit}. Was hinein- oder herausging, ist zum mittleren Preis seines Tages bewertet, was noch darin ist, zu dem vom ${day}. Preise: ${path}.`,
    unpriced: (unit: string) => `Von diesem Pool führt kein Weg von Preisen zu ${unit}.`,
    noDay: 'neuesten Tag, den es noch nicht gibt',
    pool: (fee: string) => `die dieses Pools (${fee})`, other: (address: string) => `dann Pool ${address}`,
    gap: (subject: string, reason: string) => `Es fehlt: ${subject}: ${reason}`,
    limits: 'Freigaben (approve) und gescheiterte Transaktionen sind nicht enthalten: Kein Log erzählt von ihnen.',
    unit: { quote: (symbol: string) => symbol, ether: () => 'Ether', dollar: () => 'Dollar' },
  },
} as const

/** So many things that are missing are named; the table of what a pool is has all of them. */
const gapsNamed = 3

/**
 * The pool's two tokens, its fee, and the version of its family where that has one: two pools of the same tokens may differ in nothing else.
 *
 * @example toPoolName({ tokens: [weth, usdc], feePpm: 3000, source: 'uniswapV3Pool' }, 'de') // 'WETH/USDC 0,3 % v3'
 */
export function toPoolName({ tokens, feePpm, source }: Pick<PoolFacts, 'tokens' | 'feePpm' | 'source'>, locale: Locale): string {
  const version = /V(\d)/.exec(source)?.[1]
  return `${tokens[0].symbol}/${tokens[1].symbol} ${toFeeText(feePpm, locale)}${version ? ` v${version}` : ''}`
}

/** 3000 as '0.3%'. */
export const toFeeText = (feePpm: number, locale: Locale): string => toText(feePpm / 1e6, locale, { style: 'percent', maximumFractionDigits: 4 })

/** What a currency is called in a sentence about a pool. */
export const toCurrencyWord = (facts: Pick<PoolFacts, 'tokens' | 'quote'>, currency: Currency, locale: Locale): string => words[locale].unit[currency](toMoneyUnit(facts, currency).symbol)

/**
 * What figures without money rest on: the block, and what is missing.
 *
 * @example toReadingNotes(seen, 'en')[0] // 'Block 21,500,000, 1 Apr 2026, 12:00 UTC.'
 */
export function toReadingNotes({ reading: { block, gaps } }: Pick<MarketSeen, 'reading'>, locale: Locale): string[] {
  const word = words[locale]
  return [
    word.block(formatNumber(block.number, 'count', locale), formatTime(block.timestamp, locale)),
    ...gaps.slice(0, gapsNamed).map(({ subject, reason }) => word.gap(subject, reason)),
  ]
}

/**
 * What money rests on: block, currency, day of the mark, the path of the prices, and what is not in it.
 *
 * @example toMarketNotes(seen, 'en')[1] // 'Money is told in dollars. What went in or out is valued at the mean price of its day, …'
 */
export function toMarketNotes(seen: MarketSeen, locale: Locale): string[] {
  const { facts, reading, currency, displayAddress } = seen
  const word = words[locale]
  const unit = toCurrencyWord(facts, currency, locale)
  const mark = reading.marks[currency]
  const path = mark?.path.map((address) => (address === facts.address ? word.pool(toPoolName(facts, locale)) : word.other(shortAddress(displayAddress(address)))))
  const [first, ...rest] = toReadingNotes(seen, locale)
  const day = reading.markDay === null ? word.noDay : formatDate(toTimestamp(reading.markDay), locale)
  return [first!, path ? word.money(unit, day, path.join(', ')) : word.unpriced(unit), word.limits, ...rest]
}
