import type { ReactNode } from 'react'
import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toChartTable } from '@/lib/views/chartTable'
import { shortTable } from '@/lib/views/shortTable'
import { Chart } from '../charts/Chart'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from './Figure.module.css'

const words = {
  table: { en: 'The figures as a table', de: 'Die Zahlen als Tabelle' },
  some: {
    en: (shown: number, all: number) => `${shown} of ${all} rows;`,
    de: (shown: number, all: number) => `${shown} von ${all} Zeilen;`,
  },
  all: { en: 'all of them', de: 'alle Zeilen' },
}

/** So many rows stand under a chart whose own page has all of them. */
const rowsShown = 15

export interface FigureProps {
  spec: ChartSpec
  /** The chart's numbers to read; made from the chart where absent */
  table?: Table
  /** The chart's own page */
  page?: string
  /** Level of the heading, as the page around it asks */
  heading?: 2 | 3 | 4
  /** More links under the chart */
  children?: ReactNode
}

/** A chart with everything it needs to be believed: title, finding, drawing, block, lens and date, and its numbers as a table. */
export function Figure({ spec, table = toChartTable(spec), page, heading = 3, children }: FigureProps) {
  const Heading = `h${heading}` as const
  const shown = page ? shortTable(table, rowsShown) : table
  const { locale } = spec
  return (
    <figure className={styles.figure} id={spec.id} aria-labelledby={`${spec.id}-heading`}>
      <figcaption className={styles.caption}>
        <Heading className={styles.title} id={`${spec.id}-heading`}>{spec.title}</Heading>
        <p className={styles.sentence}>{spec.sentence}</p>
      </figcaption>
      <Chart spec={spec} />
      <div className={styles.under}><Foot notes={spec.notes} page={page} locale={locale}>{children}</Foot></div>
      <details className={styles.details}>
        <summary>{words.table[locale]}</summary>
        <DataTable table={shown} hideCaption />
        {shown !== table && <p>{words.some[locale](shown.rows.length, table.rows.length)} <a href={`${page}#figures`}>{words.all[locale]}</a></p>}
      </details>
    </figure>
  )
}

interface FootProps {
  notes: readonly string[]
  /** The chart's own page */
  page: string | undefined
  locale: Locale
  /** More links */
  children?: ReactNode
}

/** What stands below a figure or a table in one line, where there is room: what it rests on, and the ways on. */
export function Foot({ notes, page, locale, children }: FootProps) {
  return (
    <div className={styles.foot}>
      <Notes notes={notes} />
      {page && <ChartLink href={page} locale={locale} />}
      {children}
    </div>
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
