import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SearchForm } from '@/components/forms/SearchForm'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import { BasisLine } from '@/components/protocol/BasisLine'
import { FileLinks } from '@/components/protocol/FileLinks'
import { LensSwitch } from '@/components/protocol/LensSwitch'
import { NoSnapshot } from '@/components/protocol/NoSnapshot'
import { RuleSwitch } from '@/components/protocol/RuleSwitch'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { DataTable } from '@/components/tables/DataTable'
import { Pages } from '@/components/paging/Pages'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toListWord } from '@/lib/domain/listWord'
import { toRuledLens } from '@/lib/ownership/ruledLens'
import { toChartPath } from '@/lib/publish/chartName'
import { toBasis } from '@/lib/views/basis'
import { holdersTable } from '@/lib/views/holdersTable'
import { toHref, toLensQuery, toRulesQuery, type Query } from '@/lib/views/href'
import { toPageView } from '@/lib/views/pageView'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toLedger } from '@/lib/pipeline/ledger'
import { openHolderWays } from '@/lib/pipeline/ownership/holderWays'
import { loadHolderPage } from '@/lib/pipeline/loadHolderPage'
import { toHolderRow } from '../../../../holderRows'
import { toProtocolMetadata } from '../../../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../../../question'
import { findProtocol, findSubject } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `All holders of ${name}`, de: (name: string) => `Alle Halter von ${name}` }
const words = {
  en: { search: 'Search by address or label', none: 'No holder matches', noneText: 'An address can be searched by its beginning (0x and some digits), a label by any part of it.' },
  de: { search: 'Nach Adresse oder Bezeichnung suchen', none: 'Kein Halter passt dazu', noneText: 'Eine Adresse lässt sich mit ihrem Anfang suchen (0x und einige Stellen), eine Bezeichnung mit jedem Teil.' },
} as const
const pageSize = 100

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/holders', title)
}

export default async function HoldersPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/holders`
  return answer(locale, path, async () => {
    const { lens: lensId, rules, snapshot: snapshotId, q, page } = await readQuestion(pageQuestion, searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const subject = await findSubject(protocol.token, protocol.tokenId, lensId, snapshotId)
    if (snapshotId !== null && !subject) notFound()
    const base: Query = { ...toLensQuery(lensId), ...toRulesQuery(rules), snapshot: snapshotId }
    const query: Query = { ...base, q, page: page === 1 ? null : page }
    const head = <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="holders" query={base} locale={locale} />
    if (!subject) return <PageFrame locale={locale} path={path} query={query}>{head}<NoSnapshot locale={locale} /></PageFrame>

    const { token, snapshot, lens, lenses, measurement } = subject
    const list = snapshot.file ? toListWord(snapshot.day, snapshot.file.sha256) : null
    const offset = (page - 1) * pageSize
    const ledger = toLedger(rules ? { ...protocol, rules } : protocol, null)!
    const [{ rows, matched }, addWays] = await Promise.all([
      loadHolderPage(sharedDatabase(), ledger, { snapshot, lens, offset, limit: pageSize, search: q }),
      openHolderWays(sharedDatabase(), ledger, snapshot, lens),
    ])
    if (page > 1 && rows.length === 0) notFound()
    const pages = toPageView({ page, pageSize, matched }, (number) => toHref(locale, path, { ...base, q, page: number === 1 ? null : number }), locale)
    return (
      <PageFrame locale={locale} path={path} query={query}>
        {head}
        <LensSwitch lenses={lenses} current={toRuledLens(lens, rules)} path={path} query={{ ...base, q }} locale={locale} />
        {lens.mergesEntities && <RuleSwitch rules={rules} path={path} query={{ ...base, q }} locale={locale} />}
        <BasisLine basis={toBasis(subject, locale)} locale={locale} />
        <SearchForm label={words[locale].search} action={toHref(locale, path)} search={q} keep={base} locale={locale} />
        {rows.length === 0
          ? <Notice title={words[locale].none}><p>{words[locale].noneText}</p></Notice>
          : <DataTable table={holdersTable(await addWays(rows.map(toHolderRow)), token, measurement.denominator, locale)} stacked />}
        <Pages view={pages} locale={locale} />
        <FileLinks slug={slug} files={['holders']} query={base} page={toHref(locale, toChartPath({ protocol: slug, id: 'holdersTable', list }), list === null ? { ...toLensQuery(lensId), ...toRulesQuery(rules) } : toLensQuery(lens.id))} locale={locale} />
      </PageFrame>
    )
  })
}
