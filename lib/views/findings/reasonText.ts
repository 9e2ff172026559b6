import type { FindingFigure, Judgement } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'

const unknown = { en: 'unknown', de: 'unbekannt' } as const satisfies Record<Locale, string>
const placeholder = /\{(\w+)(?:\.(low|high))?\}/g

/**
 * Why a thesis comes to its verdict, with the figures written in.
 *
 * @throws RangeError where a placeholder names no figure of the judgement, or the end of an interval that it does not have
 * @example reasonText({ reason: { en: 'It is {gini}.', … }, figures: [{ id: 'gini', value: 0.5, format: 'index', … }] }, 'en') // 'It is 0.500.'
 */
export function reasonText({ reason, figures }: Pick<Judgement, 'reason' | 'figures'>, locale: Locale): string {
  return reason[locale].replaceAll(placeholder, (written, id: string, end?: 'low' | 'high') => {
    const figure = figures.find((one) => one.id === id)
    const value = figure && (end ? figure[end] : figure.value)
    if (value === undefined) throw new RangeError(`reasonText: "${written}" names no figure of this judgement; it has ${figures.map((one) => one.id).join(', ') || 'none'}`)
    return value === null ? unknown[locale] : formatNumber(value, figure!.format, locale)
  })
}

/**
 * A figure as people read it, with its interval where it has one.
 *
 * @example figureText({ value: 0.9, low: 0.8, high: 1, format: 'ratio', … }, 'en') // '0.90 (0.80 to 1.00)'
 */
export function figureText({ value, low, high, format }: Pick<FindingFigure, 'value' | 'low' | 'high' | 'format'>, locale: Locale): string {
  if (value === null) return unknown[locale]
  const write = (one: number) => formatNumber(one, format, locale)
  return low === undefined || high === undefined ? write(value) : `${write(value)} (${write(low)} ${locale === 'de' ? 'bis' : 'to'} ${write(high)})`
}
