import type { ChartSpec } from '@/lib/domain/chartSpec'
import { chartType, toColour } from '../theme'
import { chartText } from './Axes'
import type { ChartLayout } from './chartLayout'
import { toSeriesStyles } from './seriesStyle'
import { toFill } from './StackedAreas'

/** Names beside their lines, in the line's colour and with a halo of the page's; or, where those found no place, a key above. */
export function SeriesLabels({ spec, layout, id: chart }: { spec: ChartSpec; layout: Pick<ChartLayout, 'labels' | 'key'>; id: string }) {
  const styles = toSeriesStyles(spec)
  const shapes = new Map(spec.series.map(({ id, shape }) => [id, shape]))
  const colour = (id: string) => styles.get(id)?.colour ?? toColour('text')
  return (
    <g aria-hidden="true" {...chartText}>
      {layout.labels.map(({ id, lines, x, y, anchor, leader }) => (
        <g key={id}>
          {leader && <line {...leader} stroke={colour(id)} strokeWidth={1} opacity={0.6} />}
          <text
            textAnchor={anchor} fill={toTextColour(colour(id))} fontWeight={600}
            stroke={toColour('background')} strokeWidth={4} strokeLinejoin="round" paintOrder="stroke"
          >
            {lines.map((line, i) => <tspan key={line + i} x={x} y={y + i * chartType.lineHeight}>{line}</tspan>)}
          </text>
        </g>
      ))}
      {layout.key.map(({ id, text, x, y }) => {
        const style = styles.get(id)
        if (spec.stacked) {
          return (
            <g key={id}>
              <rect x={x} y={y - 12} width={24} height={14} fill={toFill(chart, id)} stroke={colour(id)} strokeWidth={1} />
              <text x={x + 30} y={y} fill={toColour('text')}>{text}</text>
            </g>
          )
        }
        const solid = shapes.get(id) === 'bar' || shapes.get(id) === 'dot'
        return (
          <g key={id}>
            {solid
              ? <rect x={x + 6} y={y - 10} width={11} height={11} fill={colour(id)} fillOpacity={style?.hollow ? 0.18 : 1} stroke={colour(id)} strokeWidth={1.5} />
              : <line x1={x} x2={x + 22} y1={y - 4} y2={y - 4} stroke={colour(id)} strokeWidth={style?.width} strokeDasharray={style?.dash} />}
            <text x={x + 30} y={y} fill={toColour('text')}>{text}</text>
          </g>
        )
      })}
    </g>
  )
}

/** Text needs 4.5:1 where a line needs 3:1, so a name takes its line's hue mixed with the colour of text. */
function toTextColour(colour: string): string {
  return `color-mix(in oklab, ${colour} 60%, ${toColour('text')})`
}
