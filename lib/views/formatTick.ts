import type { NumberFormat } from '../domain/chartSpec'
import type { Locale } from '../domain/text'
import { toDateText, toScaled, toText } from './format'

const day = 86_400

/**
 * A tick of an axis: as short as the distance to the next tick allows, and no digit more than that distance needs.
 *
 * @param step the distance between two ticks, in the axis's unit (seconds for dates); 0 where they are not evenly apart (log)
 * @example formatTick(0.25, 'share', 0.25, 'de') // '25 %'
 * @example formatTick(1200000, 'amount', 200000, 'de') // '1,2 Mio.'
 * @example formatTick(1711929600, 'date', 366 * 86400, 'en') // '2024'
 */
export function formatTick(value: number, format: NumberFormat, step: number, locale: Locale): string {
  if (format === 'date') return formatDateTick(value, step, locale)
  if (format === 'share') {
    const digits = toDigits((step || value) * 100)
    return toText(value, locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits })
  }
  // Thousands on an axis that counts in thousands look like their neighbours: 5k beside 10k.
  if (Math.abs(value) >= 10_000 || (step >= 1000 && value !== 0)) return toScaled(value, locale)
  const digits = toDigits(step || value)
  return toText(value, locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Decimals that tell two neighbours apart: 0.25 needs two. The slack is for steps as 0.30000000000000004. */
function toDigits(step: number): number {
  for (let digits = 0; digits < 12; digits++) {
    const scaled = Math.abs(step) * 10 ** digits
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 && (step === 0 || Math.round(scaled) > 0)) return digits
  }
  return 12
}

function formatDateTick(seconds: number, step: number, locale: Locale): string {
  if (step >= 360 * day) return toDateText(seconds, locale, { year: 'numeric' })
  if (step >= 27 * day) return toDateText(seconds, locale, { month: 'short', year: 'numeric' })
  if (step >= day) return toDateText(seconds, locale, { day: 'numeric', month: 'short' })
  return toDateText(seconds, locale, { hour: '2-digit', minute: '2-digit' })
}
