import { InvalidArgumentError } from 'commander'

/**
 * Reads a day that exists: 2026-02-30 does not.
 *
 * @throws InvalidArgumentError
 * @example toDay('2026-04-01') // '2026-04-01'
 */
export function toDay(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('Write the day as in 2026-04-01.')
  }
  return text
}
