import type { Locale } from '@/lib/domain/text'
import type { View } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import { Figure, Notes } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { PageHead } from '../frame/PageHead'
import { Section } from '../frame/Section'
import { ChartLink } from '../publication/ChartLink'
import { DataTable } from '../tables/DataTable'
import styles from './AccountPage.module.css'

const words = {
  en: {
    up: 'All protocols', known: 'Known as', in: (protocol: string) => `in ${protocol}`, nameless: 'Nobody whom Lorenz reads says who this is.',
    demo: 'Demo data', demoText: 'All that is known of this account was played on a demo chain. No figure here is about the real world.',
    sections: { accountHoldings: 'What it holds', accountPaths: 'By which ways it came to it', accountOwners: 'For whom it holds', accountSigners: 'Who may move what it holds', accountProfits: 'What it earned in pools', accountHistory: 'Over time', accountLabels: 'Who it is said to be', accountEntity: 'One holder with others' },
    api: 'The same for programs',
  },
  de: {
    up: 'Alle Protokolle', known: 'Bekannt als', in: (protocol: string) => `bei ${protocol}`, nameless: 'Niemand, den Lorenz liest, sagt, wer das ist.',
    demo: 'Demodaten', demoText: 'Alles, was von diesem Konto bekannt ist, wurde auf einer Demo-Chain durchgespielt. Keine Zahl hier handelt von der wirklichen Welt.',
    sections: { accountHoldings: 'Was es hält', accountPaths: 'Auf welchen Wegen es dazu kam', accountOwners: 'Für wen es hält', accountSigners: 'Wer bewegen darf, was es hält', accountProfits: 'Was es in Pools verdiente', accountHistory: 'Im Lauf der Zeit', accountLabels: 'Wem es zugeschrieben wird', accountEntity: 'Ein Halter mit anderen' },
    api: 'Dasselbe für Programme',
  },
} as const

type SectionId = keyof (typeof words)['en']['sections']

export interface AccountPageProps {
  /** EIP-55 */
  address: string
  labels: readonly { name: string; role: string; protocolName: string }[]
  demo: boolean
  /** Where it is large, if in several places; null where it is not */
  superuser: string | null
  /** In the order of the page */
  views: readonly View[]
  /** The own page of a chart */
  pageOf: (id: string) => string
  locale: Locale
}

/** One account in every protocol: who it is said to be, what it holds and how it came to it, each part with its files. */
export function AccountPage({ address, labels, demo, superuser, views, pageOf, locale }: AccountPageProps) {
  const word = words[locale]
  return (
    <>
      <PageHead title={<code className={styles.address}>{address}</code>} above={<p className={styles.up}><a href={toHref(locale, '/')}>← {word.up}</a></p>}>
        {labels.length === 0 ? <p>{word.nameless}</p> : (
          <ul className={styles.labels} aria-label={word.known}>
            {labels.map(({ name, role, protocolName }) => <li key={`${protocolName} ${name}`}><strong>{name}</strong>{role && ` (${role})`} {word.in(protocolName)}</li>)}
          </ul>
        )}
        {superuser && <p><a href={toHref(locale, '/superusers')}>{superuser}</a></p>}
        {demo && <Notice title={word.demo} tone="warning"><p>{word.demoText}</p></Notice>}
      </PageHead>
      {views.map((view) => <AccountSection key={view.id} view={view} title={word.sections[view.id as SectionId]} page={pageOf(view.id)} />)}
      <p><a href={`/api/v1/accounts/${address}`}>{word.api}</a></p>
    </>
  )
}

function AccountSection({ view, title, page }: { view: View; title: string; page: string }) {
  const { id, chart, table, sentence, notes, locale } = view
  if (chart) return <Section id={`${id}-section`} title={title}><Figure spec={chart} table={table} page={page} /></Section>
  return (
    <Section id={id} title={title} lead={sentence}>
      {table.rows.length > 0 && <><DataTable table={table} stacked hideCaption /><div className={styles.notes}><Notes notes={notes} /></div><ChartLink href={page} locale={locale} /></>}
    </Section>
  )
}
