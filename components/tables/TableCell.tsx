import type { ReactNode } from 'react'
import type { Cell } from '@/lib/domain/chartSpec'
import styles from './Table.module.css'

interface TableCellProps {
  cell: Cell
  numeric: boolean
  /** The row's name */
  head: boolean
  wide: boolean
  graphic?: ReactNode
  /** The column's name, for cells that stand under each other on a phone: there they are no longer cells by their look alone */
  label?: string
}

/** A cell: what it says, where it leads, and for a gap a quieter voice. */
export function TableCell({ cell, numeric, head, wide, graphic, label }: TableCellProps) {
  const text = cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text
  const content = graphic ? <>{graphic}<span className={styles.unseen}>{text}</span></> : text
  const marks = { 'data-numeric': numeric, 'data-wide': wide, 'data-gap': cell.value === null }
  const stacked = label === undefined ? {} : { 'data-label': label, role: head ? 'rowheader' : 'cell' }
  return head ? <th scope="row" {...marks} {...stacked}>{content}</th> : <td {...marks} {...stacked}>{content}</td>
}
