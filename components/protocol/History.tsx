import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { toHref, toLensQuery, type Query } from '@/lib/views/href'
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
    other: 'This lens has no history',
    otherText: 'Each day is measured under three lenses only. The closest to this one is',
    ruled: 'Here the days are drawn by the usual rules for which addresses count as one holder. The own page of each chart has them under the rules that were chosen above.',
  },
  de: {
    title: 'Konzentration im Lauf der Zeit',
    lead: 'Aus dem Hauptbuch: Jeder Tag ist aus den Transfer-Logs nachgerechnet, bis zum ersten Tag des Tokens. Nur der neueste Block ist gegen den Contract geprüft.',
    none: 'Noch kein Verlauf',
    noneText: 'Die Tage dieses Tokens sind noch nicht nachgerechnet.',
    other: 'Für diese Sicht gibt es keinen Verlauf',
    otherText: 'Jeder Tag wird nur in drei Sichten gemessen. Am nächsten kommt dieser',
    ruled: 'Hier sind die Tage nach den üblichen Regeln dafür gezeichnet, welche Adressen als ein Halter zählen. Nach den oben gewählten Regeln stehen sie auf der eigenen Seite jedes Diagramms.',
  },
} as const

interface HistoryProps {
  /** One chart per measure: their scales have nothing in common */
  charts: readonly ChartSpec[]
  /** The page of a chart by its id */
  pageOf: (id: string) => string
  /** The closest lens with a history, where this one has none */
  other: Lens | null
  /** Whether rules were chosen for the figures above it */
  ruled: boolean
  /** Of the page around it */
  path: string
  slug: string
  query: Query
  locale: Locale
}

/** How concentration came to be what it is. */
export function History({ charts, pageOf, other, ruled, path, slug, query, locale }: HistoryProps) {
  const word = words[locale]
  return (
    <Section id="history" title={word.title} lead={word.lead}>
      {other ? <Notice title={word.other} heading={3}><p>{word.otherText} <a href={`${toHref(locale, path, { ...query, ...toLensQuery(other.id) })}#history`}>{other.name[locale]}</a>.</p></Notice> : charts.length === 0 ? <Notice title={word.none} heading={3}><p>{word.noneText}</p></Notice> : (
        <>
          {ruled && <p>{word.ruled}</p>}
          <Columns>{charts.map((chart) => <Figure key={chart.id} spec={chart} page={pageOf(chart.id)} />)}</Columns>
          <FileLinks slug={slug} files={['history']} query={query} locale={locale} />
        </>
      )}
    </Section>
  )
}
