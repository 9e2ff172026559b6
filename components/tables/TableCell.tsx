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
}

/** A cell: what it says, where it leads, and for a gap a quieter voice. */
export function TableCell({ cell, numeric, head, wide, graphic }: TableCellProps) {
  const text = cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text
  const content = graphic ? <>{graphic}<span className={styles.unseen}>{text}</span></> : text
  const marks = { 'data-numeric': numeric, 'data-wide': wide, 'data-gap': cell.value === null }
  return head ? <th scope="row" {...marks}>{content}</th> : <td {...marks}>{content}</td>
}
