import type { ReactNode } from 'react'
import styles from './PageHead.module.css'

interface PageHeadProps {
  title: ReactNode
  lead?: string
  /** The way up */
  above?: ReactNode
  children?: ReactNode
}

/** A page's heading, and under it what the page is about. */
export function PageHead({ title, lead, above, children }: PageHeadProps) {
  return (
    <div className={styles.head}>
      {above}
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </div>
  )
}
