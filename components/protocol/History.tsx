import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { Query } from '@/lib/views/href'
import { Figure } from '../figures/Figure'
import { Columns, Section } from '../frame/Section'
import { Notice } from '../frame/Notice'
import { FileLinks } from './FileLinks'

const words = {
  en: {
    title: 'Concentration over time',
    lead: 'From the ledger: every day is replayed from the Transfer logs, back to the token’s first day. Only the newest block is audited against the contract.',
    none: 'No history yet',
    noneText: 'The days of this token have not been replayed yet.',
  },
  de: {
    title: 'Konzentration im Lauf der Zeit',
    lead: 'Aus dem Hauptbuch: Jeder Tag ist aus den Transfer-Logs nachgerechnet, bis zum ersten Tag des Tokens. Nur der neueste Block ist gegen den Contract geprüft.',
    none: 'Noch kein Verlauf',
    noneText: 'Die Tage dieses Tokens sind noch nicht nachgerechnet.',
  },
} as const

interface HistoryProps {
  /** One chart per measure: their scales have nothing in common */
  charts: readonly ChartSpec[]
  /** The page of a chart by its id */
  pageOf: (id: string) => string
  slug: string
  query: Query
  locale: Locale
}

/** How concentration came to be what it is. */
export function History({ charts, pageOf, slug, query, locale }: HistoryProps) {
  const word = words[locale]
  return (
    <Section id="history" title={word.title} lead={word.lead}>
      {charts.length === 0 ? <Notice title={word.none} heading={3}><p>{word.noneText}</p></Notice> : (
        <>
          <Columns>{charts.map((chart) => <Figure key={chart.id} spec={chart} page={pageOf(chart.id)} />)}</Columns>
          <FileLinks slug={slug} files={['history']} query={query} locale={locale} />
        </>
      )}
    </Section>
  )
}
