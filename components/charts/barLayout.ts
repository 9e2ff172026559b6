import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { formatNumber } from '@/lib/views/format'
import { chartType } from '../theme'
import { toAxisScale, type AxisScale } from './axisScale'
import { toKey, type ChartLayout } from './chartLayout'
import { toFitting, toTextWidth } from './textWidth'

export interface BarRow {
  category: number
  name: string
  nameX: number
  nameY: number
  nameAnchor: 'start' | 'end'
  /** `interval` from its lower to its upper end, where the value has one */
  bars: readonly { series: Series; y: number; height: number; from: number; to: number; interval: readonly [number, number] | null; text: string; textX: number; anchor: 'start' | 'end' }[]
}

export interface BarLayout {
  width: number
  height: number
  rows: readonly BarRow[]
  /** The line that bars stand on; null on a phone, where it would run through the names */
  base: number | null
  top: number
  bottom: number
  key: ChartLayout['key']
}

const phone = 480
const bar = 16
const words = { en: 'no data', de: 'keine Daten' }

const toRowHeight = (names: boolean, count: number) => (names ? chartType.lineHeight + 4 : 0) + bar * count + 12

/** The height that bars on their side need: a row per name, and on a phone a line for the name above each. */
export function toBarChartHeight(spec: ChartSpec, width: number): number {
  const bars = spec.series.filter(({ shape }) => shape === 'bar').length || 1
  const key = spec.series.length > 1 ? (toKey(spec.series, width).at(-1)?.y ?? 0) + 12 : 0
  return key + toTop(spec) + (spec.x.categories?.length ?? 0) * toRowHeight(width < phone, bars)
}

const toTop = ({ y }: ChartSpec) => (y.label ? chartType.lineHeight + 10 : 2)

/** Bars on their side: the first category on top, names at the left (on a phone: above), the figure at the end of each bar. */
export function toBarLayout(spec: ChartSpec, width: number, height: number): BarLayout {
  const bars = spec.series.filter(({ shape }) => shape === 'bar')
  const categories = spec.x.categories ?? []
  const above = width < phone
  const values = spec.series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])))
  const ends = spec.series.flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high].filter((end) => end !== undefined)))
  const texts = values.map((value) => formatNumber(value, spec.y.format, spec.locale))
  const textWidth = Math.max(0, ...texts.map((text) => toTextWidth(text, chartType.text))) + 8
  const nameWidth = above ? 0 : Math.min(width * 0.36, Math.max(0, ...categories.map((name) => toTextWidth(name, chartType.text)))) + 10
  const negative = [...values, ...ends].some((value) => value < 0)
  const range = [nameWidth + (negative ? textWidth : 0), Math.max(nameWidth + 20, width - textWidth)] as const
  const scale = toAxisScale(spec.y, [...values, ...ends], range, { include: 0, nice: false, vertical: false }, spec.locale)
  const base = scale.domain[0] <= 0 && scale.domain[1] >= 0 ? scale.at(0) ?? range[0] : range[0]
  const key = spec.series.length > 1 ? toKey(spec.series, width) : []
  const top = toTop(spec) + (key.length ? key.at(-1)!.y + 12 : 0)
  const step = categories.length ? (height - top) / categories.length : 0
  const rows = categories.map((name, category): BarRow => {
    const start = top + category * step + (above ? chartType.lineHeight + 4 : (step - bar * bars.length) / 2)
    return {
      category,
      name: toFitting(name, chartType.text, above ? width : nameWidth - 10),
      nameX: above ? 0 : nameWidth - 10,
      nameY: above ? start - 6 : start + (bar * bars.length) / 2 + chartType.text * 0.35,
      nameAnchor: above ? 'start' : 'end',
      bars: bars.map((series, i) => toBar(series, category, start + i * bar, base, scale, spec)),
    }
  })
  return { width, height, rows, base: above ? null : base, top, bottom: height, key }
}

function toBar(series: Series, category: number, y: number, base: number, scale: AxisScale, spec: ChartSpec): BarRow['bars'][number] {
  const { y: value = null, low, high } = series.points.find(({ x }) => x === category) ?? {}
  const to = (value === null ? null : scale.at(value)) ?? base
  const left = value !== null && value < 0
  const lowest = low === undefined ? null : scale.at(low)
  const highest = high === undefined ? null : scale.at(high)
  const interval = lowest === null || highest === null ? null : [lowest, highest] as const
  return {
    series, interval, y, height: bar - 1, from: Math.min(base, to), to: Math.max(base, to),
    text: value === null ? words[spec.locale] : formatNumber(value, spec.y.format, spec.locale),
    textX: left ? Math.min(to, lowest ?? to) - 6 : Math.max(to, highest ?? to) + 6,
    anchor: left ? 'end' : 'start',
  }
}
