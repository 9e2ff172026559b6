import type { Lens } from '@/lib/domain/lens'
import type { Currency } from '@/lib/domain/pool'
import type { Locale } from '@/lib/domain/text'
import type { View } from '@/lib/publish/view'
import { toHref, type Query } from '@/lib/views/href'
import { Chart } from '../charts/Chart'
import { Notes } from '../figures/Figure'
import { Notice } from '../frame/Notice'
import { PageHead } from '../frame/PageHead'
import { Section } from '../frame/Section'
import { CurrencySwitch } from '../protocol/CurrencySwitch'
import { LensSwitch } from '../protocol/LensSwitch'
import { RuleSwitch } from '../protocol/RuleSwitch'
import { DataTable } from '../tables/DataTable'
import styles from './ChartPage.module.css'
import { Downloads, type Download } from './Downloads'
import { Particulars, type Particular } from './Particulars'
import { Snippets, type Snippet } from './Snippets'

const words = {
  en: {
    all: 'All protocols', fixed: 'A fixed edition', fixedText: 'This page stays as it is for ever. There may be newer figures:', newest: 'the newest',
    lastFixed: (day: string) => `These figures go on changing. The newest edition that stays for ever is that of ${day}:`, open: 'open it to cite it',
    table: 'The figures', downloads: 'Downloads', downloadsLead: 'Free for any use, with attribution (CC BY 4.0). The same address with another ending; without a block it is always the newest.',
    embed: 'Embed', embedLead: 'No cookies, no storage, no third party; whole without JavaScript. The script makes the frame as high as what it holds.',
    citation: 'Cite', citationLead: '“lorenz verify” with any of these recomputes the fingerprint from the ledger.', basis: 'What the figures rest on', method: 'How the figures are made',
  },
  de: {
    all: 'Alle Protokolle', fixed: 'Eine feste Ausgabe', fixedText: 'Diese Seite bleibt für immer, wie sie ist. Womöglich gibt es neuere Zahlen:', newest: 'die neuesten',
    lastFixed: (day: string) => `Diese Zahlen ändern sich noch. Die neueste Ausgabe, die für immer bleibt, ist die vom ${day}:`, open: 'zum Zitieren öffnen',
    table: 'Die Zahlen', downloads: 'Dateien', downloadsLead: 'Frei für jeden Zweck, mit Quellenangabe (CC BY 4.0). Dieselbe Adresse mit anderer Endung; ohne Block ist es immer der neueste Stand.',
    embed: 'Einbetten', embedLead: 'Keine Cookies, kein Speicher, keine Dritten; auch ohne JavaScript vollständig. Das Skript macht den Rahmen so hoch wie seinen Inhalt.',
    citation: 'Zitieren', citationLead: '„lorenz verify“ mit einer dieser Angaben rechnet die Prüfsumme aus dem Hauptbuch nach.', basis: 'Worauf die Zahlen beruhen', method: 'Wie die Zahlen entstehen',
  },
} as const

export interface ChartPageProps {
  view: View
  /** Of what it is and where that stands, without a language; null for all protocols */
  subject: { name: string; path: string; query?: Query } | null
  /** The page's own path and query, without its language */
  path: string
  query: Query
  lens: Lens
  /** Those it can be seen through; empty where it looks the same under each */
  lenses: readonly Lens[]
  /** The rules by which addresses become one holder, null for the usual ones; absent where they cannot be chosen */
  rules?: readonly string[] | null
  /** What its money is told in; absent where it cannot be chosen */
  currency?: Currency
  /** The path of the newest edition, where this one is fixed */
  newest: string | null
  /** The newest that is fixed, where this one is not: its path and its day, as people write it; null where there is none */
  lastFixed: { path: string; day: string } | null
  downloads: readonly Download[]
  embeds: readonly Snippet[]
  citations: readonly Snippet[]
  particulars: readonly Particular[]
}

/** A chart's own page: drawing, sentence, figures, what they rest on, files, embedding, citation. */
export function ChartPage({ view, subject, path, query, lens, lenses, rules, currency, newest, lastFixed, downloads, embeds, citations, particulars }: ChartPageProps) {
  const { locale } = view
  const word = words[locale]
  return (
    <>
      <PageHead title={view.title} lead={view.sentence} above={<Up subject={subject} locale={locale} />} />
      {newest !== null && <Notice title={word.fixed}><p>{word.fixedText} <a href={toHref(locale, newest, query)}>{word.newest}</a>.</p></Notice>}
      {lenses.length > 0 && <LensSwitch lenses={lenses} current={lens} path={path} query={query} locale={locale} />}
      {rules !== undefined && <RuleSwitch rules={rules} path={path} query={query} locale={locale} />}
      {currency && <CurrencySwitch current={currency} path={path} query={query} locale={locale} />}
      <figure className={styles.figure} aria-label={view.title}>
        {view.chart ? <Chart spec={view.chart} /> : <DataTable table={view.table} stacked hideCaption />}
        <figcaption className={styles.notes}><Notes notes={view.notes} /></figcaption>
      </figure>
      {view.chart && (
        <Section id="figures" title={word.table}>
          <div className={styles.table} role="group" aria-label={word.table} tabIndex={0}><DataTable table={view.table} hideCaption /></div>
        </Section>
      )}
      <Section id="downloads" title={word.downloads} lead={word.downloadsLead}><Downloads downloads={downloads} /></Section>
      <Section id="embed" title={word.embed} lead={word.embedLead}><Snippets snippets={embeds} /></Section>
      <Section id="cite" title={word.citation} lead={word.citationLead}>
        {lastFixed && <p>{word.lastFixed(lastFixed.day)} <a href={toHref(locale, lastFixed.path, query)}>{word.open}</a>.</p>}
        <Snippets snippets={citations} />
      </Section>
      <Section id="basis" title={word.basis}>
        <Particulars particulars={particulars} />
        <p><a href={toHref(locale, '/method')}>{word.method}</a></p>
      </Section>
    </>
  )
}

function Up({ subject, locale }: { subject: ChartPageProps['subject']; locale: Locale }) {
  return <p className={styles.up}><a href={toHref(locale, subject?.path ?? '/', subject?.query)}>← {subject?.name ?? words[locale].all}</a></p>
}
