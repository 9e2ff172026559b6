import { scaleBand, scaleLinear, scaleLog, scaleUtc } from 'd3-scale'
import type { Axis, ChartSpec } from '@/lib/domain/chartSpec'
import { formatTick } from '@/lib/views/formatTick'
import { chartType } from '../theme'
import { toTextWidth } from './textWidth'

export interface Tick {
  value: number
  at: number
  text: string
}

/** An axis laid out in px. */
export interface AxisScale {
  /** null for what has no place on the axis: zero and below on a logarithmic one */
  at(value: number): number | null
  domain: readonly [number, number]
  /** Width of a category's bar; 0 on other axes */
  band: number
  ticks: readonly Tick[]
}

type Locale = ChartSpec['locale']

/** Places `values` of an axis on a range of px. `toTicks` gives as many ticks as there is room for. */
export function toAxisScale(axis: Axis, values: readonly number[], range: readonly [number, number], spread: Spread, locale: Locale): AxisScale {
  if (axis.scale === 'category') return toCategoryScale(axis.categories ?? [], range)
  const domain = toDomain(axis, values, spread)
  const scale = axis.scale === 'log' ? scaleLog(domain, range) : scaleLinear(domain, range)
  if (spread.nice && !axis.domain) scale.nice(axis.scale === 'log' ? undefined : 5)
  const [low, high] = scale.domain() as [number, number]
  const at = (value: number) => (axis.scale === 'log' && value <= 0 ? null : scale(value))
  const length = Math.abs(range[1] - range[0])
  const choose = (count: number): Tick[] => {
    const chosen = axis.scale === 'time'
      ? scaleUtc([low * 1000, high * 1000], range).ticks(count).map((date) => date.getTime() / 1000)
      : axis.scale === 'log' ? toLogTicks(low, high, count) : scale.ticks(count)
    const whole = axis.format === 'count' ? chosen.filter(Number.isInteger) : chosen
    const step = axis.scale === 'log' ? 0 : Math.abs((whole[1] ?? 0) - (whole[0] ?? 0))
    return whole.map((value) => ({ value, at: scale(value), text: formatTick(value, axis.format, step, locale) }))
  }
  return { at, domain: [low, high], band: 0, ticks: toFittingTicks(choose, length, spread.vertical) }
}

export interface Spread {
  /** Values that must be seen: 0 for bars and areas */
  include?: number
  /** Round the ends to whole ticks: for the axis that is read off */
  nice: boolean
  vertical: boolean
}

/** The widest set of ticks whose labels keep apart. */
function toFittingTicks(choose: (count: number) => Tick[], length: number, vertical: boolean): Tick[] {
  for (let count = vertical ? Math.min(6, Math.floor(length / 44)) : 10; count > 1; count--) {
    const ticks = choose(count)
    const clear = ticks.every((tick, i) => {
      const next = ticks[i + 1]
      const room = vertical ? chartType.lineHeight : next ? (toTextWidth(tick.text, chartType.text) + toTextWidth(next.text, chartType.text)) / 2 + 14 : 0
      return !next || Math.abs(next.at - tick.at) >= room
    })
    if (clear) return ticks
  }
  return choose(1)
}

function toLogTicks(low: number, high: number, count: number): number[] {
  const decades: number[] = []
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; power++) decades.push(Number(`1e${power}`))
  if (decades.length >= 2) return decades.filter((_, i) => i % Math.ceil(decades.length / count) === 0)
  return scaleLog([low, high]).ticks(count)
}

function toDomain(axis: Axis, values: readonly number[], { include }: Spread): [number, number] {
  const log = axis.scale === 'log'
  const drawn = values.filter((value) => Number.isFinite(value) && (!log || value > 0))
  if (include !== undefined && !log) drawn.push(include)
  const low = axis.domain && (!log || axis.domain[0] > 0) ? axis.domain[0] : drawn.reduce((a, b) => Math.min(a, b), Infinity)
  const high = axis.domain ? axis.domain[1] : drawn.reduce((a, b) => Math.max(a, b), -Infinity)
  if (low < high && Number.isFinite(low) && Number.isFinite(high)) return [low, high]
  // One value, or none: some room around it, so that it has a place and its tick is it.
  const middle = Number.isFinite(low) ? low : Number.isFinite(high) ? high : null
  if (middle === null) return log ? [1, 10] : [0, 1]
  if (log) return [middle / 2, middle * 2]
  const room = axis.scale === 'time' ? 43_200 : Math.abs(middle) / 10 || 1
  return [middle === 0 ? 0 : middle - room, middle + room]
}

function toCategoryScale(categories: readonly string[], [start, end]: readonly [number, number]): AxisScale {
  const scale = scaleBand(categories.map((_, i) => i), [start, end]).paddingInner(0.3).paddingOuter(0.15)
  const middles = categories.map((text, value) => ({ value, text, at: (scale(value) ?? start) + scale.bandwidth() / 2 }))
  const widest = Math.max(0, ...categories.map((text) => toTextWidth(text, chartType.text))) + 8
  const every = Math.max(1, Math.ceil(widest / Math.max(1, scale.step())))
  return {
    at: (value) => middles[value]?.at ?? null,
    domain: [0, Math.max(0, categories.length - 1)],
    band: categories.length ? scale.bandwidth() : 0,
    ticks: middles.filter((_, i) => i % every === 0),
  }
}
