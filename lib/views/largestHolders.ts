import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { Basis } from './basis'
import { formatNumber } from './format'
import { shortAddress, type HolderRow } from './holderRow'

const words = {
  en: { title: (name: string) => `The largest holders of ${name}`, x: 'Holder', y: 'Share', none: 'Nobody holds anything here.' },
  de: { title: (name: string) => `Die größten Halter von ${name}`, x: 'Halter', y: 'Anteil an', none: 'Niemand hält hier etwas.' },
} as const

/**
 * The largest holders as bars, longest on top: their shares of the lens's denominator.
 *
 * @param rows the first rows of the holders table
 * @param denominator smallest units
 * @example largestHolders(rows, 1_000n, basis, 'UNI', 'en').sentence
 * // 'The largest holder, Timelock, has 43.0% of the total supply; the 15 shown have 78.2% together.'
 */
export function largestHolders(rows: readonly HolderRow[], denominator: bigint, basis: Basis, name: string, locale: Locale): ChartSpec {
  const word = words[locale]
  return {
    id: 'largestHolders',
    title: word.title(name),
    sentence: toSentence(rows, denominator, basis, locale),
    x: { label: word.x, scale: 'category', format: 'count', categories: rows.map(toName) },
    y: { label: `${word.y} ${basis.ofDenominator}`, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      {
        id: 'share',
        label: word.y,
        shape: 'bar',
        emphasis: 'main',
        points: rows.map(({ amount }, x) => ({ x, y: toRatio(amount, denominator) })),
      },
    ],
    notes: basis.notes,
    locale,
  }
}

const toName = ({ label, address }: HolderRow): string => label?.name ?? shortAddress(address)

function toSentence(rows: readonly HolderRow[], denominator: bigint, basis: Basis, locale: Locale): string {
  const largest = rows[0]
  if (!largest) return words[locale].none
  const tell = (amount: bigint) => `${formatNumber(toRatio(amount, denominator), 'share', locale)} ${basis.ofDenominator}`
  const together = formatNumber(toRatio(rows.reduce((sum, { amount }) => sum + amount, 0n), denominator), 'share', locale)
  const name = toName(largest)
  if (rows.length === 1) return locale === 'en' ? `The only holder, ${name}, has ${tell(largest.amount)}.` : `Der einzige Halter, ${name}, hat ${tell(largest.amount)}.`
  return locale === 'en'
    ? `The largest holder, ${name}, has ${tell(largest.amount)}; the ${rows.length} shown have ${together} together.`
    : `Der größte Halter, ${name}, hat ${tell(largest.amount)}; die ${rows.length} gezeigten haben zusammen ${together}.`
}
