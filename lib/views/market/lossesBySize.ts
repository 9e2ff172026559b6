import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { LossShare } from '@/lib/liquidity/lossesBySize'
import { formatNumber } from '../format'
import { toDecileName } from './decileWords'

const words = {
  en: {
    title: (name: string) => `Who bore the losses in ${name}`, y: 'Share of all losses of the kind, by tenths of providers', impermanentLoss: 'impermanent loss', priceFall: 'price falls', netLoss: 'losses that were left',
    tell: (largest: string, half: string) => `Of what was lost after everything that was earned, the largest tenth of providers bore ${largest} and the smaller half ${half}.`, none: 'Nobody is left with a loss.',
    kinds: 'Impermanent loss: what a position was worth less than holding what had been put in. Price falls: what holding it would have lost. Losses that were left: results below zero once fees, rewards and gas are counted. Each provider’s losses are added up by themselves: what others of its tenth gained does not make them less.',
  },
  de: {
    title: (name: string) => `Wer die Verluste in ${name} trug`, y: 'Anteil an allen Verlusten der Art, nach Zehnteln der Anbieter', impermanentLoss: 'Impermanent Loss', priceFall: 'Kursverluste', netLoss: 'verbliebene Verluste',
    tell: (largest: string, half: string) => `Von dem, was nach allen Einnahmen verloren war, trug das größte Zehntel der Anbieter ${largest} und die kleinere Hälfte ${half}.`, none: 'Niemandem ist ein Verlust geblieben.',
    kinds: 'Impermanent Loss: was eine Position weniger wert war, als das Eingebrachte zu halten. Kursverluste: was das Halten verloren hätte. Verbliebene Verluste: Ergebnisse unter null, sobald Gebühren, Belohnungen und Gas gezählt sind. Die Verluste jedes Anbieters zählen für sich: Was andere seines Zehntels gewannen, macht sie nicht kleiner.',
  },
} as const

/**
 * Who bore a pool's losses, the largest tenth on top.
 *
 * @param shares the smallest tenth first
 * @example lossesBySize(shares, 'WETH/USDC 0.3%', [], 'en').sentence // 'Of what was lost after everything that was earned, the largest tenth of providers bore 61.0% and …'
 */
export function lossesBySize(shares: readonly LossShare[], name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const rows = [...shares].reverse()
  const share = (value: number) => formatNumber(value, 'share', locale)
  const largest = rows[0]?.netLoss.share ?? null
  const half = shares.slice(0, 5).reduce((sum, { netLoss }) => sum + (netLoss.share ?? 0), 0)
  const bars = (id: 'netLoss' | 'impermanentLoss' | 'priceFall', emphasis: 'main' | 'second' | 'reference') =>
    ({ id, label: word[id], shape: 'bar', emphasis, points: rows.map((row, x) => ({ x, y: row[id].share })) }) as const
  return {
    id: 'lossesBySize',
    title: word.title(name),
    sentence: largest === null ? word.none : word.tell(share(largest), share(half)),
    x: { label: '', scale: 'category', format: 'count', categories: rows.map(({ decile }) => toDecileName(decile, locale)) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [bars('netLoss', 'main'), bars('impermanentLoss', 'second'), bars('priceFall', 'reference')],
    notes: [word.kinds, ...notes],
    locale,
  }
}
