import type { ChartSpec } from '@/lib/domain/chartSpec'
import { toBarChartHeight } from '../charts/barLayout'

const words = {
  en: (shown: number, all: number) => `The first ${shown} of ${all}.`,
  de: (shown: number, all: number) => `Die ersten ${shown} von ${all}.`,
} as const

/** Leaves out the last bars of a chart on its side until the rest has room to be read, and says so over the bars. Others stay as they are. */
export function cutBars(spec: ChartSpec, width: number, height: number): ChartSpec {
  const all = spec.x.categories?.length ?? 0
  if (!spec.horizontal || all === 0) return spec
  let shown = all
  const cut = (): ChartSpec => ({
    ...spec,
    x: { ...spec.x, categories: spec.x.categories?.slice(0, shown) },
    y: { ...spec.y, label: shown < all ? `${spec.y.label}. ${words[spec.locale](shown, all)}` : spec.y.label },
    series: spec.series.map((series) => ({ ...series, points: series.points.filter(({ x }) => x < shown) })),
  })
  // A row may be a little closer than it would like to be.
  while (shown > 3 && toBarChartHeight(cut(), width) * 0.8 > height) shown -= 1
  return cut()
}
