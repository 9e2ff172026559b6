import type { Locale } from '@/lib/domain/text'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import { Figure, Notes } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from './SuperusersPage.module.css'

const words = {
  en: {
    matrix: 'Account by account, protocol by protocol', table: 'Every one of them', tableLead: 'Where each is large, with its place and its share. Amounts of different tokens are never added, only shares.',
    overlap: 'More than chance?', overlapLead: 'Two lists of a hundred out of many thousands should hardly share a name. Where they share many, something joins them.',
    method: 'How this is reckoned', few: 'Not enough to compare', fewText: 'It takes two protocols with a snapshot, or two pools with a reading: nobody can be large in several places before.', noPairs: 'There are no two protocols to compare yet.',
  },
  de: {
    matrix: 'Konto für Konto, Protokoll für Protokoll', table: 'Alle, eines nach dem anderen', tableLead: 'Worin jedes groß ist, mit Platz und Anteil. Mengen verschiedener Token werden nie addiert, nur Anteile.',
    overlap: 'Mehr als Zufall?', overlapLead: 'Zwei Listen von hundert aus vielen Tausend sollten kaum einen Namen gemeinsam haben. Wo es viele sind, verbindet sie etwas.',
    method: 'Wie das gerechnet ist', few: 'Noch nichts zu vergleichen', fewText: 'Dazu gehören zwei Protokolle mit einem Stand oder zwei Pools mit einer Ablesung: Vorher kann niemand an mehreren Stellen groß sein.', noPairs: 'Noch gibt es keine zwei Protokolle zu vergleichen.',
  },
} as const

/** So many rows stand here; the table's own page has all. */
const rowsShown = 25

interface SuperusersPageProps {
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  /** The own page of a chart */
  pageOf: (id: string) => string
  locale: Locale
}

/** Who is large in several places at once: the matrix, the table, and whether lists of holders share more than chance would give. */
export function SuperusersPage({ views: { superusersMatrix: matrix, superusersTable: table, holderOverlap: overlap }, pageOf, locale }: SuperusersPageProps) {
  const word = words[locale]
  if (!matrix || !table) return <Notice title={word.few}><p>{word.fewText}</p></Notice>
  return (
    <>
      <Section id={matrix.id} title={word.matrix} lead={matrix.sentence}>
        {matrix.table.rows.length > 0 && <DataTable table={matrix.table} stacked hideCaption />}
        <div className={styles.notes}><Notes notes={matrix.notes} /></div>
        <p><a href={`${toHref(locale, '/method')}#superusers`}>{word.method}</a></p>
        <ChartLink href={pageOf(matrix.id)} locale={locale} />
      </Section>
      <Section id="overlap" title={word.overlap} lead={word.overlapLead}>
        {overlap?.chart ? <Figure spec={overlap.chart} table={overlap.table} page={pageOf(overlap.id)} /> : <p>{word.noPairs}</p>}
      </Section>
      {table.table.rows.length > 0 && (
        <Section id={table.id} title={word.table} lead={word.tableLead}>
          <DataTable table={{ ...table.table, rows: table.table.rows.slice(0, rowsShown) }} stacked hideCaption />
          <ChartLink href={pageOf(table.id)} locale={locale} />
        </Section>
      )}
    </>
  )
}
