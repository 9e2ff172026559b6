import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProtocolFiles } from '@/components/data/ProtocolFiles'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { Section } from '@/components/frame/Section'
import { Snippets } from '@/components/publication/Snippets'
import { loadProtocols } from '@/db/protocols'
import { toChartPath } from '@/lib/publish/chartName'
import { charts } from '@/lib/publish/charts'
import { toSnippets } from '@/lib/publish/snippets'
import { toHref } from '@/lib/views/href'
import { answer } from '../../answer'
import { sharedDatabase } from '../../database'
import { toMetadata } from '../../metadata'
import { readOrigin } from '../../origin'
import { toLocale } from '../../question'
import { dataWords } from './words'

interface PageProps {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', '/data', dataWords.title, dataWords.lead)
}

export default async function DataPage({ params }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, '/data', async () => {
    const [protocols, origin] = [await loadProtocols(sharedDatabase()), await readOrigin()]
    const word = dataWords[locale]
    const ofToken = charts.filter(({ scopes }) => scopes.includes('token'))
    const listed = protocols.map(({ slug, name }) => ({
      slug,
      name,
      feed: toHref('en', `/protocols/${slug}/feed.atom`, { lang: locale === 'en' ? null : locale }),
      charts: ofToken.map(({ id, title }) => ({ title: title[locale], href: toChartPath({ protocol: slug, id }) })),
    }))
    return (
      <PageFrame locale={locale} path="/data">
        <PageHead title={dataWords.title[locale]} lead={dataWords.lead[locale]} />
        <Section id="addresses" title={word.addresses}>{word.addressesText.map((text) => <p key={text}>{text}</p>)}</Section>
        <Section id="snippets" title={word.snippets} lead={word.snippetsText}><Snippets snippets={toSnippets(origin.origin, protocols[0]?.slug ?? 'uniswap')} /></Section>
        <Section id="api" title={word.api}>
          <p>{word.apiText}</p>
          <p><a href={toHref(locale, '/data/api')}>{word.apiPage}</a> · <a href="/api/openapi.json">OpenAPI 3.1</a></p>
        </Section>
        <Section id="news" title={word.news}>
          <p>{word.newsText}</p>
          <p><a href={toHref('en', '/feed.atom', { lang: locale === 'en' ? null : locale })}>{word.feed}</a></p>
        </Section>
        <Section id="files" title={word.files} lead={word.filesText}><ProtocolFiles protocols={listed} locale={locale} /></Section>
        <Section id="licence" title={word.licence}><p>{word.licenceText}</p></Section>
      </PageFrame>
    )
  })
}
