/**
 * A moment as files write it: a UTC day, a date with time (ISO 8601; without a zone in UTC), or Unix seconds.
 *
 * @returns Unix seconds; null for what is none
 * @example readMoment('2026-04-01') // 1775001600
 */
export function readMoment(text: string): number | null {
  if (/^\d{9,10}$/.test(text)) return Number(text)
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)(Z| ?UTC|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  if (!match) return null
  const [, day, time = '00:00', zone = 'Z'] = match
  const milliseconds = Date.parse(`${day}T${time}${/UTC/.test(zone) ? 'Z' : zone}`)
  // A 30th of February would be taken for the 1st or 2nd of March.
  if (Number.isNaN(milliseconds) || Number.isNaN(Date.parse(`${day}T00:00Z`)) || new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day) return null
  return Math.floor(milliseconds / 1000)
}
