import type { ChartSpec } from '@/lib/domain/chartSpec'
import { toColour } from '../theme'
import { Axes, chartText } from './Axes'
import { toBarLayout } from './barLayout'
import { toChartLayout } from './chartLayout'
import { toDroppedNote } from './droppedNote'
import { FlowChart } from './FlowChart'
import { HorizontalBars } from './HorizontalBars'
import { Marks } from './Marks'
import { SeriesLabels } from './SeriesLabels'
import { StackedAreas } from './StackedAreas'

const emptyWords = { en: 'No data', de: 'Keine Daten' }

export interface StaticChartProps {
  spec: ChartSpec
  /** px of the drawing; it scales with its container, so give what the container is about to be */
  width: number
  height: number
  /** Prefix of the ids inside, where one chart stands twice on a page */
  idPrefix?: string
}

/** Any chart as SVG, on the server and alone: no hooks, no script, colours from the theme with the light theme's values as fallback. */
export function StaticChart({ spec, width, height, idPrefix = 'chart' }: StaticChartProps) {
  const id = `${idPrefix}-${spec.id}`
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width="100%" role="img"
      aria-labelledby={`${id}-title ${id}-desc`} style={{ display: 'block', overflow: 'visible' }}
    >
      <title id={`${id}-title`}>{spec.title}</title>
      {spec.flow ? <Flowing {...{ spec: { ...spec, flow: spec.flow }, width, height, id }} /> : spec.horizontal ? <Lying {...{ spec, width, height, id }} /> : <Standing {...{ spec, width, height, id }} />}
    </svg>
  )
}

interface Drawing { spec: ChartSpec; width: number; height: number; id: string }

function Lying({ spec, width, height, id }: Drawing) {
  const layout = toBarLayout(spec, width, height)
  return (
    <>
      <desc id={`${id}-desc`}>{toDescription(spec)}</desc>
      <HorizontalBars spec={spec} layout={layout} />
      <SeriesLabels spec={spec} layout={{ labels: [], key: layout.key }} id={id} />
    </>
  )
}

function Flowing({ spec, ...size }: Omit<Drawing, 'spec'> & Pick<Parameters<typeof FlowChart>[0], 'spec'>) {
  return <><desc id={`${size.id}-desc`}>{toDescription(spec)}</desc><FlowChart spec={spec} {...size} /></>
}

function Standing({ spec, width, height, id }: Drawing) {
  const layout = toChartLayout(spec, width, height)
  const { plot } = layout
  const empty = [...layout.marks.values()].every((marks) => marks.every(({ y, low }) => y === null && low === null))
  return (
    <>
      <desc id={`${id}-desc`}>{toDescription(spec)}</desc>
      <clipPath id={`${id}-plot`}>
        <rect x={plot.left - 5} y={plot.top - 5} width={plot.right - plot.left + 10} height={plot.bottom - plot.top + 10} />
      </clipPath>
      <Axes spec={spec} layout={layout} />
      <g clipPath={`url(#${id}-plot)`}>
        {spec.stacked ? <StackedAreas spec={spec} layout={layout} id={id} /> : <Marks spec={spec} layout={layout} />}
      </g>
      <SeriesLabels spec={spec} layout={layout} id={id} />
      {empty && (
        <text {...chartText} x={(plot.left + plot.right) / 2} y={(plot.top + plot.bottom) / 2} textAnchor="middle" fill={toColour('muted')}>
          {emptyWords[spec.locale]}
        </text>
      )}
    </>
  )
}

/** What a reader who does not see the chart is told: its sentence, its notes, and what it leaves out. */
export function toDescription(spec: ChartSpec): string {
  return [spec.sentence, spec.notes.join('; '), toDroppedNote(spec)].filter(Boolean).join(' ')
}
