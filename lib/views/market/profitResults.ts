import { toRatio } from '@/lib/domain/amount'
import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Currency } from '@/lib/domain/pool'
import type { ProviderResult } from '@/lib/domain/provider'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell } from '../accountCells'
import { formatNumber } from '../format'
import { shortAddress } from '../holderRow'
import { formatMoney, toMoneyCell, type MoneyUnit } from './money'

/** A provider's result with its place by size in a currency; those without a price there come last. */
export interface RankedResult extends ProviderResult {
  /** 1 is the largest */
  rank: number
}

/**
 * Results in the order of size in a currency, ties and those that have no price by address.
 *
 * @example toRankedResults(results, 'dollar')[0]?.rank // 1
 */
export function toRankedResults(results: readonly ProviderResult[], currency: Currency): RankedResult[] {
  const sizeOf = ({ money }: ProviderResult) => money[currency]?.size ?? -1n
  return [...results]
    .sort((a, b) => (sizeOf(a) > sizeOf(b) ? -1 : sizeOf(a) < sizeOf(b) ? 1 : a.account < b.account ? -1 : 1))
    .map((result, place) => ({ ...result, rank: place + 1 }))
}

const words = {
  en: {
    caption: 'What each provider made of it', account: 'Account', rank: 'Rank', size: 'Most in at once', deposited: 'Put in', withdrawn: 'Taken out', fees: 'Fees', rewards: 'Rewards', gas: 'Gas', mark: 'Still in', net: 'Result',
    return: 'Of its size', versusHolding: 'Against holding', impermanentLoss: 'Impermanent loss', versusRebalancing: 'Against rebalancing',
    tell: (all: string, lost: string, share: string) => `Of ${all} providers ${lost} (${share}) have less than had they held what they put in.`,
    best: (name: string, gain: string) => ` The best result, ${gain}, is that of ${name}`, worst: (name: string, loss: string) => `; the worst, ${loss}, that of ${name}.`, end: '.',
    one: 'One account has provided this pool so far.', none: 'Nobody has provided this pool yet.', unpriced: (unit: string) => `No result can be told in ${unit}.`,
    missing: (count: string) => (count === '1' ? 'One account that did something without a price is in the list and in no figure.' : `${count} accounts that did something without a price are in the list and in no figure.`),
    beforeGas: (count: string) => `Before gas, since it could not be read or has no price: results of ${count}.`, unknown: 'not known',
    shown: (rows: string, all: string) => `The ${rows} largest of ${all} are shown; the files have all of them.`,
    order: 'In the order of the most that an account had in at once, at what it had cost. Result: taken out + fees + rewards + still in − put in − gas. Against holding: what it has more than had it kept what it put in. Against rebalancing: fees + rewards − gas − loss versus rebalancing.',
  },
  de: {
    caption: 'Was jeder Anbieter daraus gemacht hat', account: 'Konto', rank: 'Rang', size: 'Höchster Einsatz', deposited: 'Eingezahlt', withdrawn: 'Ausgezahlt', fees: 'Gebühren', rewards: 'Belohnungen', gas: 'Gas', mark: 'Noch darin', net: 'Ergebnis',
    return: 'Vom Einsatz', versusHolding: 'Gegenüber Halten', impermanentLoss: 'Impermanent Loss', versusRebalancing: 'Gegenüber Umschichten',
    tell: (all: string, lost: string, share: string) => `Von ${all} Anbietern haben ${lost} (${share}) weniger, als wenn sie das Eingezahlte behalten hätten.`,
    best: (name: string, gain: string) => ` Das beste Ergebnis, ${gain}, hat ${name}`, worst: (name: string, loss: string) => `; das schlechteste, ${loss}, ${name}.`, end: '.',
    one: 'Bisher hat ein einziges Konto diesen Pool bereitgestellt.', none: 'Noch hat niemand diesen Pool bereitgestellt.', unpriced: (unit: string) => `In ${unit} lässt sich kein Ergebnis angeben.`,
    missing: (count: string) => (count === '1' ? 'Ein Konto, das etwas ohne Preis getan hat, steht in der Liste, aber in keiner Zahl.' : `${count} Konten, die etwas ohne Preis getan haben, stehen in der Liste, aber in keiner Zahl.`),
    beforeGas: (count: string) => `Vor Gas, weil es sich nicht lesen ließ oder keinen Preis hat: Ergebnisse von ${count}.`, unknown: 'unbekannt',
    shown: (rows: string, all: string) => `Gezeigt sind die ${rows} größten von ${all}; die Dateien enthalten alle.`,
    order: 'Geordnet nach dem höchsten Einsatz eines Kontos, zu dem, was er gekostet hatte. Ergebnis: ausgezahlt + Gebühren + Belohnungen + noch darin − eingezahlt − Gas. Gegenüber Halten: was das Konto mehr hat, als wenn es das Eingezahlte behalten hätte. Gegenüber Umschichten: Gebühren + Belohnungen − Gas − Verlust gegenüber Umschichten.',
  },
} as const

