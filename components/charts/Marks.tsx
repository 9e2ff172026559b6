import { area, line } from 'd3-shape'
import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { toColour } from '../theme'
import type { ChartLayout } from './chartLayout'
import type { Mark } from './placed'
import { toSeriesStyles, type SeriesStyle } from './seriesStyle'

type Drawn = Mark & { y: number }
const isDrawn = (mark: Mark): mark is Drawn => mark.y !== null

/** The data of a chart: reference lines below, the main series on top. */
export function Marks({ spec, layout }: { spec: ChartSpec; layout: ChartLayout }) {
  const styles = toSeriesStyles(spec)
  const bars = spec.series.filter(({ shape }) => shape === 'bar')
  const order = { bar: 0, area: 1, line: 2, dot: 3 }
  const depth = { reference: 0, second: 1, main: 2 }
  const sorted = [...spec.series].sort((a, b) => order[a.shape] - order[b.shape] || depth[a.emphasis] - depth[b.emphasis])
  return sorted.map((series) => {
    const props = { series, layout, marks: layout.marks.get(series.id) ?? [], style: styles.get(series.id)! }
    return (
      <g key={series.id} data-series={series.id}>
        <Band {...props} />
        {series.shape === 'bar' && <Bars {...props} place={bars.indexOf(series)} count={bars.length} />}
        {series.shape === 'dot' && <Dots marks={props.marks.filter(isDrawn)} style={props.style} />}
        {(series.shape === 'line' || series.shape === 'area') && <Line {...props} />}
      </g>
    )
  })
}

interface Props { series: Series; layout: ChartLayout; marks: readonly Mark[]; style: SeriesStyle }

/** From the lowest to the highest value, where a point has both. */
function Band({ marks, style }: Props) {
  const path = area<Mark>().digits(1).defined(({ low, high }) => low !== null && high !== null).x(({ x }) => x).y0(({ low }) => low!).y1(({ high }) => high!)
  const d = path([...marks])
  return d ? <path d={d} fill={style.colour} fillOpacity={0.16} /> : null
}

function Line({ series, layout, marks, style }: Props) {
  const d = line<Mark>().digits(1).defined(isDrawn).x(({ x }) => x).y((mark) => mark.y!)([...marks])
  const filled = series.shape === 'area'
    ? area<Mark>().digits(1).defined(isDrawn).x(({ x }) => x).y0(toBase(layout)).y1((mark) => mark.y!)([...marks])
    : null
  return (
    <>
      {filled && <path d={filled} fill={style.colour} fillOpacity={0.16} />}
      {d && <path d={d} fill="none" stroke={style.colour} strokeWidth={style.width} strokeDasharray={style.dash} strokeLinejoin="round" />}
      <LonePoints marks={marks} style={style} />
    </>
  )
}

const isNeighbour = (mark: Mark | undefined) => mark !== undefined && isDrawn(mark)

/** A point between two gaps has no line to be seen by. */
export function LonePoints({ marks, style }: Pick<Props, 'marks' | 'style'>) {
  const lone = marks.filter((_, i) => !isNeighbour(marks[i - 1]) && !isNeighbour(marks[i + 1]))
  return <Dots style={style} marks={lone.filter(isDrawn)} />
}

function Dots({ marks, style }: { marks: readonly Drawn[]; style: SeriesStyle }) {
  return marks.map(({ x, y }, i) => (
    <circle
      key={i} cx={x} cy={y} r={3.5} fill={style.hollow ? toColour('background') : style.colour} stroke={style.colour} strokeWidth={1.5}
    />
  ))
}

function Bars({ layout, marks, style, place, count }: Props & { place: number; count: number }) {
  const width = layout.x.band / count
  const base = toBase(layout)
  return marks.filter(isDrawn).map(({ x, y }, i) => (
    <rect
      key={i} x={x - layout.x.band / 2 + place * width} width={width} y={Math.min(y, base)} height={Math.abs(base - y)}
      fill={style.colour} fillOpacity={style.hollow ? 0.18 : 1} stroke={style.hollow ? style.colour : 'none'}
    />
  ))
}

/** Where bars and areas stand: on zero, or on the foot of an axis that does not have it. */
const toBase = ({ y, plot }: ChartLayout) => (y.domain[0] <= 0 ? y.at(0) ?? plot.bottom : plot.bottom)
