import type { ReactNode } from 'react'
import type { Table } from '@/lib/domain/chartSpec'
import type { PageView } from '@/lib/publish/view'
import { Figure, Foot, Notes } from '../figures/Figure'
import { DataTable } from '../tables/DataTable'
import { ChartLink } from './ChartLink'
import styles from './ShownView.module.css'

/** So many rows of a table, its first ones, stand on a page; its own page has more. */
const rowsShown = 15

interface ShownViewProps {
  /** Nothing is drawn where there is nothing to show */
  view: PageView | undefined
  /** Its own page */
  page: string
  /** Where it stands in the page, where its own id is not alone there */
  id?: string
  /** Rows to show; the first ones where absent */
  table?: Table
  /** Where the section says its title */
  untitled?: boolean
  /** null where the sentence stands above */
  sentence?: ReactNode
  notes?: readonly string[]
  /** A table under a line of its own, as a figure stands */
  framed?: boolean
}

/** Any chart or table of the product as it stands on a page: drawn or as rows, with its title, its sentence, what it rests on and the way to its own page. */
export function ShownView({ view, page, id = view?.id, table, untitled = false, sentence = view?.sentence, notes = view?.notes ?? [], framed = false }: ShownViewProps) {
  if (!view) return null
  if (view.chart) return <Figure spec={{ ...view.chart, id: id!, notes }} table={view.table} page={page} />
  const shown = table ?? { ...view.table, rows: view.table.rows.slice(0, rowsShown) }
  return (
    <div className={framed ? `${styles.table} ${styles.framed}` : styles.table} id={id}>
      {!untitled && <h3>{view.title}</h3>}
      {sentence !== null && <p className={styles.sentence}>{sentence}</p>}
      {shown.rows.length > 0 && <DataTable table={shown} stacked hideCaption />}
      {framed ? <Foot notes={notes} page={page} locale={view.locale} /> : <><Notes notes={notes} /><ChartLink href={page} locale={view.locale} /></>}
    </div>
  )
}
