import type { Metadata } from 'next'
import { locales, type Locale, type Text } from '@/lib/domain/text'
import { toHref, type Query } from '@/lib/views/href'
import { saysNoDatabase } from './database'
import { readOrigin } from './origin'
import { findProtocol } from './subject'

/**
 * Title, description, the same page in the other language, and the feed of what is new.
 *
 * @param feed the path of the feed that belongs to the page
 */
export async function toMetadata(locale: Locale, path: string, title: Text, description: Text, query: Query = {}, feed = '/feed.atom'): Promise<Metadata> {
  const origin = await readOrigin()
  const at = (language: Locale) => new URL(toHref(language, path, query), origin).href
  return {
    metadataBase: origin,
    title: `${title[locale]} · Lorenz`,
    description: description[locale],
    alternates: {
      canonical: at(locale),
      languages: { ...Object.fromEntries(locales.map((language) => [language, at(language)])), 'x-default': at('en') },
      types: { 'application/atom+xml': toHref('en', feed, { lang: locale === 'en' ? null : locale }) },
    },
  }
}

/**
 * The metadata of a page of a protocol. Without a database, or without the protocol, the page itself says so; its title is then plain.
 *
 * @param page the path under the protocol, as in '/holders'
 */
export async function toProtocolMetadata(
  locale: Locale,
  slug: string,
  page: string,
  title: Record<Locale, (name: string) => string>,
): Promise<Metadata> {
  const protocol = await findProtocol(slug).catch((error: unknown) => {
    if (saysNoDatabase(error)) return null
    throw error
  })
  if (!protocol) return { title: `${slug} · Lorenz`, robots: { index: false } }
  const titles = { en: title.en(protocol.name), de: title.de(protocol.name) }
  const { name, token } = protocol
  return toMetadata(locale, `/protocols/${slug}${page}`, titles, {
    en: `Concentration of ${name} (${token.symbol}), from the chain: Gini, Nakamoto, largest holders, liquidity, with block, date and lens.`,
    de: `Konzentration von ${name} (${token.symbol}), von der Chain gelesen: Gini, Nakamoto, größte Halter, Liquidität, mit Block, Datum und Sicht.`,
  }, {}, `/protocols/${slug}/feed.atom`)
}
