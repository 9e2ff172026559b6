import type { Point, Series } from '@/lib/domain/chartSpec'

/**
 * Series on one another, the first at the foot: each point from where the one below ends (`low`) to where it ends itself (`y`, `high`).
 * Where one has no figure nobody knows the sum either: from there up it is a gap.
 *
 * @example toStacked([{ points: [{ x: 0, y: 2 }], … }, { points: [{ x: 0, y: 3 }], … }])[1]?.points // [{ x: 0, y: 5, low: 2, high: 5 }]
 */
export function toStacked(series: readonly Series[]): Series[] {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b)
  const ends = new Map<number, number | null>(xs.map((x) => [x, 0]))
  return series.map((one) => {
    const heights = new Map(one.points.map(({ x, y }) => [x, y]))
    const points = xs.map((x): Point => {
      const [low, height] = [ends.get(x) ?? null, heights.get(x) ?? null]
      const high = low === null || height === null ? null : low + height
      ends.set(x, high)
      return low === null || high === null ? { x, y: null } : { x, y: high, low, high }
    })
    return { ...one, points }
  })
}
