import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { RewardWindow } from '@/lib/domain/provider'
import type { Locale } from '@/lib/domain/text'
import { toAmountCell } from '../accountCells'
import { formatAmount, formatDate, formatNumber } from '../format'

const words = {
  en: {
    contract: 'Paid by', pays: 'Pays', announced: 'Announced', first: 'First payment', last: 'Last payment', stakers: 'Stakers', paid: 'Paid', owed: 'Owed', asked: 'Owed as of',
    span: (from: string, to: string) => `${from} to ${to}`, open: 'no period in its logs', none: 'no log of it yet', unpaid: 'nothing paid yet', unknown: 'not asked yet',
    sentence: (count: string, symbol: string) => `${count} ${symbol} for what is staked, lent or borrowed.`, one: 'One programme pays', many: (count: string) => `${count} programmes pay`,
    paidBy: (name: string, amount: string, from: string, to: string) => ` ${name} paid most: ${amount}, from ${from} to ${to}.`,
    silent: (names: string) => ` Of ${names} no log has been found: nothing was staked there, announced or paid.`,
  },
  de: {
    contract: 'Gezahlt von', pays: 'Zahlt', announced: 'Angekündigt', first: 'Erste Zahlung', last: 'Letzte Zahlung', stakers: 'Einleger', paid: 'Gezahlt', owed: 'Geschuldet', asked: 'Geschuldet am',
    span: (from: string, to: string) => `${from} bis ${to}`, open: 'kein Zeitraum in seinen Logs', none: 'noch kein Log', unpaid: 'noch nichts gezahlt', unknown: 'noch nicht gefragt',
    sentence: (count: string, symbol: string) => `${count} ${symbol} für Eingelegtes, Verliehenes oder Geliehenes.`, one: 'Ein Programm zahlt', many: (count: string) => `${count} Programme zahlen`,
    paidBy: (name: string, amount: string, from: string, to: string) => ` Am meisten zahlte ${name}: ${amount}, vom ${from} bis zum ${to}.`,
    silent: (names: string) => ` Von ${names} ist kein Log zu finden: Dort wurde nichts eingelegt, angekündigt oder gezahlt.`,
  },
} as const

/** A programme that pays the protocol's token. */
export interface ProgramRow {
  name: string
  /** Whether anything was ever staked, announced or paid */
  began: boolean
  window: RewardWindow | null
  /** What was paid so far, and in which Unix seconds first and last; null before the first payment */
  paid: { all: bigint; first: number; last: number } | null
  stakers: number
  /** What it said that it owed, and when; null where it was not asked */
  owed: { all: bigint; timestamp: number } | null
}

/**
 * Every programme with its token, the time for which it was announced, what it has paid and what it owes.
 *
 * @param rows that which paid most first
 * @example programsTable(rows, token, 'en').rows[0]?.[2]?.text // '1 Apr 2024 to 1 Jul 2024'
 */
export function programsTable(rows: readonly ProgramRow[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const day = (seconds: number): Cell => ({ value: seconds, text: formatDate(seconds, locale) })
  const said = (text: string): Cell => ({ value: null, text })
  return {
    caption: '',
    columns: [
      { id: 'contract', label: word.contract, numeric: false },
      { id: 'pays', label: word.pays, numeric: false },
      { id: 'announced', label: word.announced, numeric: false },
      { id: 'first', label: word.first, numeric: false },
      { id: 'last', label: word.last, numeric: false },
      { id: 'stakers', label: word.stakers, numeric: true },
      { id: 'paid', label: `${word.paid} (${token.symbol})`, numeric: true },
      { id: 'owed', label: `${word.owed} (${token.symbol})`, numeric: true },
      { id: 'asked', label: word.asked, numeric: false },
    ],
    rows: rows.map(({ name, began, window, paid, stakers, owed }) => {
      const unpaid = said(began ? word.unpaid : word.none)
      return [
        { value: name, text: name },
        { value: token.symbol, text: token.symbol },
        window ? { value: `${window.from} ${window.to}`, text: word.span(formatDate(window.from, locale), formatDate(window.to, locale)) } : said(began ? word.open : word.none),
        paid ? day(paid.first) : unpaid,
        paid ? day(paid.last) : unpaid,
        { value: stakers, text: formatNumber(stakers, 'count', locale) },
        toAmountCell(paid?.all ?? 0n, token, locale),
        owed ? toAmountCell(owed.all, token, locale) : said(word.unknown),
        owed ? day(owed.timestamp) : said(word.unknown),
      ]
    }),
  }
}

/**
 * How many programmes there are, which paid most, and of which there is no log.
 *
 * @example programsSentence(rows, token, 'en') // 'One programme pays DSWP …'
 */
export function programsSentence(rows: readonly ProgramRow[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string {
  const word = words[locale]
  const [largest] = rows
  const silent = rows.flatMap(({ name, began }) => (began ? [] : [name]))
  const told = largest?.paid
    ? word.paidBy(largest.name, `${formatAmount({ units: largest.paid.all, decimals: token.decimals }, locale)} ${token.symbol}`, formatDate(largest.paid.first, locale), formatDate(largest.paid.last, locale))
    : ''
  const count = rows.length === 1 ? word.one : word.many(formatNumber(rows.length, 'count', locale))
  return word.sentence(count, token.symbol) + told + (silent.length > 0 ? word.silent(new Intl.ListFormat(locale).format(silent)) : '')
}
