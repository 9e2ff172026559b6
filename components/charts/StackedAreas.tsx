import { area, line } from 'd3-shape'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import { toColour } from '../theme'
import type { ChartLayout } from './chartLayout'
import type { Mark } from './placed'
import { toSeriesStyles, type Pattern } from './seriesStyle'

type Layer = Mark & { y: number; low: number; high: number }
const isLayer = (mark: Mark | undefined): mark is Layer => mark !== undefined && mark.low !== null && mark.high !== null

/** What an area of a chart is filled with. */
export const toFill = (chart: string, series: string): string => `url(#${chart}-fill-${series})`

/** Areas on one another, told apart by order, by pattern and by the line between them; colour comes on top of that. */
export function StackedAreas({ spec, layout, id }: { spec: ChartSpec; layout: ChartLayout; id: string }) {
  const styles = toSeriesStyles(spec)
  const path = area<Mark>().digits(1).defined(isLayer).x(({ x }) => x).y0(({ low }) => low!).y1(({ high }) => high!)
  const edge = line<Mark>().digits(1).defined(isLayer).x(({ x }) => x).y(({ high }) => high!)
  return (
    <>
      <defs>
        {spec.series.map((series) => {
          const { colour, pattern } = styles.get(series.id)!
          return (
            <pattern key={series.id} id={`${id}-fill-${series.id}`} patternUnits="userSpaceOnUse" width={8} height={8}>
              <rect width={8} height={8} fill={toColour('background')} />
              <Tile pattern={pattern} colour={colour} />
            </pattern>
          )
        })}
      </defs>
      {spec.series.map((series) => {
        const { colour } = styles.get(series.id)!
        const marks = [...(layout.marks.get(series.id) ?? [])]
        const lone = marks.filter((mark, i): mark is Layer => isLayer(mark) && !isLayer(marks[i - 1]) && !isLayer(marks[i + 1]))
        return (
          <g key={series.id} data-series={series.id}>
            <path d={path(marks) ?? ''} fill={toFill(id, series.id)} />
            <path d={edge(marks) ?? ''} fill="none" stroke={colour} strokeWidth={1.25} strokeLinejoin="round" />
            {/* A day between two gaps has no width to be seen by. */}
            {lone.map(({ x, low, high }) => (
              <rect key={x} x={x - 4} width={8} y={high} height={low - high} fill={toFill(id, series.id)} stroke={colour} strokeWidth={1} />
            ))}
          </g>
        )
      })}
    </>
  )
}

function Tile({ pattern, colour }: { pattern: Pattern; colour: string }) {
  const stroke = { stroke: colour, strokeWidth: 1.5 }
  switch (pattern) {
    case 'solid':
      return <rect width={8} height={8} fill={colour} fillOpacity={0.85} />
    case 'dots':
      return <><rect width={8} height={8} fill={colour} fillOpacity={0.1} /><circle cx={2} cy={2} r={1.2} fill={colour} /><circle cx={6} cy={6} r={1.2} fill={colour} /></>
    case 'rising':
      return <path d="M-2,2L2,-2M0,8L8,0M6,10L10,6" {...stroke} />
    case 'level':
      return <><rect width={8} height={8} fill={colour} fillOpacity={0.1} /><path d="M0,2H8M0,6H8" {...stroke} /></>
    case 'falling':
      return <path d="M-2,6L2,10M0,0L8,8M6,-2L10,2" {...stroke} />
    case 'plain':
      return <rect width={8} height={8} fill={colour} fillOpacity={0.3} />
  }
}
