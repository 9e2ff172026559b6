import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { LensSwitch } from '@/components/protocol/LensSwitch'
import { Power } from '@/components/protocol/Power'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { lenses, toLens } from '@/lib/ownership/lenses'
import { loadPowerViews } from '@/lib/pipeline/editions/loadPowerViews'
import { toLensQuery } from '@/lib/views/href'
import { votesAuditView } from '@/lib/views/votesAuditView'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toProtocolMetadata } from '../../../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../../../question'
import { findProtocol } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `Who decides at ${name}`, de: (name: string) => `Wer bei ${name} entscheidet` }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/power', title)
}

export default async function PowerPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/power`
  return answer(locale, path, async () => {
    const { lens } = await readQuestion(pageQuestion.pick({ lens: true }), searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const query = toLensQuery(lens)
    const { views, votes } = await loadPowerViews(sharedDatabase(), slug, lens, locale)
    const audit = votes?.delegates ? votesAuditView(votes.delegates, protocol.token, toChecksumAddress, locale) : null
    const missing = {
      votes: votes?.delegates ? null : protocol.governance.votes.length > 0 ? 'unread' : 'unknown',
      proposals: !votes || votes.proposals.decided === 0,
    } as const
    return (
      <PageFrame locale={locale} path={path} query={query}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="power" query={query} locale={locale} />
        {votes && <LensSwitch lenses={lenses} current={toLens(lens)} path={path} locale={locale} />}
        <Power views={views} audit={audit} missing={missing} slug={slug} query={query} locale={locale} />
      </PageFrame>
    )
  })
}
