import type { ChartSpec } from '@/lib/domain/chartSpec'
import { toBarChartHeight } from './barLayout'

/** px of the two drawings that the server sends: one for phones, one for the rest. */
export const drawings = { narrow: 360, wide: 720 } as const

/** How high a chart of a width is: bars on their side as their rows need, the rest in the proportions that suit the width. */
export function toChartHeight(spec: ChartSpec, width: number): number {
  if (spec.horizontal) return toBarChartHeight(spec, width)
  return width < 480 ? 300 : Math.round(Math.min(460, width * 0.54))
}
