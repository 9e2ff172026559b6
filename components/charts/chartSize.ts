import type { ChartSpec } from '@/lib/domain/chartSpec'
import { toBarChartHeight } from './barLayout'

/** px of the drawings that the server sends, one of which is seen: for a phone, for half a page, for a whole one. */
export const drawings = { narrow: 360, half: 540, wide: 900 } as const

/** How high a chart of a width is: bars on their side as their rows need, the rest in the proportions that suit the width. */
export function toChartHeight(spec: ChartSpec, width: number): number {
  if (spec.horizontal) return toBarChartHeight(spec, width)
  return width < 480 ? 300 : Math.round(Math.min(460, 160 + width / 3))
}
