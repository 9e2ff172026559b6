import type { Series } from '@/lib/domain/chartSpec'
import { chartType } from '../theme'
import type { Mark, Rectangle, SeriesLabel } from './placed'
import { toLines, toTextWidth } from './textWidth'

interface Dot { x: number; y: number }
/** Samples of a line, close enough together that no label slips between two. */
interface Path { id: string; dots: readonly Dot[] }

const clearance = 5
const samples = 28

/**
 * Names beside their own line, where the other lines are farthest: for lines that meet at their ends, as a Lorenz curve and the line of
 * equality do. null where one finds no free place.
 */
export function toInsideLabels(series: readonly Series[], marks: ReadonlyMap<string, readonly Mark[]>, plot: Rectangle): SeriesLabel[] | null {
  const paths = series.map(({ id }) => ({ id, dots: toDots(marks.get(id) ?? []) }))
  const taken: Rectangle[] = []
  const labels: SeriesLabel[] = []
  for (const { id, label } of series) {
    const own = paths.find((path) => path.id === id)!
    if (own.dots.length === 0) continue
    const best = toBest(label, own, paths, taken, plot)
    if (!best) return null
    taken.push(best.box)
    labels.push({ id, lines: best.lines, anchor: 'start', x: best.box.left, y: best.box.top + chartType.text * 0.95 })
  }
  return labels
}

function toBest(label: string, own: Path, paths: readonly Path[], taken: readonly Rectangle[], plot: Rectangle) {
  const others = paths.filter(({ id }) => id !== own.id).flatMap(({ dots }) => dots)
  const every = Math.max(1, Math.floor(own.dots.length / samples))
  const whole = [label]
  const broken = toLines(label, chartType.text, (plot.right - plot.left) * 0.35)
  let best: { lines: string[]; box: Rectangle; score: number } | null = null
  for (const lines of broken.length > 1 ? [whole, broken] : [whole]) {
    for (const dot of own.dots.filter((_, i) => i % every === 0)) {
      for (const box of toBoxes(dot, lines)) {
        const free = isInside(box, plot) && !taken.some((one) => overlaps(one, box))
          && !own.dots.some((one) => isNear(box, one, clearance - 1)) && !others.some((one) => isNear(box, one, clearance))
        if (!free) continue
        const distance = others.reduce((nearest, one) => Math.min(nearest, toDistance(box, one)), 90)
        // A name on one line reads more easily, so a broken one must be clearly freer.
        const score = distance - (lines.length - 1) * 12
        if (!best || score > best.score) best = { lines, box, score }
      }
    }
  }
  return best
}

/** Boxes that touch the point with a corner or the middle of an edge. */
function toBoxes({ x, y }: Dot, lines: readonly string[]): Rectangle[] {
  const width = Math.max(...lines.map((line) => toTextWidth(line, chartType.text)))
  const height = lines.length * chartType.lineHeight
  const tops = [y - clearance - height, y + clearance]
  return [x - clearance - width, x + clearance, x - width / 2].flatMap((left) =>
    tops.map((top) => ({ left, top, right: left + width, bottom: top + height })))
}

function toDots(marks: readonly Mark[]): Dot[] {
  return marks.flatMap(({ x, y }, i) => {
    const next = marks[i + 1]
    if (y === null) return []
    if (!next || next.y === null) return [{ x, y }]
    const steps = Math.max(1, Math.ceil(Math.hypot(next.x - x, next.y - y) / 4))
    return Array.from({ length: steps }, (_, step) => ({ x: x + ((next.x - x) * step) / steps, y: y + ((next.y! - y) * step) / steps }))
  })
}

const isInside = (box: Rectangle, plot: Rectangle) =>
  box.left >= plot.left + 4 && box.right <= plot.right && box.top >= plot.top - 4 && box.bottom <= plot.bottom - 2

const overlaps = (a: Rectangle, b: Rectangle) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Asked a million times a chart, which is why it is not Math.hypot: that guards against overflow and takes ten times as long. */
const toDistance = (box: Rectangle, { x, y }: Dot) => {
  const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)]
  return Math.sqrt(dx * dx + dy * dy)
}

const isNear = (box: Rectangle, dot: Dot, by: number) => toDistance(box, dot) < by
