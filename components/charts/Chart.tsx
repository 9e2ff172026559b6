import type { CSSProperties } from 'react'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import { drawings, toChartHeight } from './chartSize'
import styles from './Chart.module.css'
import { StaticChart } from './StaticChart'

/** A chart on a page: drawn on the server for a phone and for a desk, one of which is seen. */
export function Chart({ spec }: { spec: ChartSpec }) {
  const sizes = {
    '--narrow-ratio': `${drawings.narrow} / ${toChartHeight(spec, drawings.narrow)}`,
    '--wide-ratio': `${drawings.wide} / ${toChartHeight(spec, drawings.wide)}`,
  } as CSSProperties
  return (
    <div className={styles.container}>
      <div className={styles.frame} style={sizes}>
        {(['narrow', 'wide'] as const).map((size) => (
          <div key={size} className={styles[size]}>
            <StaticChart spec={spec} width={drawings[size]} height={toChartHeight(spec, drawings[size])} idPrefix={size} />
          </div>
        ))}
      </div>
    </div>
  )
}
