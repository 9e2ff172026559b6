import type { Table } from '@/lib/domain/chartSpec'
import type { Locale, Text } from '@/lib/domain/text'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import type { View } from '../view'

interface TableParts<Row> {
  id: string
  title: string
  sentence: string
  notes: readonly string[]
  table: Table
  columns: readonly CsvColumn<Row>[]
  rows: readonly Row[]
}

/** A table as a view: the words that a chart would bring along are said here. */
export const toTableView = <Row>({ id, title, sentence, notes, table, columns, rows }: TableParts<Row>, locale: Locale): View => ({
  id, locale, title, sentence, notes, chart: null, table: { ...table, caption: title }, data: toDataTable(columns, rows),
})

/** A chart's title with what it is about: 'All measures: UNI'. */
export const toTitle = (title: Text, name: string, locale: Locale): string => `${title[locale]}: ${name}`
