import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { Control } from '@/components/protocol/Control'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { loadControlViews } from '@/lib/pipeline/editions/loadControlViews'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toProtocolMetadata } from '../../../../metadata'
import { toLocale } from '../../../../question'
import { findProtocol } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
}

const title = { en: (name: string) => `Who has the keys of ${name}`, de: (name: string) => `Wer die Schlüssel von ${name} hat` }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/control', title)
}

export default async function ControlPage({ params }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/control`
  return answer(locale, path, async () => {
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const views = await loadControlViews(sharedDatabase(), slug, locale)
    return (
      <PageFrame locale={locale} path={path}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="control" query={{}} locale={locale} />
        <Control views={views} slug={slug} locale={locale} />
      </PageFrame>
    )
  })
}
