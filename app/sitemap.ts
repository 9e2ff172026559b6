import type { MetadataRoute } from 'next'
import { loadProtocols } from '@/db/protocols'
import { locales } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols, charts } from '@/lib/publish/charts'
import type { Scope } from '@/lib/publish/view'
import { toHref } from '@/lib/views/href'
import { saysNoDatabase, sharedDatabase } from './database'
import { readOrigin } from './origin'

/** Every page in every language. Without a database: the pages that stand without one. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await readOrigin()
  const slugs = await loadSlugs()
  const of = (scope: Scope, protocol: string) => charts.filter(({ scopes }) => scopes.includes(scope)).map(({ id }) => toChartPath({ protocol, id }))
  const ofProtocols = slugs.flatMap((slug) => [...['', '/liquidity', '/holders'].map((page) => `/protocols/${slug}${page}`), ...of('token', slug)])
  const paths = ['/', '/method', '/data', '/data/api', ...ofProtocols, ...of('all', allProtocols)]
  const at = (locale: (typeof locales)[number], path: string) => new URL(toHref(locale, path), origin).href
  return paths.flatMap((path) =>
    locales.map((locale) => ({
      url: at(locale, path),
      alternates: { languages: Object.fromEntries(locales.map((language) => [language, at(language, path)])) },
    })),
  )
}

async function loadSlugs(): Promise<string[]> {
  try {
    return (await loadProtocols(sharedDatabase())).map(({ slug }) => slug)
  } catch (error) {
    if (saysNoDatabase(error)) return []
    throw error
  }
}
