import type { CSSProperties } from 'react'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import styles from './Chart.module.css'
import { ChartOnSight } from './ChartOnSight'
import { drawings, toChartHeight } from './chartSize'
import { StaticChart } from './StaticChart'

const sizes = ['narrow', 'half', 'wide'] as const

/**
 * A chart on a page. The server sends it drawn for three widths, one of which is seen: whole without script, and on paper. In the browser
 * the interactive one takes the same place, of the same height, as soon as it is seen.
 */
export function Chart({ spec }: { spec: ChartSpec }) {
  const ratios = Object.fromEntries(sizes.map((size) => [`--${size}-ratio`, `${drawings[size]} / ${toChartHeight(spec, drawings[size])}`]))
  const stills = sizes.map((size) => (
    <div key={size} className={styles[size]}>
      <StaticChart spec={spec} width={drawings[size]} height={toChartHeight(spec, drawings[size])} idPrefix={size} />
    </div>
  ))
  return (
    <div className={styles.container}>
      <div className={styles.frame} style={ratios as CSSProperties}>
        {/* Bars on their side carry their names and figures: there is nothing left to ask them. */}
        {spec.horizontal ? stills : <ChartOnSight spec={spec}>{stills}</ChartOnSight>}
      </div>
    </div>
  )
}
