import { toChartPath } from '@/lib/publish/chartName'
import { toFrame } from '@/lib/publish/embedCode'
import { toHref } from '@/lib/views/href'
import { toEmbedHeight } from './embedHeight'
import { toPageQuery, toViewQuery, type Publication } from './publication'

/** Where oEmbed tells of a chart as it is looked at. */
export function toOembedAddress({ place, fixedPlace, fixed, edition: { question }, view: { locale } }: Publication, origin: URL): string {
  const query = toPageQuery(question)
  const url = new URL(toHref(locale, toChartPath(fixed ? fixedPlace : place), query), origin).href
  return new URL(`/api/oembed?${new URLSearchParams({ url, format: 'json' })}`, origin).href
}

/** As wide as most columns of text, where nobody says how wide. */
const usual = 700
/** A smaller picture of a chart cannot be read. */
const least = { width: 200, height: 150 }

/** What oEmbed 1.0 says of a chart: a frame within the size that was asked for, and a picture within it too where one can be read. */
export function toOembed(publication: Publication, origin: URL, most: { width: number | null; height: number | null }): Record<string, unknown> {
  const { view, place, fixedPlace, fixed, query, edition: { question } } = publication
  const addressed = fixed ? fixedPlace : place
  const width = Math.min(usual, most.width ?? usual)
  const height = Math.min(toEmbedHeight(view, width), most.height ?? Infinity)
  const address = new URL(toChartPath(addressed, null, '/embed') + query, origin).href
  const thumbnail = { width: Math.min(1200, most.width ?? 1200), height: 0 }
  thumbnail.height = Math.min(Math.round(thumbnail.width * 0.525), most.height ?? Infinity)
  const seen = thumbnail.width >= least.width && thumbnail.height >= least.height
  return {
    version: '1.0',
    type: 'rich',
    title: view.title,
    author_name: 'Lorenz',
    provider_name: 'Lorenz',
    provider_url: origin.href,
    cache_age: fixed ? 31_536_000 : 300,
    html: toFrame({ address, title: view.title, width, height }),
    width,
    height,
    ...(seen ? {
      thumbnail_url: new URL(toChartPath(addressed, 'png') + toViewQuery(question, view.locale, { width: String(thumbnail.width), height: String(thumbnail.height) }), origin).href,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    } : {}),
  }
}
