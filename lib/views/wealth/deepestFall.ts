import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { DeepestFall } from '@/lib/domain/badMonths'
import { holderClasses, holderClassIds } from '@/lib/domain/holderClass'
import type { Locale } from '@/lib/domain/text'
import { toRate } from '@/lib/metrics/growth/worstMonths'
import { toMonthText } from './monthText'
import { formatNumber } from '../format'

const words = {
  en: {
    title: (symbol: string) => `Who was still there after the deepest fall of ${symbol}`, y: 'Share of the holders of its beginning, and what they held at its end as a share of what they had', gone: 'hold nothing any more', after: 'held at its end, of what they had',
    sentence: (from: string, to: string, change: string, small: string, large: string) => `From the end of ${from} to the end of ${to} the price fell by ${change}. ${small} of the smaller half had left by then, and ${large} of the largest tenth.`,
    what: 'Classes are those of its beginning. More than 100%: these holders bought more than others of them sold.',
  },
  de: {
    title: (symbol: string) => `Wer nach dem tiefsten Fall von ${symbol} noch da war`, y: 'Anteil der Halter vom Anfang und ihr Bestand am Ende im Verhältnis zum früheren', gone: 'halten nichts mehr', after: 'Bestand am Ende, am früheren gemessen',
    sentence: (from: string, to: string, change: string, small: string, large: string) => `Von Ende ${from} bis Ende ${to} fiel der Preis um ${change}. Bis dahin waren ${small} der kleineren Hälfte ausgestiegen und ${large} des größten Zehntels.`,
    what: 'Es gelten die Klassen vom Anfang. Mehr als 100 %: Die einen kauften mehr, als andere von ihnen verkauften.',
  },
} as const

/**
 * Who left between the peak of a price and the trough after it, and what those of each class had then, the ten largest on top.
 *
 * @returns null where it is told of neither the small nor the large
 * @example deepestFall(fall, 'DSWP', notes, 'en')?.sentence // 'From the end of March 2024 to the end of June 2025 the price fell by 61.2%. 34.0% of the smaller half …'
 */
export function deepestFall({ from, to, change, classes }: DeepestFall, symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const [ten, tenth, , small] = classes
  if (!ten || !tenth || !small) return null
  const [left, leftLarge] = [toRate(small.gone, small.accounts), toRate(ten.gone + tenth.gone, ten.accounts + tenth.accounts)]
  if (left === null || leftLarge === null) return null
  const share = (value: number) => formatNumber(value, 'share', locale)
  return {
    id: 'deepestFall',
    title: word.title(symbol),
    sentence: word.sentence(toMonthText(from, locale), toMonthText(to, locale), share(-change), share(left), share(leftLarge)),
    x: { label: '', scale: 'category', format: 'count', categories: holderClassIds.map((id) => holderClasses[id][locale]) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      { id: 'gone', label: word.gone, shape: 'bar', emphasis: 'main', points: classes.map(({ gone, accounts }, x) => ({ x, y: toRate(gone, accounts) })) },
      { id: 'after', label: word.after, shape: 'bar', emphasis: 'second', points: classes.map(({ after, held }, x) => ({ x, y: toRate(after, held) })) },
    ],
    notes: [word.what, ...notes],
    locale,
  }
}
