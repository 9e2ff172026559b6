import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountSearch } from '@/components/account/AccountSearch'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { OverviewFilter } from '@/components/overview/OverviewFilter'
import { OverviewTable } from '@/components/overview/OverviewTable'
import { ChartLink } from '@/components/publication/ChartLink'
import { LensSwitch } from '@/components/protocol/LensSwitch'
import { metrics } from '@/lib/metrics/registry'
import { lenses, toLens } from '@/lib/ownership/lenses'
import { loadOverview } from '@/lib/pipeline/editions/loadOverview'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols } from '@/lib/publish/charts'
import { toHref, toLensQuery } from '@/lib/views/href'
import { categoriesOf, overviewRows, type OverviewQuestion } from '@/lib/views/overview'
import { firstOrder, overviewColumns } from '@/lib/views/overviewColumns'
import { answer } from '../answer'
import { sharedDatabase } from '../database'
import { toMetadata } from '../metadata'
import { overviewQuestion, readQuestion, toLocale, type SearchParams } from '../question'

interface PageProps {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

const title = { en: 'Who really holds DeFi', de: 'Wem DeFi wirklich gehört' }
const description = {
  en: 'How concentrated the tokens of DeFi protocols are, read from the chain, one row per protocol. Every figure stands with its block, its date and its lens.',
  de: 'Wie konzentriert die Token der DeFi-Protokolle sind, von der Chain gelesen, eine Zeile je Protokoll. Zu jeder Zahl gehören Block, Datum und Sicht.',
}
const words = {
  en: {
    empty: 'No protocol is followed yet',
    emptyText: 'npm start fills the database with the demo protocols; lorenz sync reads others from a chain.',
    superusers: 'Who is large in several of them at once',
    usual: 'Here the usual rules apply',
    usualText: 'This table has the figures that snapshots keep, by the usual rules for which addresses count as one holder. Other rules can be chosen on the pages of each protocol.',
    none: 'No protocol matches',
    noneText: 'Try another name, or all categories.',
  },
  de: {
    empty: 'Noch wird kein Protokoll verfolgt',
    emptyText: 'npm start füllt die Datenbank mit den Demo-Protokollen; lorenz sync liest weitere von einer Chain.',
    superusers: 'Wer bei mehreren zugleich groß ist',
    usual: 'Hier gelten die üblichen Regeln',
    usualText: 'Diese Tabelle zeigt die Zahlen der aufbewahrten Stände, nach den üblichen Regeln dafür, welche Adressen als ein Halter zählen. Andere Regeln lassen sich auf den Seiten der einzelnen Protokolle wählen.',
    none: 'Kein Protokoll passt dazu',
    noneText: 'Ein anderer Name oder alle Kategorien helfen weiter.',
  },
} as const

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', '/', title, description)
}

export default async function OverviewPage({ params, searchParams }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, '/', async () => {
    const { lens, rules, q, sort, order, category } = await readQuestion(overviewQuestion, searchParams)
    const question: OverviewQuestion = { sort, order: order ?? firstOrder(sort), category, search: q }
    const query = { ...toLensQuery(lens), q, category, sort: sort === 'gini' && !order ? null : sort, order }
    const entries = await loadOverview(sharedDatabase(), lens)
    const rows = overviewRows(entries, question, toLens(lens), metrics, locale)
    const columns = overviewColumns(question, lens, metrics, locale)
    const categories = categoriesOf(entries.map(({ protocol }) => protocol), locale)
    const word = words[locale]
    return (
      <PageFrame locale={locale} path="/" query={query}>
        <PageHead title={title[locale]} lead={description[locale]} />
        {entries.length === 0 ? <Notice title={word.empty}><p>{word.emptyText}</p></Notice> : (
          <>
            <LensSwitch lenses={lenses} current={toLens(lens)} path="/" query={query} locale={locale} />
            {rules && toLens(lens).mergesEntities && <Notice title={word.usual}><p>{word.usualText}</p></Notice>}
            <OverviewFilter question={question} lens={lens} categories={categories} locale={locale} />
            {rows.length > 0
              ? <><OverviewTable columns={columns} rows={rows} denominator={toLens(lens).denominator[locale]} locale={locale} /><ChartLink href={toHref(locale, toChartPath({ protocol: allProtocols, id: 'overviewTable' }), toLensQuery(lens))} locale={locale} /></>
              : <Notice title={word.none}><p>{word.noneText}</p></Notice>}
            <p><a href={toHref(locale, '/superusers')}>{word.superusers}</a></p>
            <AccountSearch search="" locale={locale} />
          </>
        )}
      </PageFrame>
    )
  })
}
