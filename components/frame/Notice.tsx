import type { ReactNode } from 'react'
import styles from './Notice.module.css'

export interface NoticeProps {
  title: string
  /** Level of the heading: 1 where the notice is the whole page */
  heading?: 1 | 2 | 3
  tone?: 'plain' | 'good' | 'bad' | 'warning'
  children: ReactNode
}

/** Something the reader must know before the figures, or instead of them. The words say it; the colour only underlines. */
export function Notice({ title, heading = 2, tone = 'plain', children }: NoticeProps) {
  const Heading = `h${heading}` as const
  return (
    <section className={styles.notice} data-tone={tone}>
      <Heading className={heading === 1 ? undefined : styles.title}>{title}</Heading>
      {children}
    </section>
  )
}
