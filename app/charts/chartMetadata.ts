import type { Metadata } from 'next'
import { locales, type Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import { toHref } from '@/lib/views/href'
import { toOembedAddress } from './oembed'
import { presets } from './question'
import { toPageQuery, toViewQuery, type Publication } from './publication'

const openGraphLocales = { en: 'en_US', de: 'de_DE' } as const satisfies Record<Locale, string>

/** What others show of a chart's page: title, sentence, and the chart itself as it is looked at here. */
export function toChartMetadata(publication: Publication, origin: URL): Metadata {
  const { view, place, fixedPlace, fixed, edition: { question } } = publication
  const { locale, title, sentence } = view
  const addressed = fixed ? fixedPlace : place
  const query = toPageQuery(question)
  const at = (language: Locale, which = place) => new URL(toHref(language, toChartPath(which), query), origin).href
  const picture = (preset: 'og' | 'twitter') => new URL(toChartPath(addressed, 'png') + toViewQuery(question, locale, { preset }), origin).href
  const size = presets.og
  return {
    metadataBase: origin,
    title: `${title} · Lorenz`,
    description: sentence,
    alternates: {
      // What is fixed is found by its citation; search engines get the newest.
      canonical: at(locale),
      languages: { ...Object.fromEntries(locales.map((language) => [language, at(language)])), 'x-default': at('en') },
      types: { 'application/json+oembed': [{ url: toOembedAddress(publication, origin), title }] },
    },
    openGraph: {
      title, description: sentence, url: at(locale, addressed), type: 'article', siteName: 'Lorenz',
      locale: openGraphLocales[locale], alternateLocale: locales.filter((other) => other !== locale).map((other) => openGraphLocales[other]),
      images: [{ url: picture('og'), width: size.width, height: size.height, alt: sentence, type: 'image/png' }],
    },
    twitter: { card: 'summary_large_image', title, description: sentence, images: [{ url: picture('twitter'), alt: sentence }] },
  }
}
