/** A quarter of a token's life has so many months. */
const monthsAQuarter = 3

/**
 * The first day of each quarter of a token's life, up to a day: three calendar months each, counted from its first day. Where a month is too short for that
 * day, its last one.
 *
 * @param first UTC day, as in '2023-01-31'
 * @param last UTC day, not before it
 * @example toQuarters('2023-01-31', '2023-08-01') // ['2023-01-31', '2023-04-30', '2023-07-31']
 */
export function toQuarters(first: string, last: string): string[] {
  const starts: string[] = []
  for (let nth = 0; ; nth++) {
    const start = addMonths(first, nth * monthsAQuarter)
    if (start > last) return starts
    starts.push(start)
  }
}

/**
 * In which of some quarters a day lies; the first is 0.
 *
 * @param quarters first days, oldest first
 * @example toQuarter(['2023-01-31', '2023-04-30'], '2023-04-29') // 0
 */
export function toQuarter(quarters: readonly string[], day: string): number {
  const after = quarters.findIndex((start) => start > day)
  return (after === -1 ? quarters.length : after) - 1
}

function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const longest = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, longest))).toISOString().slice(0, 10)
}
