import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { ProfitShare } from '@/lib/liquidity/profitShares'
import { formatNumber } from '../format'
import { formatOfHundred, toDecileName } from './decileWords'

const words = {
  en: {
    title: (name: string) => `For each 100 earned in ${name}`,
    y: 'Share of all fees and rewards, and of all gains, by tenths of providers', earned: 'fees and rewards', gains: 'gains',
    tell: (largest: string, half: string) => `Of every 100 paid in fees and rewards the largest tenth of providers earned ${largest}, the smaller half together ${half}.`,
    gains100: (largest: string) => ` Of every 100 that anybody gained after gas and price moves, ${largest} went to the largest tenth.`,
    headline: (largest: string, lost: string) => `The largest tenth of providers earned ${largest} of every 100 paid in fees and rewards; ${lost} of all have less than by holding what they put in.`,
    none: 'No fees or rewards have been earned yet.',
    order: 'Providers in ten groups of equal number, by the most that each had in at once, at what it had cost.',
  },
  de: {
    title: (name: string) => `Von je 100, die in ${name} verdient wurden`,
    y: 'Anteil an allen Gebühren und Belohnungen und an allen Gewinnen, nach Zehnteln der Anbieter', earned: 'Gebühren und Belohnungen', gains: 'Gewinne',
    tell: (largest: string, half: string) => `Von je 100 an Gebühren und Belohnungen verdiente das größte Zehntel der Anbieter ${largest}, die kleinere Hälfte zusammen ${half}.`,
    gains100: (largest: string) => ` Von je 100, die jemand nach Gas und Preisbewegungen gewann, gingen ${largest} an das größte Zehntel.`,
    headline: (largest: string, lost: string) => `Das größte Zehntel der Anbieter verdiente ${largest} von je 100 an Gebühren und Belohnungen; ${lost} aller Anbieter haben weniger, als wenn sie das Eingezahlte gehalten hätten.`,
    none: 'Noch sind keine Gebühren oder Belohnungen verdient worden.',
    order: 'Anbieter in zehn gleich großen Gruppen, nach dem höchsten Einsatz jedes Einzelnen zu dem, was er gekostet hatte.',
  },
} as const

/**
 * Who gets what of each hundred that a pool earns its providers, the largest tenth on top.
 *
 * @param shares the smallest tenth first
 * @example profitsByDecile(shares, 'WETH/USDC 0.3%', [], 'en').sentence // 'Of every 100 paid in fees and rewards the largest tenth of providers earned 87.4, …'
 */
export function profitsByDecile(shares: readonly ProfitShare[], name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const rows = [...shares].reverse()
  return {
    id: 'profitsByDecile',
    title: word.title(name),
    sentence: profitsSentence(shares, locale),
    x: { label: '', scale: 'category', format: 'count', categories: rows.map(({ decile }) => toDecileName(decile, locale)) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      { id: 'earned', label: word.earned, shape: 'bar', emphasis: 'main', points: rows.map(({ earned }, x) => ({ x, y: earned.share })) },
      { id: 'gains', label: word.gains, shape: 'bar', emphasis: 'second', points: rows.map(({ gains }, x) => ({ x, y: gains.share })) },
    ],
    notes: [word.order, ...notes],
    locale,
  }
}

/**
 * The same in a sentence.
 *
 * @example profitsSentence(shares, 'de') // 'Von je 100 an Gebühren und Belohnungen verdiente das größte Zehntel der Anbieter 87,4, die kleinere Hälfte zusammen 0,9.'
 */
export function profitsSentence(shares: readonly ProfitShare[], locale: Locale): string {
  const word = words[locale]
  const largest = shares.at(-1)
  if (!largest || largest.ofEachHundred === null) return word.none
  const half = shares.slice(0, 5).reduce((sum, { ofEachHundred }) => sum + (ofEachHundred ?? 0), 0)
  const gains = largest.gains.share === null ? '' : word.gains100(formatOfHundred(largest.gains.share * 100, locale))
  return word.tell(formatOfHundred(largest.ofEachHundred, locale), formatOfHundred(half, locale)) + gains
}

/**
 * What a pool's page says first: who earned, and how many would have done better by holding.
 *
 * @param lost share of providers whose result is below what holding would have made
 * @example profitsHeadline(shares, 0.532, 'en') // 'The largest tenth of providers earned 87.4 of every 100 paid in fees and rewards; 53.2% of all have less than by …'
 */
export function profitsHeadline(shares: readonly ProfitShare[], lost: number, locale: Locale): string {
  const largest = shares.at(-1)
  if (!largest || largest.ofEachHundred === null) return words[locale].none
  return words[locale].headline(formatOfHundred(largest.ofEachHundred, locale), formatNumber(lost, 'share', locale))
}
