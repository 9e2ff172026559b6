import type { ChartSpec, Point, Series } from '@/lib/domain/chartSpec'

/** All points of a chart at one x: what recharts draws, by series id, and bands as `<id>_band`. */
export type ChartRow = { x: number } & Record<string, number | null | readonly [number, number] | undefined>

/**
 * A chart's points as rows by x. Where one series has an x that another has not, the other's line runs through between its own
 * points: recharts would take the missing value for a gap. Only gaps (`y: null`) break a line. Tooltips tell points, never these.
 *
 * @example toChartRows(spec) // a line from (0, 0) to (1, 1) beside a curve with a point at 0.5: [{x: 0, equality: 0, …}, {x: 0.5, equality: 0.5, …}, …]
 */
export function toChartRows(spec: ChartSpec): ChartRow[] {
  const known = spec.series.flatMap(({ points }) => points.map(({ x }) => x))
  // A category without a bar keeps its place.
  const places = spec.x.scale === 'category' ? (spec.x.categories ?? []).map((_, i) => i) : []
  const xs = [...new Set([...known, ...places])].filter((x) => spec.x.scale !== 'log' || x > 0).sort((a, b) => a - b)
  const rows = xs.map((x): ChartRow => ({ x }))
  for (const series of spec.series) {
    const points = [...series.points].sort((a, b) => a.x - b.x)
    let after = 0
    for (const row of rows) {
      while (after < points.length && points[after]!.x < row.x) after++
      const point = points[after]
      if (point?.x === row.x) {
        row[series.id] = toDrawn(point.y, spec)
        if (point.low !== undefined && point.high !== undefined) row[`${series.id}_band`] = [point.low, point.high]
      } else row[series.id] = toBetween(series, points[after - 1], point, row.x, spec)
    }
  }
  return rows
}

const toDrawn = (y: number | null, spec: ChartSpec) => (y !== null && spec.y.scale === 'log' && y <= 0 ? null : y)

/** The height of the straight line that is drawn between two points; on a logarithmic axis straight means in logarithms. */
function toBetween({ shape }: Series, left: Point | undefined, right: Point | undefined, x: number, spec: ChartSpec): number | null {
  if (shape === 'bar' || shape === 'dot' || !left || !right || left.y === null || right.y === null) return null
  const [logX, logY] = [spec.x.scale === 'log', spec.y.scale === 'log']
  if (logY && (left.y <= 0 || right.y <= 0)) return null
  if (logX && left.x <= 0) return null
  const onX = (value: number) => (logX ? Math.log(value) : value)
  const onY = (value: number) => (logY ? Math.log(value) : value)
  const part = (onX(x) - onX(left.x)) / (onX(right.x) - onX(left.x))
  const height = onY(left.y) + part * (onY(right.y) - onY(left.y))
  return logY ? Math.exp(height) : height
}
