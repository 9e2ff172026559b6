import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import type { PageView } from '@/lib/views/pageView'
import { Figure, Notes } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { Columns, Section } from '../frame/Section'
import { Pages } from '../paging/Pages'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from './Owners.module.css'

const words = {
  en: {
    rates: 'How few decide', ratesLead: 'Each decided proposal is counted again under its own rule: who could have ended it otherwise, and who decided it.',
    list: 'All proposals', none: 'No proposals', noneText: 'Nobody has proposed anything that is read here: the protocol names no Governor and no space, or neither has been read yet.', method: 'How this is told', api: 'The same for programs',
  },
  de: {
    rates: 'Wie wenige entscheiden', ratesLead: 'Jeder entschiedene Vorschlag wird nach seiner eigenen Regel noch einmal gezählt: wer ihn anders hätte ausgehen lassen können und wer ihn entschieden hat.',
    list: 'Alle Vorschläge', none: 'Keine Vorschläge', noneText: 'Hier ist kein Vorschlag bekannt: Das Protokoll nennt weder Governor noch Space, oder beide sind noch nicht gelesen.', method: 'Wie das ermittelt wird', api: 'Dasselbe für Programme',
  },
} as const

interface ProposalsProps {
  /** By the ids of their charts; what there is nothing of is left out */
  views: Readonly<Partial<Record<string, View>>>
  /** The proposals of this page */
  table: Table
  pages: PageView
  slug: string
  locale: Locale
}

/** What was proposed and voted on, how few decide, and whether that changes. */
export function Proposals({ views, table, pages, slug, locale }: ProposalsProps) {
  const word = words[locale]
  const list = views.proposalsTable
  if (!list) return <Notice title={word.none}><p>{word.noneText}</p></Notice>
  const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: slug, id }))
  const figure = (id: string) => {
    const view = views[id]
    return view?.chart && <Figure key={id} spec={view.chart} table={view.table} page={pageOf(id)} />
  }
  const rates = views.decisionRates
  return (
    <>
      <Section id="rates" title={word.rates} lead={word.ratesLead}>
        {rates && (
          <div className={styles.table}>
            <p className={styles.sentence}>{rates.sentence}</p>
            <DataTable table={rates.table} stacked hideCaption />
            <Notes notes={rates.notes} />
            <ChartLink href={pageOf(rates.id)} locale={locale} />
          </div>
        )}
        <Columns>{figure('decisionsOverTime')}{figure('decisiveRatesOverTime')}</Columns>
        <p><a href={`${toHref(locale, '/method')}#decisions`}>{word.method}</a></p>
      </Section>
      <Section id="proposals" title={word.list} lead={list.sentence}>
        <div className={styles.table}>
          <DataTable table={table} stacked hideCaption />
          <Pages view={pages} locale={locale} />
          <Notes notes={list.notes} />
          <ChartLink href={pageOf(list.id)} locale={locale} />
          <p><a href={`/api/v1/protocols/${slug}/proposals`}>{word.api}</a></p>
        </div>
      </Section>
    </>
  )
}
