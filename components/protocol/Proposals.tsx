import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import type { PageView } from '@/lib/views/pageView'
import { Notes } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { Columns, Section } from '../frame/Section'
import { Pages } from '../paging/Pages'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from '../publication/ShownView.module.css'
import { ShownView } from '../publication/ShownView'

const words = {
  en: {
    rates: 'How few decide', ratesLead: 'Each decided proposal is counted again under its own rule: who could have ended it otherwise, and who decided it.',
    blocs: 'Who votes alike', blocsLead: 'Voters who vote alike are one bloc, whatever moves them. The fewer bits, the nearer the largest bloc is to deciding alone.', gain: 'Votes for something of one’s own', list: 'All proposals', none: 'No proposals', noneText: 'Nobody has proposed anything that is read here: the protocol names no Governor and no space, or neither has been read yet.', method: 'How this is told', api: 'The same for programs',
  },
  de: {
    rates: 'Wie wenige entscheiden', ratesLead: 'Jeder entschiedene Vorschlag wird nach seiner eigenen Regel noch einmal gezählt: wer ihn anders hätte ausgehen lassen können und wer ihn entschieden hat.',
    blocs: 'Wer gleich stimmt', blocsLead: 'Wer gleich stimmt, bildet einen Block, gleich aus welchem Grund. Je weniger Bit, desto näher ist der größte Block daran, allein zu entscheiden.', gain: 'Stimmen in eigener Sache', list: 'Alle Vorschläge', none: 'Keine Vorschläge', noneText: 'Hier ist kein Vorschlag bekannt: Das Protokoll nennt weder Governor noch Space, oder beide sind noch nicht gelesen.', method: 'Wie das ermittelt wird', api: 'Dasselbe für Programme',
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
  const shown = (id: string) => {
    const view = views[id]
    return view && <ShownView view={view} page={pageOf(id)} table={view.table} untitled />
  }
  return (
    <>
      <Section id="rates" title={word.rates} lead={word.ratesLead}>
        {shown('decisionRates')}
        <Columns>{shown('decisionsOverTime')}{shown('decisiveRatesOverTime')}</Columns>
        <p><a href={`${toHref(locale, '/method')}#decisions`}>{word.method}</a></p>
      </Section>
      {(views.votingBlocs || views.agreementMatrix) && (
        <Section id="blocs" title={word.blocs} lead={word.blocsLead}>
          {shown('votingBlocs')}
          {shown('agreementMatrix')}
          <p><a href={`${toHref(locale, '/method')}#blocs`}>{word.method}</a></p>
        </Section>
      )}
      {views.ownGainTable && <Section id="gain" title={word.gain}>{shown('ownGainTable')}</Section>}
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
