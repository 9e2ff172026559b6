import type { Series } from '@/lib/domain/chartSpec'
import { chartType } from '../theme'
import type { Mark, Rectangle, SeriesLabel } from './placed'
import { toLines, toTextWidth } from './textWidth'

/** px between the end of a line and its name */
export const gap = 10

export const toWrapped = (label: string, width: number) => toLines(label, chartType.text, Math.max(72, width * 0.22))

/** Room to the right of the plot for the names of lines, at the end of each. */
export function toEndLabelWidth(series: readonly Series[], width: number): number {
  return gap + 4 + Math.max(...series.flatMap(({ label }) => toWrapped(label, width).map((line) => toTextWidth(line, chartType.text))))
}

/**
 * Names at the right end of their lines, moved up or down until none lies on another.
 * null where that cannot be read: too wide, lines that end elsewhere or all in one point, or more names than height.
 */
export function toEndLabels(
  series: readonly Series[], marks: ReadonlyMap<string, readonly Mark[]>, plot: Rectangle, width: number,
): SeriesLabel[] | null {
  if (toEndLabelWidth(series, width) > width * 0.3) return null
  const ends = series.flatMap(({ id, label }) => {
    const last = marks.get(id)?.findLast(({ y }) => y !== null)
    return last ? [{ id, lines: toWrapped(label, width), x: last.x, y: last.y! }] : []
  }).sort((a, b) => a.y - b.y)
  const right = plot.right - (plot.right - plot.left) * 0.04
  const apart = ends.every((end, i) => end.x >= right && (i === 0 || end.y - ends[i - 1]!.y >= 4))
  const placed = apart && toApart(ends.map(({ y, lines }) => ({ middle: y, height: lines.length * chartType.lineHeight })), plot)
  if (!placed) return null
  return ends.map(({ id, lines, x, y }, i) => {
    const middle = placed[i]!
    const moved = Math.abs(middle - y) > 3
    return {
      id, lines, anchor: 'start' as const,
      x: plot.right + gap,
      y: middle - ((lines.length - 1) * chartType.lineHeight) / 2 + chartType.text * 0.35,
      ...(moved ? { leader: { x1: x + 2, y1: y, x2: plot.right + gap - 2, y2: middle } } : {}),
    }
  })
}

/** Pushes boxes, given from top to bottom, down and then up until none overlaps and all are inside; null where there is no room. */
export function toApart(boxes: readonly { middle: number; height: number }[], { top, bottom }: Rectangle): number[] | null {
  if (boxes.reduce((sum, { height }) => sum + height, 0) > bottom - top) return null
  const tops = boxes.map(({ middle, height }) => middle - height / 2)
  let floor = top - chartType.lineHeight / 2
  boxes.forEach(({ height }, i) => {
    tops[i] = Math.max(tops[i]!, floor)
    floor = tops[i]! + height
  })
  let ceiling = bottom + chartType.lineHeight / 2
  for (let i = boxes.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i]!, ceiling - boxes[i]!.height)
    ceiling = tops[i]!
  }
  return tops.map((value, i) => value + boxes[i]!.height / 2)
}
