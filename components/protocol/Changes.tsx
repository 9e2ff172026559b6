import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { Query } from '@/lib/views/href'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import { FileLinks } from './FileLinks'

const words = {
  en: {
    summary: 'What changed',
    lead: 'From the ledger of Transfer logs alone, between the last blocks of the two days. Whoever passed tokens on in between and holds the same again did not change.',
    none: 'Nobody',
  },
  de: {
    summary: 'Was sich verändert hat',
    lead: 'Allein aus dem Hauptbuch der Transfer-Logs, zwischen den letzten Blöcken der beiden Tage. Wer zwischendurch Token weitergab und wieder dasselbe hält, hat sich nicht verändert.',
    none: 'Niemand',
  },
} as const

interface ChangesProps {
  moments: Table
  summary: Table
  /** The largest of each way to change, and how they stand in the whole: '1 to 25 of 340' */
  lists: readonly { id: string; title: string; extent: string; table: Table }[]
  /** The page of one of the tables, by its id */
  pageOf: (id: string) => string
  slug: string
  query: Query
  locale: Locale
}

/** Who came, left, holds more and holds less between two days. */
export function Changes({ moments, summary, lists, pageOf, slug, query, locale }: ChangesProps) {
  const word = words[locale]
  return (
    <>
      <Section id="summary" title={word.summary} lead={word.lead}>
        <DataTable table={moments} />
        <ChartLink href={pageOf('momentsTable')} locale={locale} />
        <DataTable table={summary} hideCaption />
        <ChartLink href={pageOf('changesSummary')} locale={locale} />
        <FileLinks slug={slug} files={['changes']} query={query} locale={locale} />
      </Section>
      {lists.map(({ id, title, extent, table }) => (
        <Section key={id} id={id} title={title} lead={table.rows.length > 0 ? extent : undefined}>
          {table.rows.length > 0 ? <><DataTable table={table} hideCaption stacked /><ChartLink href={pageOf(`changesTable-${id}`)} locale={locale} /></> : <p>{word.none}</p>}
        </Section>
      ))}
    </>
  )
}
