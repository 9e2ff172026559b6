import type { MetadataRoute } from 'next'
import { loadProposalNames } from '@/db/decidedProposals'
import { loadImportWords } from '@/db/imports'
import { loadPools } from '@/db/pools'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import { toProposalWord } from '@/lib/domain/proposalWord'
import { locales } from '@/lib/domain/text'
import { toChartPath, toChartPlaces } from '@/lib/publish/chartName'
import { toHref } from '@/lib/views/href'
import { saysNoDatabase, sharedDatabase } from './database'
import { readOrigin } from './origin'

/** Every page in every language, the page of every chart among them. Without a database: the pages that stand without one. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await readOrigin()
  const protocols = await loadFollowed()
  const proposals = await Promise.all(protocols.map(async ({ slug }) => (await loadProposalNames(sharedDatabase(), slug)).map((name) => `/protocols/${slug}/proposals/${toProposalWord(name)}`)))
  const pages = protocols.flatMap(({ slug }) => ['', '/owners', '/power', '/proposals', '/control', '/liquidity', '/profits', '/holders', '/changes', '/findings'].map((page) => `/protocols/${slug}${page}`))
  const markets = (await Promise.all(protocols.map(async ({ slug }) => (await loadPools(sharedDatabase(), slug)).map(({ facts: { address } }) => ({ protocol: slug, address }))))).flat()
  const lists = (await Promise.all(protocols.map(async ({ slug, tokenId }) => (await loadImportWords(sharedDatabase(), tokenId)).map((list) => ({ protocol: slug, ...list }))))).flat()
  const paths = ['/', '/paradox', '/compare', '/superusers', '/method', '/data', '/data/api', ...pages, ...proposals.flat(), ...toChartPlaces(protocols, [], [], markets, lists).map((place) => toChartPath(place))]
  const at = (locale: (typeof locales)[number], path: string) => new URL(toHref(locale, path), origin).href
  return paths.flatMap((path) =>
    locales.map((locale) => ({
      url: at(locale, path),
      alternates: { languages: Object.fromEntries(locales.map((language) => [language, at(language, path)])) },
    })),
  )
}

async function loadFollowed(): Promise<TrackedProtocol[]> {
  try {
    return await loadProtocols(sharedDatabase())
  } catch (error) {
    if (saysNoDatabase(error)) return []
    throw error
  }
}
