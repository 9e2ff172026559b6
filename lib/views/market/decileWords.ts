import { undefinedReasons, type UndefinedReason } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { toText } from '../format'

const words = {
  en: { largest: 'Largest tenth', smallest: 'Smallest tenth', nth: (n: number) => `${n}th`, ordinals: { 2: '2nd', 3: '3rd' } as Readonly<Record<number, string>>, not: (reason: string) => `This cannot be told: ${reason}.` },
  de: { largest: 'Größtes Zehntel', smallest: 'Kleinstes Zehntel', nth: (n: number) => `${n}.`, ordinals: {} as Readonly<Record<number, string>>, not: (reason: string) => `Das lässt sich nicht sagen: ${reason}.` },
} as const

/**
 * What a tenth of the providers is called: 1 is the smallest.
 *
 * @example toDecileName(10, 'de') // 'Größtes Zehntel'
 */
export function toDecileName(decile: number, locale: Locale): string {
  const word = words[locale]
  return decile === 10 ? word.largest : decile === 1 ? word.smallest : word.ordinals[decile] ?? word.nth(decile)
}

/**
 * Why something that needs enough providers has no value, as a sentence.
 *
 * @example toReasonSentence('fewProviders', 'en') // 'This cannot be told: there are fewer than 30 providers whose result is known.'
 */
export const toReasonSentence = (reason: UndefinedReason, locale: Locale): string => words[locale].not(undefinedReasons[reason][locale])

/** A part of a hundred, to a tenth: 87.4 */
export const formatOfHundred = (part: number, locale: Locale): string => toText(part, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
