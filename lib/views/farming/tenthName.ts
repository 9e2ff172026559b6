import type { Locale } from '@/lib/domain/text'

const words = {
  en: { largest: 'Largest tenth', smallest: 'Smallest tenth', of: (place: number) => `${place}${place === 2 ? 'nd' : place === 3 ? 'rd' : 'th'} tenth` },
  de: { largest: 'Größtes Zehntel', smallest: 'Kleinstes Zehntel', of: (place: number) => `${place}. Zehntel` },
} as const

/**
 * What a tenth of the stakers is called: 1 is the smallest.
 *
 * @example toTenthName(10, 'de') // 'Größtes Zehntel'
 */
export const toTenthName = (tenth: number, locale: Locale): string => (tenth === 10 ? words[locale].largest : tenth === 1 ? words[locale].smallest : words[locale].of(tenth))
