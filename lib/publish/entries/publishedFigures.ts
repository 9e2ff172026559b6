import { publishedSentence, publishedTable, toComparedFigures, toWork, type ComparedFigure } from '@/lib/views/publishedFigures'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toSubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

/** Under which lens the two can best be compared. */
const nearest = {
  en: 'Published figures mostly count addresses: the lens “All addresses” comes nearest to that.',
  de: 'Veröffentlichte Zahlen zählen meist Adressen: Dem kommt die Sicht „Alle Adressen“ am nächsten.',
} as const

/** What others published of a protocol's concentration. No ledger tells it: who writes more tomorrow adds a row. */
export const publishedFigures: Chart = {
  id: 'publishedFigures',
  title: { en: 'What others have published', de: 'Was andere veröffentlicht haben' },
  kind: 'table', scopes: ['token'], lenses: true, days: false, fixed: false, needs: ['history', 'published'], long: false,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts || parts.protocol.published.length === 0) return null
    const rows = toComparedFigures(parts.protocol.published, loaded.history)
    const text = (name: string, tell: (row: ComparedFigure) => string | null): CsvColumn<ComparedFigure> => ({ name, kind: 'text', value: tell })
    const columns: CsvColumn<ComparedFigure>[] = [
      text('work', ({ figure }) => toWork(figure)),
      text('work_title', ({ figure }) => figure.title),
      { name: 'metric', kind: 'code', value: ({ figure }) => figure.metric },
      { name: 'published_of', kind: 'code', value: ({ figure }) => figure.of },
      { name: 'published_value', kind: 'number', value: ({ figure }) => toPlainDecimal(figure.value) },
      { name: 'published_about', kind: 'code', value: ({ figure }) => (figure.about ? 'yes' : 'no') },
      { name: 'published_date', kind: 'code', value: ({ figure }) => figure.date },
      { name: 'published_date_of', kind: 'code', value: ({ figure }) => figure.dateOf },
      { name: 'value', kind: 'number', value: ({ ours }) => ours && toPlainDecimal(ours.value) },
      { name: 'value_day', kind: 'code', value: ({ ours }) => ours?.day ?? null },
      text('treatment', ({ figure }) => figure.treatment.en),
      text('work_source', ({ figure }) => figure.source),
      text('work_read_in', ({ figure }) => figure.via ?? null),
      ...basisColumns<ComparedFigure>(parts.csvBasis).filter(({ name }) => ['protocol', 'token_address', 'lens'].includes(name)),
    ]
    return toTableView({
      id: 'publishedFigures', title: toTitle(publishedFigures.title, parts.name, locale), sentence: publishedSentence(rows, locale), notes: [...parts.basis.notes, nearest[locale]],
      table: publishedTable(rows, locale), columns, rows,
    }, locale)
  },
}
