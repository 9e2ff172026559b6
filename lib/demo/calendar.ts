/** The first second of the story: 1 January 2023, UTC. */
export const storyStart = Date.UTC(2023, 0, 1) / 1000

/** The story's last day is 31 December 2025: day 1,095. */
export const storyDays = 1096

/** How long the founders are among themselves: the airdrop follows. */
export const foundingDays = 12

/** The date that the labels bear: the story's last day. */
export const storyEnd = '2025-12-31'

export const day = 86_400

/**
 * The day of the story that a date is.
 *
 * @example toDay('2023-02-01') // 31
 */
export function toDay(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) / 1000 - storyStart) / day
}

/** The first second of a day of the story. */
export function toTimestamp(storyDay: number): number {
  return storyStart + storyDay * day
}

/**
 * The value of a broken line between given points; the first and last value hold beyond them.
 *
 * @example follow([[0, 1], [10, 3]], 5) // 2
 */
export function follow(line: readonly (readonly [x: number, y: number])[], x: number): number {
  let before = line[0]
  for (const point of line) {
    if (x <= point[0]) {
      if (!before || before === point) return point[1]
      return before[1] + ((x - before[0]) / (point[0] - before[0])) * (point[1] - before[1])
    }
    before = point
  }
  return before?.[1] ?? 0
}
