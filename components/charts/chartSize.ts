import type { ChartSpec } from '@/lib/domain/chartSpec'
import { toBarChartHeight } from './barLayout'
import { leastFlowWidth } from './FlowChart'
import { toFlowListHeight } from './FlowList'
import { toTallestColumn } from './flowLayout'

/** px of the drawings that the server sends, one of which is seen: for a phone, for half a page, for a whole one. */
export const drawings = { narrow: 360, half: 540, wide: 900 } as const

/** How high a chart of a width is: bars on their side and flows as what they show needs, the rest in the proportions that suit the width. */
export function toChartHeight(spec: ChartSpec, width: number): number {
  if (spec.horizontal) return toBarChartHeight(spec, width)
  if (spec.flow) return width < leastFlowWidth ? toFlowListHeight(spec.flow) : Math.round(Math.max(280, 160 + toTallestColumn(spec.flow) * 42))
  return width < 480 ? 300 : Math.round(Math.min(460, 160 + width / 3))
}
