/**
 * The Unix seconds at which a UTC day begins.
 *
 * @example toTimestamp('2026-04-01') // 1775001600
 */
export const toTimestamp = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000
