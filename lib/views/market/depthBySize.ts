import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Locale, Text } from '@/lib/domain/text'
import type { BandDepth } from '@/lib/liquidity/depthBySize'
import type { SizeClass } from '@/lib/liquidity/sizeClasses'
import { formatAmount, formatNumber } from '../format'
import type { MoneyUnit } from './money'

/** What a class of providers is called. */
const sizeClassNames: Readonly<Record<SizeClass, Text>> = {
  largestTenth: { en: 'largest tenth', de: 'größtes Zehntel' },
  upperMiddle: { en: 'four tenths below', de: 'vier Zehntel darunter' },
  smallerHalf: { en: 'smaller half', de: 'kleinere Hälfte' },
  unknown: { en: 'size not known', de: 'Größe unbekannt' },
}

const words = {
  en: {
    title: (name: string) => `Who stands near the price of ${name}`, y: (symbol: string) => `Traded until the price has moved so far (${symbol})`, distance: 'Price moves by', all: 'Together', share: (name: string) => `Share: ${name}`,
    tell: (distance: string, largest: string, half: string) => `Of what would be traded within ${distance} of the price, the largest tenth of providers has ${largest}, the smaller half ${half}.`,
    none: 'No liquidity lies near the price.',
    meaning: 'Both ways together, at the price of the block, in the pool’s quote token. Size classes by the most that an account had in at once.',
  },
  de: {
    title: (name: string) => `Wer nahe am Preis von ${name} steht`, y: (symbol: string) => `Gehandelt, bis sich der Preis so weit bewegt hat (${symbol})`, distance: 'Preisbewegung', all: 'Zusammen', share: (name: string) => `Anteil: ${name}`,
    tell: (distance: string, largest: string, half: string) => `Von dem, was innerhalb von ${distance} um den Preis gehandelt würde, stellt das größte Zehntel der Anbieter ${largest}, die kleinere Hälfte ${half}.`,
    none: 'Nahe am Preis liegt keine Liquidität.',
    meaning: 'Beide Richtungen zusammen, zum Preis des Blocks, im Quote-Token des Pools. Größenklassen nach dem höchsten Einsatz eines Kontos.',
  },
} as const

/** The distance that the sentence speaks of. */
const toldDistance = 0.02

/** In whole units of the quote token. */
const toAmount = (units: number, { decimals }: MoneyUnit) => units / 10 ** decimals

const toDistanceText = (distance: number, locale: Locale) => `±${formatNumber(distance, 'share', locale).replace(/[.,]0(?=\D)/, '')}`

/**
 * How much can be traded near the price, and whose liquidity it is.
 *
 * @param bands the nearest first
 * @param unit of the pool's quote token
 * @example depthBySize(bands, unit, 'WETH/USDC 0.3%', [], 'en').x.categories?.[0] // '±1%'
 */
export function depthBySize(bands: readonly BandDepth<SizeClass>[], unit: MoneyUnit, name: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  return {
    id: 'depthBySize',
    title: word.title(name),
    sentence: toSentence(bands, locale),
    x: { label: '', scale: 'category', format: 'count', categories: bands.map(({ distance }) => toDistanceText(distance, locale)) },
    y: { label: word.y(unit.symbol), scale: 'linear', format: 'amount' },
    horizontal: true,
    series: toShownClasses(bands).map((id, place) => ({
      id, label: sizeClassNames[id][locale], shape: 'bar', emphasis: place === 0 ? 'main' : 'second',
      points: bands.map(({ classes }, x) => {
        const { below, above } = classes.find((each) => each.class === id)!
        return { x, y: toAmount(below + above, unit) }
      }),
    })),
    notes: [word.meaning, ...notes],
    locale,
  }
}

/** Those of unknown size only where they have something. */
const toShownClasses = (bands: readonly BandDepth<SizeClass>[]): SizeClass[] =>
  (bands[0]?.classes ?? []).map((each) => each.class).filter((id) => id !== 'unknown' || bands.some(({ classes }) => (classes.find((each) => each.class === id)?.share ?? 0) > 0))

function toSentence(bands: readonly BandDepth<SizeClass>[], locale: Locale): string {
  const band = bands.find(({ distance }) => distance === toldDistance)
  const shareOf = (id: SizeClass) => band?.classes.find((each) => each.class === id)?.share ?? null
  const [largest, half] = [shareOf('largestTenth'), shareOf('smallerHalf')]
  if (largest === null || half === null) return words[locale].none
  return words[locale].tell(toDistanceText(toldDistance, locale), formatNumber(largest, 'share', locale), formatNumber(half, 'share', locale))
}

/**
 * The same with shares.
 *
 * @example depthTable(bands, unit, 'en').rows[0]?.[0] // { value: 0.01, text: '±1%' }
 */
export function depthTable(bands: readonly BandDepth<SizeClass>[], unit: MoneyUnit, locale: Locale): Table {
  const word = words[locale]
  const shown = toShownClasses(bands)
  const share = (value: number | null) => (value === null ? { value, text: '–' } : { value, text: formatNumber(value, 'share', locale) })
  return {
    caption: '',
    columns: [
      { id: 'distance', label: word.distance, numeric: true },
      { id: 'all', label: `${word.all} (${unit.symbol})`, numeric: true },
      ...shown.map((id) => ({ id, label: word.share(sizeClassNames[id][locale]), numeric: true })),
    ],
    rows: bands.map(({ distance, classes, total }) => {
      const all = toAmount(total.below + total.above, unit)
      return [{ value: distance, text: toDistanceText(distance, locale) }, { value: all, text: formatAmount(all.toFixed(unit.decimals > 8 ? 8 : unit.decimals), locale) }, ...shown.map((id) => share(classes.find((each) => each.class === id)!.share))]
    }),
  }
}
