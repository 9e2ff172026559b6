import type { ChartSpec, FlowDiagram, FlowNode } from '@/lib/domain/chartSpec'
import { chartType, toColour } from '../theme'
import { chartText } from './Axes'
import { barWidth, toFlowLayout, type FlowBand } from './flowLayout'
import { FlowList } from './FlowList'

type FlowSpec = ChartSpec & { flow: FlowDiagram }

/** On less than this there is no room for columns beside one another. */
export const leastFlowWidth = 480

/** A flow chart: bands as wide as what they carry, every place with its name and share; what nobody is known for is hatched. */
export function FlowChart({ spec, width, height, id }: { spec: FlowSpec; width: number; height: number; id: string }) {
  const hatch = `${id}-lost`
  const fill = (kind: FlowNode['kind']) => (kind === 'lost' ? `url(#${hatch})` : toColour(kind === 'end' ? 'series1' : kind === 'source' ? 'text' : 'series3'))
  const defs = (
    <defs>
      <pattern id={hatch} patternUnits="userSpaceOnUse" width={6} height={6}>
        <rect width={6} height={6} fill={toColour('background')} />
        <path d="M-1.5,1.5L1.5,-1.5M0,6L6,0M4.5,7.5L7.5,4.5" stroke={toColour('series2')} strokeWidth={1.6} />
      </pattern>
    </defs>
  )
  if (width < leastFlowWidth) return <>{defs}<FlowList spec={spec} width={width} height={height} fill={fill} /></>
  const { bars, bands } = toFlowLayout(spec, width, height)
  return (
    <>
      {defs}
      <g aria-hidden="true" {...chartText}>
        {bands.map((band) => (
          <path
            key={`${band.link.from}>${band.link.to}`} d={toPath(band)} fill="none" strokeWidth={band.width}
            stroke={band.isLost ? `url(#${hatch})` : toColour('series3')} strokeOpacity={band.isLost ? 0.7 : 0.22}
          />
        ))}
        {bars.map(({ node, x, y, height: size }) => (
          <rect key={node.id} x={x} y={y} width={barWidth} height={size} fill={fill(node.kind)} stroke={node.kind === 'lost' ? toColour('series2') : 'none'} strokeWidth={1} />
        ))}
        {bars.map(({ node, lines, textX, textY }) => lines.map((line, at) => (
          <text
            key={`${node.id} ${at}`} x={textX} y={textY + at * chartType.lineHeight} fill={toColour('text')}
            stroke={toColour('background')} strokeWidth={3} strokeOpacity={0.75} paintOrder="stroke"
          >
            {line}
          </text>
        )))}
      </g>
    </>
  )
}

/** Level where it leaves and arrives, and level through the columns that it passes. */
function toPath({ points }: FlowBand): string {
  return points.map(({ x, y }, at) => {
    const before = points[at - 1]
    if (!before) return `M${round(x)},${round(y)}`
    const middle = round((before.x + x) / 2)
    return `C${middle},${round(before.y)} ${middle},${round(y)} ${round(x)},${round(y)}`
  }).join('')
}

const round = (value: number) => Math.round(value * 10) / 10
