import { toChartHeight } from '@/components/charts/chartSize'
import { toLines } from '@/components/charts/textWidth'
import type { View } from '@/lib/publish/view'

/** Rows of a table that an embed shows before it scrolls. */
const embedRows = 18

/** About how high an embed will be at a width, px: for frames whose page does not run our resizer. A little more is better than a bar to scroll. */
export function toEmbedHeight(view: View, width: number): number {
  const inner = width - 2
  const lines = (text: string, size: number) => toLines(text, size, inner).length
  const words = lines(view.title, 22) * 27 + lines(view.sentence, 15) * 23 + lines(view.notes.join(' '), 13) * 20
  const body = view.chart ? toChartHeight(view.chart, inner) : (Math.min(view.table.rows.length, embedRows) + 1) * 34
  return Math.round(words + body + (view.chart ? 130 : 100))
}
