import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { ProfitShare } from '@/lib/liquidity/profitShares'
import { formatNumber } from '../format'
import { toDecileName } from './decileWords'

const words = {
  en: {
    title: (name: string) => `Who lost, and what was usual, in ${name}`,
    y: 'Median result as a share of size, and share of providers with a loss', median: 'median result', lost: 'share with a loss',
    tell: (lost: string, count: string, all: string) => `${lost} of providers (${count} of ${all}) have a loss at entry prices.`,
    between: (smallest: string, largest: string) => ` The median result is ${smallest} of what was put in for the smallest tenth, and ${largest} for the largest.`,
    meaning: 'Result: what was taken out, fees, rewards and what is still in, less what was put in and gas; as a share of the most that was in at once.',
  },
  de: {
    title: (name: string) => `Wer in ${name} verlor und was üblich war`,
    y: 'Median des Ergebnisses im Verhältnis zum Einsatz und Anteil der Anbieter mit Verlust', median: 'Median des Ergebnisses', lost: 'Anteil mit Verlust',
    tell: (lost: string, count: string, all: string) => `${lost} der Anbieter (${count} von ${all}) haben zu Einstiegspreisen einen Verlust.`,
    between: (smallest: string, largest: string) => ` Der Median des Ergebnisses liegt beim kleinsten Zehntel bei ${smallest} des Einsatzes, beim größten bei ${largest}.`,
    meaning: 'Ergebnis: Entnommenes, Gebühren, Belohnungen und was noch darin liegt, abzüglich Einzahlungen und Gas; im Verhältnis zum höchsten Einsatz.',
  },
} as const

/**
 * What a provider usually made, and how many lost, by tenths of them, the largest on top.
 *
 * @param shares the smallest tenth first
 * @example returnsByDecile(shares, 'WETH/USDC 0.3%', [], 'en').series.map(({ id }) => id) // ['median', 'lost']
 */
export function returnsByDecile(shares: readonly ProfitShare[], name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const rows = [...shares].reverse()
  return {
    id: 'returnsByDecile',
    title: word.title(name),
    sentence: toSentence(shares, locale),
    x: { label: '', scale: 'category', format: 'count', categories: rows.map(({ decile }) => toDecileName(decile, locale)) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      { id: 'median', label: word.median, shape: 'bar', emphasis: 'main', points: rows.map(({ medianReturn }, x) => ({ x, y: medianReturn })) },
      { id: 'lost', label: word.lost, shape: 'bar', emphasis: 'second', points: rows.map(({ shareLost }, x) => ({ x, y: shareLost })) },
    ],
    notes: [word.meaning, ...notes],
    locale,
  }
}

function toSentence(shares: readonly ProfitShare[], locale: Locale): string {
  const word = words[locale]
  const [lost, all] = [shares.reduce((sum, share) => sum + share.lost, 0), shares.reduce((sum, share) => sum + share.providers, 0)]
  const [smallest, largest] = [shares[0]?.medianReturn ?? null, shares.at(-1)?.medianReturn ?? null]
  const share = (value: number) => formatNumber(value, 'share', locale)
  const count = (value: number) => formatNumber(value, 'count', locale)
  return word.tell(share(all === 0 ? 0 : lost / all), count(lost), count(all)) + (smallest !== null && largest !== null ? word.between(share(smallest), share(largest)) : '')
}
