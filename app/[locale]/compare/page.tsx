import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ComparisonForm } from '@/components/comparison/ComparisonForm'
import { ComparisonPage } from '@/components/comparison/ComparisonPage'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { LensSwitch } from '@/components/protocol/LensSwitch'
import { loadProtocols } from '@/db/protocols'
import { metrics } from '@/lib/metrics/registry'
import { lenses, toLens } from '@/lib/ownership/lenses'
import { loadComparisonViews } from '@/lib/pipeline/editions/loadComparisonViews'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols, findChart } from '@/lib/publish/charts'
import { toComparisonQuery, toTicked, usualMetric } from '@/lib/views/comparison/chosenProtocols'
import { toHref, toLensQuery } from '@/lib/views/href'
import { answer } from '../../answer'
import { sharedDatabase } from '../../database'
import { toMetadata } from '../../metadata'
import { compareQuestion, readQuestion, toLocale, type SearchParams } from '../../question'
import { compareDescription, comparePath, compareTitle } from './words'

interface PageProps {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', comparePath, compareTitle, compareDescription)
}

export default async function CompareRoute({ params, searchParams }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, comparePath, async () => {
    const { lens, metric } = await readQuestion(compareQuestion, searchParams)
    const database = sharedDatabase()
    const followed = await loadProtocols(database)
    // Boxes of one name come one by one, links have them joined.
    const { slugs: ticked, problem } = toTicked([(await searchParams).protocols ?? []].flat(), followed.map(({ slug }) => slug))
    const protocols = ticked.length > 0 ? ticked : null
    const { views, slugs, daily } = problem ? { views: {}, slugs: ticked, daily: lens } : await loadComparisonViews(database, { protocols, metric }, lens, locale)
    const query = { ...toLensQuery(lens), ...toComparisonQuery({ protocols, metric }) }
    const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: allProtocols, id }), {
      ...toLensQuery(id === 'compareOverTime' ? daily : lens), ...toComparisonQuery({ protocols, metric: findChart(id, 'all')?.chooses?.includes('metric') ? metric : null }),
    })
    return (
      <PageFrame locale={locale} path={comparePath} query={query}>
        <PageHead title={compareTitle[locale]} lead={compareDescription[locale]} />
        <ComparisonForm
          protocols={followed} chosen={slugs} metrics={metrics.map(({ id, name }) => ({ id, name: name[locale] }))} metric={metric ?? usualMetric} keep={toLensQuery(lens)} locale={locale}
        />
        <LensSwitch lenses={lenses} current={toLens(lens)} path={comparePath} query={query} locale={locale} />
        <ComparisonPage views={views} pageOf={pageOf} problem={problem} locale={locale} />
      </PageFrame>
    )
  })
}
