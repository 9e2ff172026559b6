import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageFrame } from '@/components/frame/PageFrame'
import { ChartPage } from '@/components/publication/ChartPage'
import { NoEditionError } from '@/lib/pipeline/editions/loadEdition'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { lenses, toLens } from '@/lib/ownership/lenses'
import { takesRules } from '@/lib/publish/charts'
import { readChartName, toChartPath } from '@/lib/publish/chartName'
import type { Locale } from '@/lib/domain/text'
import { toComparisonQuery } from '@/lib/views/comparison/chosenProtocols'
import { toTimestamp } from '@/lib/views/day'
import { formatDate } from '@/lib/views/format'
import { toLensQuery } from '@/lib/views/href'
import { toDailyLens } from '@/lib/views/lensChoices'
import { answer } from '../../../../answer'
import { toCitationSnippets, toDownloads, toEmbeds, toParticulars } from '../../../../charts/chartPageWords'
import { toChartMetadata } from '../../../../charts/chartMetadata'
import { toDataset } from '../../../../charts/dataset'
import { loadPublication, toPageQuery, type Publication } from '../../../../charts/publication'
import { chartPageQuestion } from '../../../../charts/question'
import { saysNoDatabase } from '../../../../database'
import { readOrigin } from '../../../../origin'
import { comparePath, compareTitle } from '../../../compare/words'
import { readQuestion, toLocale, type SearchParams } from '../../../../question'

interface PageProps {
  params: Promise<{ locale: string; protocol: string; chart: string }>
  searchParams: SearchParams
}

/** The chart that an address asks for; null where there is none. */
const findPublication = cache(async (locale: Locale, protocol: string, name: string, searchParams: SearchParams): Promise<Publication | null> => {
  const question = await readQuestion(chartPageQuestion, searchParams)
  try {
    const chart = readChartName(protocol, decodeURIComponent(name))?.chart
    // Programs are told that there is none; people see the closest lens that has days, named.
    const lens = chart?.days ? (toDailyLens(toLens(question.lens), lenses)?.id ?? question.lens) : question.lens
    return await loadPublication({ protocol, name: decodeURIComponent(name), ...question, lens }, locale, await readOrigin())
  } catch (error) {
    if (error instanceof NoEditionError || error instanceof URIError) return null
    throw error
  }
})

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { locale: language, protocol, chart } = await params
  const locale = toLocale(language) ?? 'en'
  const publication = await findPublication(locale, protocol, chart, searchParams).catch((error: unknown) => {
    if (saysNoDatabase(error)) return null
    throw error
  })
  return publication ? toChartMetadata(publication, await readOrigin()) : { title: 'Lorenz', robots: { index: false } }
}

export default async function ChartRoute({ params, searchParams }: PageProps) {
  const { locale: language, protocol: slug, chart: name } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  return answer(locale, `/charts/${slug}/${name}`, async () => {
    const publication = await findPublication(locale, slug, name, searchParams)
    if (!publication) notFound()
    const { edition: { chart, protocol, account, list, snapshot, loaded, question }, place, fixedPlace, lastFixed, fixed, view } = publication
    const origin = await readOrigin()
    const holder = account && toChecksumAddress(account)
    const subject = protocol ? { name: protocol.name, path: `/protocols/${protocol.slug}` } : holder ? { name: holder, path: `/accounts/${holder}` } : chart.chooses ? { name: compareTitle[locale], path: comparePath, query: { ...toLensQuery(question.lens), ...toComparisonQuery(question) } } : null
    const path = toChartPath(fixed ? fixedPlace : place)
    const query = toPageQuery(question)
    const offered = list ? lenses.filter(({ id }) => snapshot?.measurements.some(({ lens }) => lens === id)) : chart.days ? lenses.filter(({ daily }) => daily) : lenses
    return (
      <PageFrame locale={locale} path={path} query={query}>
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toDataset(publication, origin) }} />
        <ChartPage
          view={view} subject={subject} path={path} query={query} lens={loaded.lens} lenses={chart.lenses ? offered : []} rules={protocol && takesRules(chart) && loaded.lens.mergesEntities ? question.rules ?? null : undefined} newest={fixed ? toChartPath(place) : null} lastFixed={lastFixed && { path: toChartPath(lastFixed.place), day: formatDate(toTimestamp(lastFixed.day), locale) }} currency={chart.currencies && loaded.market ? loaded.market.currency : undefined}
          downloads={toDownloads(publication)} embeds={toEmbeds(publication, origin)} citations={toCitationSnippets(publication)} particulars={toParticulars(publication)}
        />
      </PageFrame>
    )
  })
}
