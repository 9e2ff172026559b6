import { toRatio } from '@/lib/domain/amount'
import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import type { BorrowerLoss } from '@/lib/liquidity/lossesByBorrower'
import { toAccountCell, toAmountCell } from '../accountCells'
import { formatAmount, formatDate, formatNumber } from '../format'
import { shortAddress } from '../holderRow'

const words = {
  en: {
    liquidations: 'Liquidations', losses: 'Losses by liquidation', date: 'Date', market: 'Held by', borrower: 'Borrower', liquidator: 'Liquidator', lost: 'Lost', unknown: 'not known', times: 'Liquidations', share: 'Share of all losses', first: 'First', last: 'Last', liquidators: 'Liquidators',
    count: (count: string, amount: string, borrowers: string, first: string, last: string) => `${count} liquidations took ${amount} from ${borrowers} borrowers between ${first} and ${last}.`, one: (amount: string, date: string) => `One liquidation took ${amount} from a borrower on ${date}.`,
    none: 'No liquidation of what these contracts held has been logged.', bore: (largest: string, count: string, share: string) => `The largest loss was ${largest}; of ${count} borrowers who lost something, the largest tenth bore ${share}.`, alone: (amount: string) => `One borrower lost all of ${amount}.`,
  },
  de: {
    liquidations: 'Liquidationen', losses: 'Verluste durch Liquidation', date: 'Datum', market: 'Gehalten von', borrower: 'Kreditnehmer', liquidator: 'Liquidator', lost: 'Verloren', unknown: 'nicht bekannt', times: 'Liquidationen', share: 'Anteil an allen Verlusten', first: 'Erste', last: 'Letzte', liquidators: 'Liquidatoren',
    count: (count: string, amount: string, borrowers: string, first: string, last: string) => `${count} Liquidationen nahmen ${borrowers} Kreditnehmern zwischen dem ${first} und dem ${last} ${amount}.`, one: (amount: string, date: string) => `Eine Liquidation nahm am ${date} einem Kreditnehmer ${amount}.`,
    none: 'Von dem, was diese Contracts hielten, ist keine Liquidation geloggt.', bore: (largest: string, count: string, share: string) => `Der größte Verlust war ${largest}; von ${count} Kreditnehmern, die etwas verloren, trug das größte Zehntel ${share}.`, alone: (amount: string) => `Ein einziger Kreditnehmer verlor alle ${amount}.`,
  },
} as const

type Counted = Pick<Token, 'symbol' | 'decimals'>

/** A liquidation as a row. */
export interface LiquidationRow {
  timestamp: number
  market: string
  borrower: Address
  liquidator: Address
  amount: bigint | null
}

const toLost = (amount: bigint | null, token: Counted, locale: Locale): Cell => (amount === null ? { value: null, text: words[locale].unknown } : toAmountCell(amount, token, locale))
const dated = (timestamp: number, locale: Locale): Cell => ({ value: timestamp, text: formatDate(timestamp, locale) })
const amountText = (units: bigint, token: Counted, locale: Locale) => `${formatAmount({ units, decimals: token.decimals }, locale)} ${token.symbol}`

/**
 * Liquidations, the newest first.
 *
 * @param display EIP-55
 * @example liquidationsTable(rows, token, display, 'en').rows[0]?.[4]?.text // '10.8'
 */
export function liquidationsTable(rows: readonly LiquidationRow[], token: Counted, display: (address: Address) => string, locale: Locale): Table {
  const word = words[locale]
  const person = (address: Address) => toAccountCell(display(address), locale, shortAddress(display(address)))
  return {
    caption: word.liquidations,
    columns: [
      { id: 'date', label: word.date, numeric: false }, { id: 'market', label: word.market, numeric: false }, { id: 'borrower', label: word.borrower, numeric: false },
      { id: 'liquidator', label: word.liquidator, numeric: false }, { id: 'lost', label: `${word.lost} (${token.symbol})`, numeric: true },
    ],
    rows: rows.map(({ timestamp, market, borrower, liquidator, amount }) => [dated(timestamp, locale), { value: market, text: market }, person(borrower), person(liquidator), toLost(amount, token, locale)]),
  }
}

/**
 * How many there were and what they took.
 *
 * @param rows newest first
 * @example liquidationsSentence(rows, token, 'en') // 'One liquidation took 10.8 UNI from a borrower on 2 Mar 2026.'
 */
export function liquidationsSentence(rows: readonly LiquidationRow[], token: Counted, locale: Locale): string {
  const word = words[locale]
  const [newest, oldest] = [rows[0], rows.at(-1)]
  if (!newest || !oldest) return word.none
  const amount = amountText(rows.reduce((sum, row) => sum + (row.amount ?? 0n), 0n), token, locale)
  const count = (value: number) => formatNumber(value, 'count', locale)
  if (rows.length === 1) return word.one(amount, formatDate(newest.timestamp, locale))
  return word.count(count(rows.length), amount, count(new Set(rows.map(({ borrower }) => borrower)).size), formatDate(oldest.timestamp, locale), formatDate(newest.timestamp, locale))
}

/**
 * Who bore the losses, the largest first.
 *
 * @param display EIP-55
 * @example lossesTable(losses, token, display, 'en').rows[0]?.[2]?.text // '100.0%'
 */
export function lossesTable(losses: readonly BorrowerLoss[], token: Counted, display: (address: Address) => string, locale: Locale): Table {
  const word = words[locale]
  const all = sumOf(losses)
  const count = (value: number): Cell => ({ value, text: formatNumber(value, 'count', locale) })
  return {
    caption: word.losses,
    columns: [
      { id: 'borrower', label: word.borrower, numeric: false }, { id: 'lost', label: `${word.lost} (${token.symbol})`, numeric: true }, { id: 'share', label: word.share, numeric: true },
      { id: 'times', label: word.times, numeric: true }, { id: 'liquidators', label: word.liquidators, numeric: true }, { id: 'first', label: word.first, numeric: false }, { id: 'last', label: word.last, numeric: false },
    ],
    rows: losses.map(({ borrower, amount, liquidations, unknown, liquidators, first, last }) => [
      toAccountCell(display(borrower), locale, shortAddress(display(borrower))),
      toLost(unknown === liquidations ? null : amount, token, locale),
      all === 0n ? { value: null, text: word.unknown } : { value: toRatio(amount, all), text: formatNumber(toRatio(amount, all), 'share', locale) },
      count(liquidations), count(liquidators), dated(first, locale), dated(last, locale),
    ]),
  }
}

const sumOf = (losses: readonly BorrowerLoss[]) => losses.reduce((sum, { amount }) => sum + amount, 0n)

/**
 * How the losses were shared.
 *
 * @param losses largest first
 * @example lossesSentence(losses, token, 'en') // 'One borrower lost all of 10.8 UNI.'
 */
export function lossesSentence(losses: readonly BorrowerLoss[], token: Counted, locale: Locale): string {
  const word = words[locale]
  const [all, largest] = [sumOf(losses), losses[0]]
  if (!largest || all === 0n) return word.none
  if (losses.length === 1) return word.alone(amountText(all, token, locale))
  const tenth = sumOf(losses.slice(0, Math.max(1, Math.floor(losses.length / 10))))
  return word.bore(amountText(largest.amount, token, locale), formatNumber(losses.length, 'count', locale), formatNumber(toRatio(tenth, all), 'share', locale))
}
