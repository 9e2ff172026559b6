import type { ChartSpec } from '@/lib/domain/chartSpec'
import { chartType, toColour } from '../theme'
import { chartText } from './Axes'
import type { BarLayout } from './barLayout'
import { toSeriesStyles } from './seriesStyle'
import { toFitting } from './textWidth'

/** Names, bars and their figures. No axis: every bar carries its number. */
export function HorizontalBars({ spec, layout }: { spec: ChartSpec; layout: BarLayout }) {
  const styles = toSeriesStyles(spec)
  return (
    <g aria-hidden="true" {...chartText}>
      {spec.y.label && <text x={0} y={layout.top - 10}>{toFitting(spec.y.label, chartType.text, layout.width)}</text>}
      {layout.rows.map(({ category, name, nameX, nameY, nameAnchor, bars }) => (
        <g key={category}>
          <text x={nameX} y={nameY} textAnchor={nameAnchor} fill={toColour('text')}>{name}</text>
          {bars.map(({ series, y, height, from, to, interval, text, textX, anchor }) => {
            const { colour, hollow } = styles.get(series.id)!
            return (
              <g key={series.id}>
                <rect
                  x={from} y={y} width={to - from} height={height}
                  fill={colour} fillOpacity={hollow ? 0.18 : 1} stroke={hollow ? colour : 'none'}
                />
                {interval && <path d={toIntervalPath(interval, y + height / 2)} fill="none" stroke={toColour('text')} strokeWidth={1.5} />}
                <text x={textX} y={y + height / 2 + chartType.text * 0.35} textAnchor={anchor}>{text}</text>
              </g>
            )
          })}
        </g>
      ))}
      {layout.base !== null && <line x1={layout.base} x2={layout.base} y1={layout.top} y2={layout.bottom} stroke={toColour('edge')} strokeWidth={1} />}
    </g>
  )
}

/** A line from one end to the other, with a stroke across at each. */
const toIntervalPath = ([low, high]: readonly [number, number], y: number): string => `M${low} ${y - 4}V${y + 4}M${low} ${y}H${high}M${high} ${y - 4}V${y + 4}`
