import { chartType, fonts, toColour } from '../theme'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { ChartLayout } from './chartLayout'
import { toFitting, toTextWidth } from './textWidth'

/** What every text in a chart is set in. */
export const chartText = {
  fontFamily: `var(--font-text, ${fonts.text})`,
  fontSize: chartType.text,
  fill: toColour('muted'),
  style: { fontVariantNumeric: 'tabular-nums' },
} as const

/** A few quiet grid lines to read heights off, a base line, ticks and the axes' names. Drawn before the data. */
export function Axes({ spec, layout }: { spec: ChartSpec; layout: ChartLayout }) {
  const { plot, x, y, width, height, foot } = layout
  const base = y.ticks.find(({ value }) => value === 0)?.at ?? plot.bottom
  const tickLine = plot.bottom + 6 + chartType.text
  return (
    <g aria-hidden="true" {...chartText}>
      {spec.y.label && (
        <text x={0} y={plot.top - chartType.lineHeight + 2} fontSize={chartType.text}>{toFitting(spec.y.label, chartType.text, width)}</text>
      )}
      {y.ticks.map(({ value, at, text }) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.right} y1={at} y2={at} stroke={toColour('rule')} strokeWidth={1} />
          <text x={plot.left - 8} y={at + chartType.text * 0.35} textAnchor="end">{text}</text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={base} y2={base} stroke={toColour('edge')} strokeWidth={1} />
      {x.ticks.map(({ value, at, text }) => (
        <g key={value}>
          {spec.x.scale !== 'category' && <line x1={at} x2={at} y1={plot.bottom} y2={plot.bottom + 5} stroke={toColour('edge')} strokeWidth={1} />}
          <text x={toInside(at, text, width)} y={tickLine + 2} textAnchor="middle">{text}</text>
        </g>
      ))}
      {spec.x.label && (
        <text x={(plot.left + plot.right) / 2} y={tickLine + chartType.lineHeight + 6} textAnchor="middle">
          {toFitting(spec.x.label, chartType.text, width - plot.left)}
        </text>
      )}
      {foot.map((line, i) => (
        <text key={line} x={0} y={height - 4 - (foot.length - 1 - i) * chartType.lineHeight} fontStyle="italic">{line}</text>
      ))}
    </g>
  )
}

/** Where the middle of a tick's text may stand: the first and the last would else be cut off at the picture's edge. */
function toInside(at: number, text: string, width: number): number {
  const half = toTextWidth(text, chartType.text) / 2 + 2
  return Math.max(half, Math.min(width - half, at))
}
