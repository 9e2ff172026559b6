import type { View } from '@/lib/publish/view'
import { shortTable } from '@/lib/views/shortTable'
import { Figure, Notes } from '../figures/Figure'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from './ViewFigure.module.css'

/** So many rows of a table stand here; its own page has all. */
const rowsShown = 12

/** Any view as part of a claim: a chart as a figure, a table with its sentence and notes. */
export function ViewFigure({ view, page }: { view: View; page: string }) {
  if (view.chart) return <Figure spec={view.chart} table={view.table} page={page} />
  return (
    <section className={styles.table} aria-labelledby={`${view.id}-heading`}>
      <h3 id={`${view.id}-heading`}>{view.title}</h3>
      <p>{view.sentence}</p>
      {view.table.rows.length > 0 && <DataTable table={shortTable(view.table, rowsShown)} stacked hideCaption />}
      <div className={styles.foot}>
        <Notes notes={view.notes} />
        <ChartLink href={page} locale={view.locale} />
      </div>
    </section>
  )
}
