import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { PoolFacts, TokenPair } from '@/lib/domain/pool'
import type { PoolDay } from '@/lib/domain/poolReading'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { toDayPoints, toDrawnDays } from '../drawnDays'
import { formatDate } from '../format'
import { formatMoney, toMoneyUnit, toWhole } from './money'

/** A day with what was in the pool at its end and what swaps paid in fees on it, both at the price of its last block, in the quote token. */
export interface ValuedDay {
  /** UTC day */
  day: string
  /** null before the pool's first price */
  value: bigint | null
  /** Of the day alone; null too where the day before is missing */
  fees: bigint | null
}

const one = 1n << 128n
const daySeconds = 86_400

/** Two amounts in the quote token at a price of token0 in token1, times 2¹²⁸. */
const toQuote = ([amount0, amount1]: TokenPair, price: bigint, quote: 0 | 1): bigint => (quote === 1 ? amount1 + (amount0 * price) / one : amount0 + (amount1 * one) / price)

/**
 * What a pool's days were worth. Sums of fees count from the pool's first block, so that a day's are its sum less that of the day before.
 *
 * @param days oldest first
 * @example toValuedDays([{ day: '2026-01-01', state: { price: 2n << 128n, amounts: [10n, 5n], fees: [1n, 0n], … } }], facts)[0] // { value: 25n, fees: 2n, … } where token1 is the quote
 */
export function toValuedDays(days: readonly Pick<PoolDay, 'day' | 'state'>[], { quote }: Pick<PoolFacts, 'quote'>): ValuedDay[] {
  return days.map(({ day, state: { price, amounts, fees } }, place) => {
    const before = days[place - 1]
    const known = !before || toTimestamp(day) - toTimestamp(before.day) === daySeconds
    const [fees0, fees1] = before ? before.state.fees : [0n, 0n]
    return { day, value: price ? toQuote(amounts, price, quote) : null, fees: price && known ? toQuote([fees[0] - fees0, fees[1] - fees1], price, quote) : null }
  })
}

/** What of a day is drawn, one chart each. */
export const poolDayFigures = ['value', 'fees'] as const
export type PoolDayFigure = (typeof poolDayFigures)[number]

const words = {
  en: {
    title: { value: (name: string) => `What is in ${name}`, fees: (name: string) => `Fees a day in ${name}` },
    y: { value: (symbol: string) => `Value (${symbol})`, fees: (symbol: string) => `Fees of the day (${symbol})` },
    series: { value: 'value', fees: 'fees' },
    tell: { value: (last: string, day: string, most: string, mostDay: string) => `On ${day} positions in the pool were worth ${last}, without fees; most, ${most}, on ${mostDay}.`, fees: (last: string, day: string, most: string, mostDay: string) => `Swaps paid ${last} in fees on ${day}; most, ${most}, on ${mostDay}.` },
    none: 'No day of this pool has a price yet.',
    price: 'Each day at the price of its last block, in the pool’s quote token. Fees with the protocol’s part of them.', weekly: 'One point a week; every day stands in the CSV file.',
  },
  de: {
    title: { value: (name: string) => `Was in ${name} liegt`, fees: (name: string) => `Gebühren je Tag in ${name}` },
    y: { value: (symbol: string) => `Wert (${symbol})`, fees: (symbol: string) => `Gebühren des Tages (${symbol})` },
    series: { value: 'Wert', fees: 'Gebühren' },
    tell: { value: (last: string, day: string, most: string, mostDay: string) => `Am ${day} waren die Positionen im Pool ${last} wert, ohne Gebühren; am meisten, ${most}, am ${mostDay}.`, fees: (last: string, day: string, most: string, mostDay: string) => `Am ${day} zahlten Swaps ${last} an Gebühren; am meisten, ${most}, am ${mostDay}.` },
    none: 'Von diesem Pool hat noch kein Tag einen Preis.',
    price: 'Jeder Tag zum Preis seines letzten Blocks, im Quote-Token des Pools. Gebühren samt dem Teil des Protokolls.', weekly: 'Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.',
  },
} as const

/**
 * One figure of a pool day by day.
 *
 * @example poolOverTime(toValuedDays(days, facts), 'fees', facts, 'WETH/USDC 0.3%', [], 'en').sentence // 'Swaps paid 1,204 USDC in fees on 1 Apr 2026; most, …'
 */
export function poolOverTime(days: readonly ValuedDay[], figure: PoolDayFigure, facts: Pick<PoolFacts, 'tokens' | 'quote'>, name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const unit = toMoneyUnit(facts, 'quote')
  const drawn = toDrawnDays(days)
  const told = days.flatMap(({ day, [figure]: units }) => (units === null ? [] : [{ day, units }]))
  const last = told.at(-1)
  const most = told.reduce<(typeof told)[number] | undefined>((best, each) => (best && best.units >= each.units ? best : each), undefined)
  const on = (day: string) => formatDate(toTimestamp(day), locale)
  return {
    id: `poolOverTime-${figure}`,
    title: word.title[figure](name),
    sentence: last && most ? word.tell[figure](formatMoney(last.units, unit, locale), on(last.day), formatMoney(most.units, unit, locale), on(most.day)) : word.none,
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y[figure](unit.symbol), scale: 'linear', format: 'amount' },
    series: [{ id: figure, label: word.series[figure], shape: 'area', emphasis: 'main', points: toDayPoints(drawn, ({ [figure]: units }) => (units === null ? null : toWhole(units, unit))) }],
    notes: [...notes, word.price, ...(drawn.step === 1 ? [] : [word.weekly])],
    locale,
  }
}
