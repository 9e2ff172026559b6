import { line } from 'd3-shape'
import type { NumberFormat, Point } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '@/lib/views/format'
import { toColour } from '../theme'

const [width, height, edge] = [96, 28, 4]
const words = {
  en: { span: (from: string, to: string) => `from ${from} to ${to}`, none: 'no data' },
  de: { span: (from: string, to: string) => `von ${from} auf ${to}`, none: 'keine Daten' },
}

export interface SparklineProps {
  points: readonly Point[]
  /** What the line shows, for those who do not see it */
  label: string
  locale: Locale
  format?: NumberFormat
}

/** A small line in a table: its shape only, from the lowest to the highest of its own values. The end is a dot, gaps are gaps. */
export function Sparkline({ points, label, locale, format = 'index' }: SparklineProps) {
  const sorted = [...points].sort((a, b) => a.x - b.x)
  const known = sorted.filter((point): point is Point & { y: number } => point.y !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return <span role="img" aria-label={`${label}: ${words[locale].none}`}>–</span>
  const [lowX, highX] = [sorted[0]!.x, sorted.at(-1)!.x]
  const lowY = Math.min(...known.map(({ y }) => y))
  const highY = Math.max(...known.map(({ y }) => y))
  const x = (point: Point) => (highX > lowX ? edge + ((point.x - lowX) / (highX - lowX)) * (width - 2 * edge) : width / 2)
  // A value that never changed is a line through the middle.
  const y = ({ y }: Point) => (highY > lowY ? height - edge - ((y! - lowY) / (highY - lowY)) * (height - 2 * edge) : height / 2)
  const path = line<Point>().defined((point) => point.y !== null).x(x).y(y)(sorted)
  const span = words[locale].span(formatNumber(first.y, format, locale), formatNumber(last.y, format, locale))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={`${label}: ${span}`}
      style={{ display: 'block' }}
    >
      <path d={path ?? ''} fill="none" stroke={toColour('series1')} strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={x(last)} cy={y(last)} r={2.5} fill={toColour('series1')} />
    </svg>
  )
}
