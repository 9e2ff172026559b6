import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { Basis } from '@/lib/views/basis'
import type { Query } from '@/lib/views/href'
import { Figure, Notes } from '../figures/Figure'
import { Columns, Section } from '../frame/Section'
import { DataTable } from '../tables/DataTable'
import { FileLinks } from './FileLinks'

const words = {
  en: { charts: 'Who holds how much', metrics: 'All measures', lead: 'Each measure answers a question of its own. None says everything.' },
  de: { charts: 'Wer wie viel hält', metrics: 'Alle Maße', lead: 'Jedes Maß beantwortet eine eigene Frage. Keines sagt alles.' },
} as const

interface ConcentrationProps {
  charts: readonly ChartSpec[]
  /** The page of a chart by its id */
  pageOf: (id: string) => string
  metrics: Table
  excluded: Table
  basis: Basis
  slug: string
  query: Query
  locale: Locale
}

/** How concentrated a token is at one block: drawn, and in every measure. */
export function Concentration({ charts, pageOf, metrics, excluded, basis, slug, query, locale }: ConcentrationProps) {
  const word = words[locale]
  return (
    <>
      <Section id="ownership" title={word.charts}>
        <Columns>{charts.map((chart) => <Figure key={chart.id} spec={chart} page={pageOf(chart.id)} />)}</Columns>
        <FileLinks slug={slug} files={['holders']} query={query} page={pageOf('holdersTable')} locale={locale} />
        {excluded.rows.length > 0 && <><DataTable table={excluded} /><FileLinks slug={slug} files={[]} query={query} page={pageOf('excludedTable')} locale={locale} /></>}
      </Section>
      <Section id="measures" title={word.metrics} lead={word.lead}>
        <DataTable table={metrics} wideColumns={['range', 'direction']} hideCaption />
        <Notes notes={basis.notes} />
        <FileLinks slug={slug} files={['metrics']} query={query} page={pageOf('metricsTable')} locale={locale} />
      </Section>
    </>
  )
}
