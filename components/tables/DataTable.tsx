import { useId, type ReactNode } from 'react'
import type { Table } from '@/lib/domain/chartSpec'
import styles from './Table.module.css'
import { TableCell } from './TableCell'

export interface DataTableProps {
  table: Table
  /** Columns that a phone leaves out: say nothing there that stands nowhere else */
  wideColumns?: readonly string[]
  /** Drawings in the place of a cell's text, by column, one per row of the table; the text stays for those who do not see them */
  graphics?: Readonly<Record<string, readonly ReactNode[]>>
  /** For a table whose name is read right above it */
  hideCaption?: boolean
  /** On a phone each row becomes a small list of names and values: for long texts that have no room beside each other */
  stacked?: boolean
}

/** A table on the server: real rows and heads, figures at the right, wide ones scroll within themselves and not with the page. */
export function DataTable({ table, wideColumns = [], graphics = {}, hideCaption = false, stacked = false }: DataTableProps) {
  const id = useId()
  return (
    <div className={styles.scroll} role="group" aria-labelledby={id} tabIndex={0}>
      <table className={styles.table} {...(stacked ? { 'data-stacked': true, role: 'table' } : {})}>
        <caption id={id} className={hideCaption ? styles.unseen : styles.caption}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.id} scope="col" data-numeric={column.numeric} data-wide={wideColumns.includes(column.id)}>{column.label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i} role={stacked ? 'row' : undefined}>
              {table.columns.map((column, j) => (
                <TableCell
                  key={column.id} cell={row[j]!} numeric={column.numeric} head={j === 0} wide={wideColumns.includes(column.id)}
                  graphic={graphics[column.id]?.[i]} label={stacked ? column.label : undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
