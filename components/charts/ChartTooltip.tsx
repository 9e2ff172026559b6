import type { CSSProperties } from 'react'
import type { ChartSpec, Point } from '@/lib/domain/chartSpec'
import { formatNumber } from '@/lib/views/format'
import styles from './Chart.module.css'
import { toSeriesStyles } from './seriesStyle'

const words = { gap: { en: 'no data', de: 'keine Daten' } }

/** What the chart says at one x: its own points only, a gap as a gap. Told to screen readers when they have time. */
export function ChartTooltip({ spec, x }: { spec: ChartSpec; x: number }) {
  const looks = toSeriesStyles(spec)
  const told = spec.series.flatMap((series) => {
    const point = series.points.find((one) => one.x === x)
    return point ? [{ series, point }] : []
  })
  if (told.length === 0) return null
  // As the layers lie: the topmost first.
  if (spec.stacked) told.reverse()
  return (
    <div className={styles.tooltip} role="status" aria-live="polite">
      <strong>{toHeading(spec, x)}</strong>
      <dl>
        {told.map(({ series, point }) => (
          <div key={series.id} style={{ display: 'contents', '--series-colour': looks.get(series.id)?.colour } as CSSProperties}>
            <dt>{series.label}</dt>
            <dd>{toFigure(point, spec)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function toHeading({ x: axis, locale }: ChartSpec, x: number): string {
  if (axis.scale === 'category') return axis.categories?.[x] ?? ''
  const figure = formatNumber(x, axis.format, locale)
  return axis.label && axis.scale !== 'time' ? `${axis.label}: ${figure}` : figure
}

function toFigure({ y, low, high }: Point, spec: ChartSpec): string {
  if (y === null) return words.gap[spec.locale]
  const write = (value: number) => formatNumber(value, spec.y.format, spec.locale)
  return low === undefined || high === undefined ? write(y) : `${write(y)} (${write(low)} – ${write(high)})`
}
