import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { toDateText } from '../format'

/**
 * A month as people write it.
 *
 * @example toMonthText('2024-03', 'de') // 'März 2024'
 */
export const toMonthText = (month: string, locale: Locale): string => toDateText(toTimestamp(`${month}-01`), locale, { month: 'long', year: 'numeric' })
