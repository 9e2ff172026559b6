import type { ReactNode } from 'react'
import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import { toChartTable } from '@/lib/views/chartTable'
import { Chart } from '../charts/Chart'
import { DataTable } from '../tables/DataTable'
import styles from './Figure.module.css'

const words = { table: { en: 'The figures as a table', de: 'Die Zahlen als Tabelle' } }

export interface FigureProps {
  spec: ChartSpec
  /** The chart's numbers to read; made from the chart where absent */
  table?: Table
  /** Level of the heading, as the page around it asks */
  heading?: 2 | 3 | 4
  /** Links under the chart: files, the chart's own page */
  children?: ReactNode
}

/** A chart with everything it needs to be believed: title, finding, drawing, block, lens and date, and its numbers as a table. */
export function Figure({ spec, table = toChartTable(spec), heading = 3, children }: FigureProps) {
  const Heading = `h${heading}` as const
  return (
    <figure className={styles.figure} id={spec.id} aria-labelledby={`${spec.id}-heading`}>
      <figcaption className={styles.caption}>
        <Heading className={styles.title} id={`${spec.id}-heading`}>{spec.title}</Heading>
        <p className={styles.sentence}>{spec.sentence}</p>
      </figcaption>
      <Chart spec={spec} />
      <div className={styles.foot}>
        <Notes notes={spec.notes} />
        {children}
      </div>
      <details className={styles.details}>
        <summary>{words.table[spec.locale]}</summary>
        <DataTable table={table} hideCaption />
      </details>
    </figure>
  )
}

/** The line under a figure: block, lens, date, denominator, gaps. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className={styles.notes}>
      {notes.map((note) => <li key={note}>{note}</li>)}
    </ul>
  )
}
