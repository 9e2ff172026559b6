import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Staying } from '@/lib/domain/growth'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'

const words = {
  en: {
    title: (symbol: string) => `How long the largest holders of ${symbol} stay the largest`, x: 'Months later', y: 'Share of the largest that still are', ten: 'of the ten largest, still among them', tenth: 'of the largest tenth, still in it',
    sentence: (months: string, ten: string, tenth: string) => `After ${months} ${ten} of the ten largest holders are still among them, and ${tenth} of the largest tenth are still in it.`,
    month: (count: string) => (count === '1' ? 'one month' : `${count} months`),
    half: (months: string) => ` Fewer than half of the ten are still there after ${months}.`, never: (months: string) => ` At least half of the ten are still there after ${months}.`,
    what: 'All ends of months together from which one can look so far ahead and at which at least 100 held.',
  },
  de: {
    title: (symbol: string) => `Wie lange die größten Halter von ${symbol} die größten bleiben`, x: 'Monate später', y: 'Anteil der Größten, die es noch sind', ten: 'der zehn größten, noch darunter', tenth: 'des größten Zehntels, noch darin',
    sentence: (months: string, ten: string, tenth: string) => `Nach ${months} sind ${ten} der zehn größten Halter noch unter den zehn größten und ${tenth} des größten Zehntels noch im größten Zehntel.`,
    month: (count: string) => (count === '1' ? 'einem Monat' : `${count} Monaten`),
    half: (months: string) => ` Weniger als die Hälfte der zehn ist nach ${months} übrig.`, never: (months: string) => ` Nach ${months} ist noch mindestens die Hälfte der zehn übrig.`,
    what: 'Alle Monatsenden zusammen, von denen aus man so weit vorausschauen kann und an denen mindestens 100 hielten.',
  },
} as const

/** So far ahead the sentence looks, where as much is known. */
const told = 12

/**
 * How many of the largest holders are still the largest after so many months.
 *
 * @param staying nearest first; not empty
 * @example largestHoldersStay(staying, 'DSWP', notes, 'en').sentence // 'After 12 months 62.5% of the ten largest holders are still among them, and …'
 */
export function largestHoldersStay(staying: readonly Staying[], symbol: string, notes: readonly string[], locale: Locale): ChartSpec {
  const word = words[locale]
  const one = staying.find(({ months }) => months === told) ?? staying.at(-1)!
  const share = (value: number) => formatNumber(value, 'share', locale)
  const months = (count: number) => word.month(formatNumber(count, 'count', locale))
  const half = staying.find(({ ten }) => ten < 1 / 2)
  const line = (id: 'ten' | 'tenth', emphasis: 'main' | 'second') => ({ id, label: word[id], shape: 'line', emphasis, points: staying.map((at) => ({ x: at.months, y: at[id] })) }) as const
  return {
    id: 'largestHoldersStay',
    title: word.title(symbol),
    sentence: word.sentence(months(one.months), share(one.ten), share(one.tenth)) + (half ? word.half(months(half.months)) : word.never(months(staying.at(-1)!.months))),
    x: { label: word.x, scale: 'linear', format: 'count' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    series: [line('ten', 'main'), line('tenth', 'second')],
    notes: [word.what, ...notes],
    locale,
  }
}
