import type { Axis, Cell, ChartSpec, Point, Table } from '../domain/chartSpec'
import { formatDate, formatNumber } from './format'

const words = {
  gap: { en: 'no data', de: 'keine Daten' },
  date: { en: 'Date', de: 'Datum' },
  name: { en: 'Name', de: 'Name' },
  low: { en: 'lowest', de: 'niedrigster Wert' },
  high: { en: 'highest', de: 'höchster Wert' },
} as const

/** A series has no point at this x: nothing was asked, so nothing is missing. */
const nothing: Cell = { value: null, text: '–' }

/**
 * A chart as a table: its x, then one column per series, and two more for a series with a band. One row per x, in the order of x.
 * A gap has the value null and says so; where a series has no point at an x, the text is a dash.
 * Times have an ISO 8601 value (UTC), categories their name.
 *
 * @example
 * toChartTable({ title: 'Gini', x: time axis, series: [{ id: 'gini', label: 'Gini', points: [{ x: 0, y: 0.5 }] }], locale: 'en', … }).rows
 * // [[{ value: '1970-01-01T00:00:00Z', text: '1 Jan 1970' }, { value: 0.5, text: '0.500' }]]
 */
export function toChartTable(spec: ChartSpec): Table {
  const columns = spec.series.flatMap((series) => {
    const points = new Map(series.points.map((point) => [point.x, point]))
    const column = (id: string, label: string, pick: (point: Point) => number | null | undefined) => ({
      id, label, numeric: true, cell: (x: number) => toValueCell(points.get(x), pick, spec),
    })
    const banded = series.points.some(({ low, high }) => low !== undefined || high !== undefined)
    return [
      column(series.id, series.label, ({ y }) => y),
      ...(banded ? [
        column(`${series.id}_low`, `${series.label}: ${words.low[spec.locale]}`, ({ low }) => low),
        column(`${series.id}_high`, `${series.label}: ${words.high[spec.locale]}`, ({ high }) => high),
      ] : []),
    ]
  })
  const xs = [...new Set(spec.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b)
  const numericX = spec.x.scale === 'linear' || spec.x.scale === 'log'
  return {
    caption: spec.title,
    columns: [
      { id: 'x', label: toXLabel(spec), numeric: numericX },
      ...columns.map(({ id, label, numeric }) => ({ id, label, numeric })),
    ],
    rows: xs.map((x) => [toXCell(x, spec.x, spec), ...columns.map(({ cell }) => cell(x))]),
  }
}

function toXLabel({ x, locale }: ChartSpec): string {
  return x.label || (x.scale === 'time' ? words.date : x.scale === 'category' ? words.name : { en: 'x', de: 'x' })[locale]
}

function toXCell(x: number, axis: Axis, { locale }: ChartSpec): Cell {
  if (axis.scale === 'time') return { value: new Date(x * 1000).toISOString().replace('.000Z', 'Z'), text: formatDate(x, locale) }
  if (axis.scale !== 'category') return { value: x, text: formatNumber(x, axis.format, locale) }
  const name = axis.categories?.[x] ?? String(x)
  return { value: name, text: name }
}

function toValueCell(point: Point | undefined, pick: (point: Point) => number | null | undefined, { y, locale }: ChartSpec): Cell {
  if (!point) return nothing
  const value = pick(point)
  if (value === null) return { value, text: words.gap[locale] }
  return value === undefined ? nothing : { value, text: formatNumber(value, y.format, locale) }
}
