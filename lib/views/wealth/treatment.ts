import type { Locale } from '@/lib/domain/text'
import { formatDate, formatNumber } from '../format'
import { toTimestamp } from '../day'

const words = {
  en: {
    who: 'Holders: owners behind contracts, addresses of one owner as one. Left out: exchanges and other accounts that hold for many, contracts that nobody is known for, the treasury, what cannot be spent, and who holds less than a billionth of the whole.',
    upTo: (day: string, block: string) => `Up to the end of ${day}, block ${block}; from end of month to end of month.`,
  },
  de: {
    who: 'Halter: Eigentümer hinter Contracts, Adressen eines Eigentümers als einer. Weggelassen: Börsen und andere Konten, die für viele halten, Contracts ohne bekannten Eigentümer, die Treasury, was sich nicht ausgeben lässt, und wer weniger als ein Milliardstel des Ganzen hält.',
    upTo: (day: string, block: string) => `Bis zum Ende des ${day}, Block ${block}; von Monatsende zu Monatsende.`,
  },
} as const

/**
 * Who counts in what is followed from month to month, and up to when.
 *
 * @example treatmentNotes({ day: '2025-12-31', block: 2_700 }, 'en')[1] // 'Up to the end of 31 Dec 2025, block 2,700; from end of month to end of month.'
 */
export function treatmentNotes({ day, block }: { day: string; block: number }, locale: Locale): string[] {
  const word = words[locale]
  return [word.who, word.upTo(formatDate(toTimestamp(day), locale), formatNumber(block, 'count', locale))]
}
