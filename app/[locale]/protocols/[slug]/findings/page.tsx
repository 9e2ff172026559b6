import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProtocolFindings } from '@/components/findings/ProtocolFindings'
import { PageFrame } from '@/components/frame/PageFrame'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { loadFindingViews } from '@/lib/pipeline/editions/loadFindingViews'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toProtocolMetadata } from '../../../../metadata'
import { toLocale } from '../../../../question'
import { findProtocol } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
}

const title = { en: (name: string) => `What the claims come to for ${name}`, de: (name: string) => `Was die Behauptungen für ${name} ergeben` }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/findings', title)
}

export default async function FindingsPage({ params }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/findings`
  return answer(locale, path, async () => {
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const { findings, views } = await loadFindingViews(sharedDatabase(), slug, locale)
    return (
      <PageFrame locale={locale} path={path}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="findings" query={{}} locale={locale} />
        <ProtocolFindings name={protocol.name} slug={slug} findings={findings} views={views} locale={locale} />
      </PageFrame>
    )
  })
}
