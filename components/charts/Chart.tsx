import type { CSSProperties } from 'react'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import styles from './Chart.module.css'
import { ChartOnTouch } from './ChartOnTouch'
import { drawings, toChartHeight } from './chartSize'
import { Stills } from './Stills'

/**
 * A chart on a page. The server sends it drawn for three widths, one of which is seen: whole without script, and on paper. In the browser
 * the interactive one takes the same place, of the same height, as soon as a reader reaches for it.
 */
export function Chart({ spec }: { spec: ChartSpec }) {
  const ratios = Object.fromEntries(Object.entries(drawings).map(([size, width]) => [`--${size}-ratio`, `${width} / ${toChartHeight(spec, width)}`]))
  return (
    <div className={styles.container}>
      <div className={styles.frame} style={ratios as CSSProperties}>
        {/* Bars on their side and flows carry their names and figures: there is nothing left to ask them. */}
        {spec.horizontal || spec.flow ? <Stills spec={spec} /> : <ChartOnTouch spec={spec} />}
      </div>
    </div>
  )
}
