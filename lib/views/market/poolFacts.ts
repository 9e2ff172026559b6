import type { Address } from '@/lib/domain/address'
import { toRatio } from '@/lib/domain/amount'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import { currencies, type PoolFacts, type TokenPair } from '@/lib/domain/pool'
import type { ManagerStatus, PoolReading } from '@/lib/domain/poolReading'
import type { ProviderResult } from '@/lib/domain/provider'
import type { Locale, Text } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatAmount, formatDate, formatNumber } from '../format'
import { notLookedThroughSentence, toNotLookedThrough } from './contractProviders'
import { toFeeText, type MarketSeen } from './marketBasis'
import { managerStatusTexts } from './shareManagers'

/** What is told of a pool, in the table's order. Those of `pairs` are amounts of its two tokens. */
const pairs = ['amounts', 'volume', 'fees', 'protocolFees', 'unownedFees', 'justInTimeFees'] as const
export type PoolPair = (typeof pairs)[number]

/** One thing that is told of a pool. */
export type PoolFact =
  | { id: PoolPair; amounts: TokenPair }
  | { id: 'fee'; feePpm: number }
  | { id: 'markDay'; day: string | null }
  | { id: 'providers' | 'inRangeProviders'; count: number }
  | { id: 'quotePath' | 'etherPath' | 'dollarPath'; path: readonly `0x${string}`[] | null }
  | { id: 'notLookedThrough'; share: number | null }
  | { id: 'contractProvider'; account: Address; name: string }
  | { id: 'shareManager'; account: Address; status: ManagerStatus }
  | { id: 'gap'; subject: string; reason: string }

/**
 * All that is told of a pool.
 *
 * @example toPoolFacts(seen)[0] // { id: 'fee', feePpm: 3000 }
 */
export function toPoolFacts({ facts, reading, results }: { facts: Pick<PoolFacts, 'feePpm'>; reading: PoolReading; results: readonly ProviderResult[] }): PoolFact[] {
  const { state, concentration, marks, markDay, gaps } = reading
  const hidden = toNotLookedThrough({ reading, results })
  return [
    { id: 'fee', feePpm: facts.feePpm },
    ...pairs.map((id): PoolFact => ({ id, amounts: state[id] })),
    { id: 'providers', count: concentration.providers },
    { id: 'inRangeProviders', count: concentration.inRangeProviders },
    ...(hidden ? [{ id: 'notLookedThrough', share: hidden.share } as const] : []),
    ...(hidden?.contracts ?? []).map(({ account, name }): PoolFact => ({ id: 'contractProvider', account, name })),
    ...(reading.contractProviders?.managers ?? []).map(({ account, status }): PoolFact => ({ id: 'shareManager', account, status })),
    { id: 'markDay', day: markDay },
    ...currencies.map((currency): PoolFact => ({ id: `${currency}Path`, path: marks[currency]?.path ?? null })),
    ...gaps.map(({ subject, reason }): PoolFact => ({ id: 'gap', subject, reason })),
  ]
}

const names: Readonly<Record<PoolFact['id'], Text>> = {
  fee: { en: 'Fee of a swap', de: 'Gebühr eines Swaps' },
  amounts: { en: 'In positions now, without fees', de: 'Jetzt in Positionen, ohne Gebühren' },
  volume: { en: 'Paid in by swaps so far', de: 'Bisher von Swaps eingezahlt' },
  fees: { en: 'Fees so far', de: 'Gebühren bisher' },
  protocolFees: { en: 'of them the protocol’s', de: 'davon das Protokoll' },
  unownedFees: { en: 'of them nobody’s', de: 'davon niemand' },
  justInTimeFees: { en: 'of them earned just in time', de: 'davon „just in time“ verdient' },
  providers: { en: 'Providers now', de: 'Anbieter jetzt' },
  inRangeProviders: { en: 'of them in range', de: 'davon im Preisbereich' },
  notLookedThrough: { en: 'Behind contracts that are not looked through', de: 'Hinter Contracts, durch die nicht geschaut wird' },
  contractProvider: { en: 'Contract among the largest providers', de: 'Contract unter den größten Anbietern' },
  shareManager: { en: 'Manager of liquidity that gives out shares', de: 'Verwalter von Liquidität, der Anteile ausgibt' },
  markDay: { en: 'Day of the mark', de: 'Tag der Bewertung' },
  quotePath: { en: 'Prices in the quote token by', de: 'Preise im Quote-Token über' },
  etherPath: { en: 'Prices in ether by', de: 'Preise in Ether über' },
  dollarPath: { en: 'Prices in dollars by', de: 'Preise in Dollar über' },
  gap: { en: 'Missing', de: 'Es fehlt' },
}

