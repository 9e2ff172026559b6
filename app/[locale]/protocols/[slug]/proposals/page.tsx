import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { Proposals } from '@/components/protocol/Proposals'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { headlineLens } from '@/lib/ownership/lenses'
import { toEmptyLoaded } from '@/lib/pipeline/editions/emptyLoaded'
import { loadBlocs } from '@/lib/pipeline/governance/loadBlocs'
import { loadOwnGains } from '@/lib/pipeline/governance/loadOwnGain'
import { loadDecidedProposals } from '@/lib/pipeline/governance/loadProposals'
import { charts } from '@/lib/publish/charts'
import { toProposalContext } from '@/lib/publish/entries/proposalParts'
import { toHref } from '@/lib/views/href'
import { toPageView } from '@/lib/views/pageView'
import { proposalsTable } from '@/lib/views/proposalsTable'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toProtocolMetadata } from '../../../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../../../question'
import { findProtocol } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `How few decide at ${name}`, de: (name: string) => `Wie wenige bei ${name} entscheiden` }
const pageSize = 50
/** What the charts of this page are made from. */
const parts = ['proposals', 'blocs', 'ownGain'] as const

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/proposals', title)
}

export default async function ProposalsPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/proposals`
  return answer(locale, path, async () => {
    const { page } = await readQuestion(pageQuestion.pick({ page: true }), searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const [proposals, blocs, ownGain] = await Promise.all([loadDecidedProposals(sharedDatabase(), protocol), loadBlocs(sharedDatabase(), slug), loadOwnGains(sharedDatabase(), protocol)])
    const shown = proposals.slice((page - 1) * pageSize, page * pageSize)
    if (page > 1 && shown.length === 0) notFound()
    const loaded = { ...toEmptyLoaded(headlineLens), protocol, proposals, blocs, ownGain }
    // The page itself says once that data are made up.
    const views = Object.fromEntries(charts.filter(({ needs, scopes }) => parts.some((part) => needs.includes(part)) && scopes.includes('token')).map((chart) => [chart.id, chart.view(loaded, locale) ?? undefined]))
    const pages = toPageView({ page, pageSize, matched: proposals.length }, (number) => toHref(locale, path, { page: number === 1 ? null : number }), locale)
    return (
      <PageFrame locale={locale} path={path} query={{ page: page === 1 ? null : page }}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="proposals" query={{}} locale={locale} />
        <Proposals views={views} table={proposalsTable(shown, toProposalContext(loaded)!, locale)} pages={pages} slug={slug} locale={locale} />
      </PageFrame>
    )
  })
}
