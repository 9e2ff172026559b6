import { renderToStaticMarkup } from 'react-dom/server'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import styles from './Chart.module.css'
import { drawings, toChartHeight } from './chartSize'
import { StaticChart } from './StaticChart'

const sizes = Object.keys(drawings) as (keyof typeof drawings)[]

/** Characters of markup that are kept. What was asked for longest ago goes first. */
const most = 16 * 1024 * 1024
const kept = new Map<string, string>()
let size = 0

/** A chart as markup, for each of the widths that a page may have for it. The same chart is drawn once. */
export function drawStills(spec: ChartSpec): string {
  const key = JSON.stringify(spec)
  const found = kept.get(key)
  const markup = found ?? renderToStaticMarkup(<Drawings spec={spec} />)
  if (found === undefined) size += key.length + markup.length
  kept.delete(key)
  kept.set(key, markup)
  for (const [oldest, drawn] of kept) {
    if (size <= most) break
    kept.delete(oldest)
    size -= oldest.length + drawn.length
  }
  return markup
}

function Drawings({ spec }: { spec: ChartSpec }) {
  return sizes.map((name) => (
    <div key={name} className={styles[name]}>
      <StaticChart spec={spec} width={drawings[name]} height={toChartHeight(spec, drawings[name])} idPrefix={name} />
    </div>
  ))
}