/** So many rows are shown; files have all of them. */
export const resultsShown = 50

/** Words for the accounts and the money of a pool. */
export interface ResultWords {
  unit: MoneyUnit
  nameOf: (account: Address) => string | null
  /** EIP-55 */
  display: (account: Address) => string
}

/** The parts of a result that stand in the table, in its order. */
const resultParts = ['size', 'deposited', 'withdrawn', 'fees', 'rewards', 'gas', 'mark', 'net', 'versusHolding', 'impermanentLoss', 'versusRebalancing'] as const

/**
 * Results to read, the first rows of them.
 *
 * @example profitResults(toRankedResults(results, 'dollar'), resultWords, 'en').columns[2]?.label // 'Most in at once ($)'
 */
export function profitResults(rows: readonly RankedResult[], { unit, nameOf, display }: ResultWords, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'account', label: word.account, numeric: false },
      { id: 'rank', label: word.rank, numeric: true },
      ...resultParts.map((part) => ({ id: part, label: `${word[part]} (${unit.symbol})`, numeric: true })),
      { id: 'return', label: word.return, numeric: true },
    ],
    rows: rows.slice(0, resultsShown).map(({ account, rank, money }) => {
      const told = money[unit.currency]
      return [
        toAccountCell(display(account), locale, nameOf(account) ?? shortAddress(display(account))),
        { value: rank, text: formatNumber(rank, 'count', locale) },
        ...resultParts.map((part) => (told && told[part] === null ? { value: null, text: word.unknown } : toMoneyCell(told && told[part], unit, locale))),
        toReturnCell(told, locale),
      ]
    }),
  }
}

/** A result as a share of the most that was in at once. */
export function toReturnCell(told: { net: bigint; size: bigint } | null, locale: Locale): Cell {
  if (!told || told.size <= 0n) return { value: null, text: '–' }
  const value = toRatio(told.net, told.size)
  return { value, text: formatNumber(value, 'share', locale) }
}

/**
 * The same in a sentence.
 *
 * @example profitResultsSentence(rows, resultWords, 'dollars', 'en') // 'Of 412 providers 219 (53.2%) have less than had they held what they put in. …'
 */
export function profitResultsSentence(rows: readonly RankedResult[], { unit, nameOf, display }: ResultWords, currency: string, locale: Locale): string {
  const word = words[locale]
  const told = rows.flatMap(({ account, money }) => (money[unit.currency] ? [{ account, ...money[unit.currency]! }] : []))
  if (rows.length === 0) return word.none
  if (told.length === 0) return word.unpriced(currency)
  if (rows.length === 1) return word.one
  const count = (value: number) => formatNumber(value, 'count', locale)
  const lost = told.filter(({ versusHolding }) => versusHolding < 0n).length
  const name = (account: Address) => nameOf(account) ?? shortAddress(display(account))
  const best = told.reduce((one, other) => (other.net > one.net ? other : one))
  const worst = told.reduce((one, other) => (other.net < one.net ? other : one))
  return word.tell(count(told.length), count(lost), formatNumber(lost / told.length, 'share', locale))
    + word.best(name(best.account), formatMoney(best.net, unit, locale)) + (worst.net < 0n ? word.worst(name(worst.account), formatMoney(worst.net, unit, locale)) : word.end)
}

/**
 * What must be known of the list: its order, what is left out, how much of it is shown.
 *
 * @example profitResultsNotes(rows, 'dollar', 'en').length // 1, or more where accounts have no price or not all are shown
 */
export function profitResultsNotes(rows: readonly RankedResult[], currency: Currency, locale: Locale): string[] {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const unpriced = rows.filter(({ money }) => !money[currency]).length
  const beforeGas = rows.filter(({ money }) => money[currency]?.gas === null).length
  return [...(rows.length > resultsShown ? [word.shown(count(resultsShown), count(rows.length))] : []), word.order, ...(unpriced > 0 ? [word.missing(count(unpriced))] : []), ...(beforeGas > 0 ? [word.beforeGas(count(beforeGas))] : [])]
}
