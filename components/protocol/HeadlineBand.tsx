import type { HeadlineBandText } from '@/lib/views/headlineBands'
import styles from './HeadlineBand.module.css'

/** How far a figure depends on what counts as a holder: a line from nothing to all, the band on it, and the figure as a stroke; the words say the same. */
export function HeadlineBand({ band: { range, without, places } }: { band: HeadlineBandText }) {
  const at = (share: number) => `${Math.round(share * 1000) / 10}%`
  return (
    <dd className={styles.band}>
      {places && (
        <svg className={styles.track} aria-hidden="true">
          <line x1="0%" x2="100%" y1="7" y2="7" stroke="var(--color-edge)" strokeWidth="1" />
          <rect x={at(places.low)} y="3" width={at(Math.max(0.004, places.high - places.low))} height="8" fill="var(--color-series1)" fillOpacity="0.35" stroke="var(--color-series1)" strokeWidth="1" />
          {places.value !== null && <line x1={at(places.value)} x2={at(places.value)} y1="0" y2="14" stroke="var(--color-text)" strokeWidth="2.5" />}
          {places.without !== null && <circle cx={at(places.without)} cy="7" r="3.5" fill="var(--color-background)" stroke="var(--color-text)" strokeWidth="1.5" />}
        </svg>
      )}
      <span>{range}</span>
      {without && <span>{places?.without != null && <span aria-hidden="true">○ </span>}{without}</span>}
    </dd>
  )
}
