import type { Series } from '@/lib/domain/chartSpec'
import { chartType } from '../theme'
import { gap, toApart, toEndLabelWidth, toWrapped } from './endLabels'
import type { Mark, Rectangle, SeriesLabel } from './placed'

/**
 * The names of stacked areas beside their right ends, in the order of the stack, with a line to the middle of a layer that is too thin for
 * its name. null where that cannot be read: too wide, layers that end elsewhere or in nothing, or more names than height.
 */
export function toStackLabels(
  series: readonly Series[], marks: ReadonlyMap<string, readonly Mark[]>, plot: Rectangle, width: number,
): SeriesLabel[] | null {
  if (toEndLabelWidth(series, width) > width * 0.35) return null
  // The last of the series stands on top.
  const layers = [...series].reverse().flatMap(({ id, label }) => {
    const last = marks.get(id)?.at(-1)
    return last && last.low !== null && last.high !== null ? [{ id, lines: toWrapped(label, width), x: last.x, middle: (last.low + last.high) / 2, height: last.low - last.high }] : []
  })
  // What has ended before the last day has nothing there to be named by.
  if (layers.length < series.length || layers.some(({ x, height }) => x < plot.right - 1 || height < 1)) return null
  const placed = toApart(layers.map(({ middle, lines }) => ({ middle, height: lines.length * chartType.lineHeight })), plot)
  if (!placed) return null
  return layers.map(({ id, lines, x, middle }, place) => {
    const at = placed[place]!
    return {
      id, lines, anchor: 'start' as const,
      x: plot.right + gap,
      y: at - ((lines.length - 1) * chartType.lineHeight) / 2 + chartType.text * 0.35,
      ...(Math.abs(at - middle) > 3 ? { leader: { x1: x, y1: middle, x2: plot.right + gap - 2, y2: at } } : {}),
    }
  })
}