const words = {
  en: {
    caption: 'What this rests on', fact: 'What', value: 'Value', none: 'none', noPath: 'no path of prices', noDay: 'no day has a price yet', and: ' and ',
    tell: (providers: string, inRange: string, fee: string) => `${providers} accounts provide this pool now, ${inRange} of them in range at its price; a swap pays ${fee}.`,
    jit: (share: string) => ` Liquidity that came and went within one block earned ${share} of what providers got in fees so far.`,
    notes: 'Prices come from pools alone: a day’s is the mean over its blocks. The protocol’s part of fees goes to no provider; nobody’s are fees of liquidity that is locked for ever, or of swaps when none was in use. Just in time: liquidity put in and taken out within one block.',
  },
  de: {
    caption: 'Worauf das beruht', fact: 'Was', value: 'Wert', none: 'keine', noPath: 'kein Weg von Preisen', noDay: 'noch hat kein Tag einen Preis', and: ' und ',
    tell: (providers: string, inRange: string, fee: string) => `${providers} Konten stellen diesen Pool jetzt bereit, ${inRange} davon im Preisbereich; ein Swap zahlt ${fee}.`,
    jit: (share: string) => ` Liquidität, die im selben Block kam und ging, verdiente ${share} dessen, was Anbieter bisher an Gebühren bekamen.`,
    notes: 'Preise stammen nur aus Pools: Der eines Tages ist das Mittel über seine Blöcke. Der Teil des Protokolls geht an keinen Anbieter; niemandem gehören Gebühren für Liquidität, die für immer gesperrt ist, oder von Swaps, bei denen keine genutzt wurde. „Just in time“: Liquidität, die im selben Block eingelegt und entnommen wurde.',
  },
} as const

/**
 * The same to read.
 *
 * @example poolFacts(toPoolFacts(seen), seen, 'en').rows[0]?.[1]?.text // '0.3%'
 */
export function poolFacts(rows: readonly PoolFact[], seen: MarketSeen, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [{ id: 'fact', label: word.fact, numeric: false }, { id: 'value', label: word.value, numeric: false }],
    rows: rows.map((row) => [{ value: row.id, text: names[row.id][locale] }, toValue(row, seen, locale)]),
  }
}

function toValue(row: PoolFact, { facts, displayAddress }: MarketSeen, locale: Locale): Cell {
  const word = words[locale]
  const plain = (text: string): Cell => ({ value: text, text })
  if ('amounts' in row) {
    const [one, other] = row.amounts.map((units, place) => `${formatAmount({ units, decimals: facts.tokens[place]!.decimals }, locale)} ${facts.tokens[place]!.symbol}`)
    return plain(`${one}${word.and}${other}`)
  }
  if ('feePpm' in row) return plain(toFeeText(row.feePpm, locale))
  if ('share' in row) return row.share === null ? { value: null, text: '–' } : { value: row.share, text: formatNumber(row.share, 'share', locale) }
  if ('status' in row) return plain(`${displayAddress(row.account)}: ${managerStatusTexts[row.status][locale]}`)
  if ('account' in row) return plain(`${displayAddress(row.account)}: ${row.name}`)
  if ('day' in row) return row.day === null ? { value: null, text: word.noDay } : { value: row.day, text: formatDate(toTimestamp(row.day), locale) }
  if ('count' in row) return { value: row.count, text: formatNumber(row.count, 'count', locale) }
  if ('path' in row) return row.path ? plain(row.path.map(displayAddress).join(' → ') || word.none) : { value: null, text: word.noPath }
  return plain(`${row.subject}: ${row.reason}`)
}

/**
 * A pool in a sentence: who provides it, what a swap pays, and how much of the fees went to liquidity that was there for one block.
 *
 * @example poolFactsSentence(seen, 'en') // '412 accounts provide this pool now, 300 of them in range at its price; a swap pays 0.3%. …'
 */
export function poolFactsSentence({ facts, reading, results }: Pick<MarketSeen, 'facts' | 'reading'> & { results: readonly ProviderResult[] }, locale: Locale): string {
  const { state, concentration, marks } = reading
  const hidden = toNotLookedThrough({ reading, results })
  const word = words[locale]
  const values = marks.quote?.values
  const value = ([one, other]: TokenPair) => (values ? one * values[0] + other * values[1] : 0n)
  const fees = value(state.fees) - value(state.protocolFees) - value(state.unownedFees)
  return word.tell(formatNumber(concentration.providers, 'count', locale), formatNumber(concentration.inRangeProviders, 'count', locale), toFeeText(facts.feePpm, locale))
    + (fees > 0n ? word.jit(formatNumber(toRatio(value(state.justInTimeFees), fees), 'share', locale)) : '')
    + (hidden ? ` ${notLookedThroughSentence(hidden, locale)}` : '')
}

/** What the words of the table mean. */
export const poolFactsNote = (locale: Locale): string => words[locale].notes

