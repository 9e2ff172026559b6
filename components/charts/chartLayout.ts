import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { chartType } from '../theme'
import { toAxisScale, type AxisScale } from './axisScale'
import { toDroppedNote } from './droppedNote'
import { toEndLabels, toEndLabelWidth } from './endLabels'
import { toInsideLabels } from './insideLabels'
import type { Mark, Rectangle, SeriesLabel } from './placed'
import { toStacked } from './stack'
import { toStackLabels } from './stackLabels'
import { toLines, toTextWidth } from './textWidth'

export interface ChartLayout {
  width: number
  height: number
  plot: Rectangle
  x: AxisScale
  y: AxisScale
  marks: ReadonlyMap<string, readonly Mark[]>
  labels: readonly SeriesLabel[]
  /** Entries of the key above the chart, where labels found no place beside their lines */
  key: readonly { id: string; text: string; x: number; y: number }[]
  /** What the chart leaves out, in words, broken to its width */
  foot: readonly string[]
}

const swatch = 30

/** Everything a chart needs to be drawn, in px: the same for the still and for the interactive one. */
export function toChartLayout(spec: ChartSpec, width: number, height: number): ChartLayout {
  const named = spec.stacked || spec.series.length > 1 ? spec.series : []
  if (spec.stacked && named.length > 0) {
    const beside = toPlotted(spec, width, height, toEndLabelWidth(named, width), 0)
    const layers = toStackLabels(named, beside.marks, beside.plot, width)
    if (layers) return { ...beside, labels: layers }
  }
  const direct = !spec.stacked && named.every(({ shape }) => shape === 'line' || shape === 'area')
  if (direct && named.length > 0) {
    const beside = toPlotted(spec, width, height, toEndLabelWidth(named, width), 0)
    const ends = toEndLabels(named, beside.marks, beside.plot, width)
    if (ends) return { ...beside, labels: ends }
    const plotted = toPlotted(spec, width, height, 0, 0)
    const inside = toInsideLabels(named, plotted.marks, plotted.plot)
    if (inside) return { ...plotted, labels: inside }
  }
  const key = toKey(named, width)
  return { ...toPlotted(spec, width, height, 0, (key.at(-1)?.y ?? 0)), key }
}

/** Rows of swatch and name, from the left. */
export function toKey(series: readonly Series[], width: number): ChartLayout['key'] {
  let [x, y] = [0, chartType.lineHeight]
  return series.map(({ id, label }) => {
    const length = swatch + toTextWidth(label, chartType.text) + 18
    if (x > 0 && x + length > width) [x, y] = [0, y + chartType.lineHeight + 4]
    const entry = { id, text: label, x, y }
    x += length
    return entry
  })
}

function toPlotted(spec: ChartSpec, width: number, height: number, right: number, keyHeight: number): ChartLayout {
  const drawn = spec.stacked ? toStacked(spec.series) : spec.series
  const points = drawn.flatMap((series) => series.points)
  const solid = spec.series.some(({ shape }) => shape === 'bar' || shape === 'area')
  const ys = points.flatMap(({ y, low, high }) => [y, low, high].filter((value) => value !== null && value !== undefined))
  const lowest = ys.reduce((a, b) => Math.min(a, b), Infinity)
  const highest = ys.reduce((a, b) => Math.max(a, b), -Infinity)
  const fromZero = solid || (lowest >= 0 && lowest < highest * 0.4)
  const note = toDroppedNote(spec)
  const foot = note ? toLines(note, chartType.text, width) : []

  const top = keyHeight + (keyHeight ? 12 : 0) + (spec.y.label ? chartType.lineHeight + 8 : 0) + 8
  const bottom = height - chartType.lineHeight - 10 - (spec.x.label ? chartType.lineHeight + 4 : 0) - (foot.length ? foot.length * chartType.lineHeight + 4 : 0)
  const y = toAxisScale(spec.y, ys, [bottom, top], { nice: true, vertical: true, ...(fromZero ? { include: 0 } : {}) }, spec.locale)
  const left = Math.ceil(Math.max(16, ...y.ticks.map(({ text }) => toTextWidth(text, chartType.text))) + 8)
  const plot = { left, top, right: width - Math.max(right, 14), bottom }
  // A category's bars stand free of the axis; a bar at a number needs half its width on either side.
  const inset = spec.x.scale !== 'category' && spec.series.some(({ shape }) => shape === 'bar') ? toBarStep(spec, plot) / 2 : 0
  const x = toAxisScale(spec.x, points.map((point) => point.x), [plot.left + inset, plot.right - inset], { nice: false, vertical: false }, spec.locale)
  const band = x.band || inset * 2 * 0.7
  return { width, height, plot, x: { ...x, band }, y, marks: toMarks(drawn, x, y), labels: [], key: [], foot }
}

/** How far bars at numbers stand apart, at the closest. */
function toBarStep({ series }: ChartSpec, plot: Rectangle): number {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b)
  const closest = xs.slice(1).reduce((step, x, i) => Math.min(step, x - xs[i]!), Infinity)
  const span = (xs.at(-1) ?? 0) - (xs[0] ?? 0)
  return span > 0 ? (plot.right - plot.left) / (span / closest + 1) : (plot.right - plot.left) / 3
}

function toMarks(series: readonly Series[], x: AxisScale, y: AxisScale): ReadonlyMap<string, readonly Mark[]> {
  const place = (value: number | null | undefined) => (value === null || value === undefined ? null : y.at(value))
  return new Map(series.map(({ id, points }) => [
    id,
    [...points].sort((a, b) => a.x - b.x).flatMap((point) => {
      const at = x.at(point.x)
      return at === null ? [] : [{ x: at, y: place(point.y), low: place(point.low), high: place(point.high) }]
    }),
  ]))
}
