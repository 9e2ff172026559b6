import type { Table } from '@/lib/domain/chartSpec'
import { chartType } from '../theme'
import { toFitting, toTextWidth } from '../charts/textWidth'

export const rowHeight = 24
const gap = 14
/** A picture shows so many rows when it may choose. */
const mostRows = 15

export interface PlacedColumn {
  id: string
  label: string
  /** Of the text's start, or of its end for figures */
  x: number
  anchor: 'start' | 'end'
  width: number
}

export interface TableLayout {
  columns: readonly PlacedColumn[]
  rows: readonly (readonly string[])[]
  /** What did not fit, in words; empty where all did */
  left: string
}

/** Addresses and fingerprints are cut in the middle: their ends are what people compare. */
const toShort = (text: string): string => (/^(0x)?[0-9a-fA-F]{40,64}$/.test(text) ? `${text.slice(0, 6)}…${text.slice(-4)}` : text)

/** The height that a table's picture takes by itself. */
export const toTableHeight = ({ rows }: Table): number => (Math.min(rows.length, mostRows) + 1) * rowHeight + (rows.length > mostRows ? rowHeight : 8)

const words = {
  en: (rows: number, columns: number) => [rows > 0 && `${rows} more ${rows === 1 ? 'row' : 'rows'}`, columns > 0 && `${columns} more ${columns === 1 ? 'column' : 'columns'}`],
  de: (rows: number, columns: number) => [rows > 0 && `${rows} weitere ${rows === 1 ? 'Zeile' : 'Zeilen'}`, columns > 0 && `${columns} weitere ${columns === 1 ? 'Spalte' : 'Spalten'}`],
} as const
const inFile = { en: 'in the file', de: 'in der Datei' }

/**
 * Places as many columns and rows of a table as there is room for, the first ones first; a column that is too wide is left out. Long texts
 * are cut, figures never.
 *
 * @param width px
 * @param height px
 */
export function toTableLayout(table: Table, width: number, height: number, locale: 'en' | 'de'): TableLayout {
  const fitting = Math.max(1, Math.floor(height / rowHeight) - 1)
  const shown = table.rows.slice(0, table.rows.length > fitting ? fitting - 1 : fitting).map((row) => row.map(({ text }) => toShort(text)))
  const natural = table.columns.map(({ label, numeric }, at) => {
    const longest = Math.max(toTextWidth(label, chartType.text), ...shown.map((row) => toTextWidth(row[at] ?? '', chartType.text)))
    return numeric ? longest : Math.min(longest, Math.max(110, width * 0.34))
  })
  const kept: number[] = []
  let used = 0
  natural.forEach((wanted, at) => {
    if (at > 0 && used + wanted > width) return
    kept.push(at)
    used += wanted + gap
  })
  // What is over goes between the columns, so that a table fills its picture.
  const spare = Math.max(0, width - (used - gap)) / Math.max(1, kept.length - 1)
  let x = 0
  const columns = kept.map((at): PlacedColumn => {
    const { id, label, numeric } = table.columns[at]!
    const wide = Math.min(natural[at]!, width)
    const column: PlacedColumn = { id, label: toFitting(label, chartType.text, wide), x: numeric ? x + wide : x, anchor: numeric ? 'end' : 'start', width: wide }
    x += wide + gap + Math.min(spare, 60)
    return column
  })
  const rows = shown.map((row) => kept.map((at, place) => toFitting(row[at] ?? '', chartType.text, columns[place]!.width + 2)))
  const left = words[locale](table.rows.length - shown.length, table.columns.length - kept.length).filter((part) => part !== false)
  return { columns, rows, left: left.length > 0 ? `${left.join(', ')} ${inFile[locale]}` : '' }
}
