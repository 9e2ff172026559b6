const daySeconds = 86_400

/**
 * Whether a UTC day is the last of its month.
 *
 * @example isMonthEnd('2024-02-29') // true
 */
export const isMonthEnd = (day: string): boolean => new Date((Date.parse(`${day}T00:00:00Z`) / 1000 + daySeconds) * 1000).getUTCDate() === 1

/** A year of the Gregorian calendar, on average */
const yearDays = 365.2425

/**
 * How many years lie between two UTC days.
 *
 * @example toYears('2024-01-31', '2025-01-31') // 1.0020…: 366 days
 */
export const toYears = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 1000 / daySeconds / yearDays
