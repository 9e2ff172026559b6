import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { SuperusersPage } from '@/components/superusers/SuperusersPage'
import { headlineLens } from '@/lib/ownership/lenses'
import { toEmptyLoaded } from '@/lib/pipeline/editions/emptyLoaded'
import { loadSuperusers } from '@/lib/pipeline/superusers/loadSuperusers'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols, charts } from '@/lib/publish/charts'
import { toHref } from '@/lib/views/href'
import { answer } from '../../answer'
import { sharedDatabase } from '../../database'
import { toMetadata } from '../../metadata'
import { toLocale } from '../../question'

interface PageProps {
  params: Promise<{ locale: string }>
}

const path = '/superusers'
const title = { en: 'Who is large everywhere', de: 'Wer überall groß ist' }
const description = {
  en: 'Superusers: accounts that are among the largest holders of several protocols, or large providers of several pools, and whether protocols share more of their largest holders than chance would give.',
  de: 'Großnutzer: Konten, die bei mehreren Protokollen zu den größten Haltern gehören oder in mehreren Pools große Anbieter sind, und ob Protokolle mehr ihrer größten Halter teilen, als der Zufall ergäbe.',
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', path, title, description)
}

export default async function SuperusersRoute({ params }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, path, async () => {
    const loaded = { ...toEmptyLoaded(headlineLens), superusers: await loadSuperusers(sharedDatabase()) }
    const views = charts.filter(({ needs }) => needs.includes('superusers')).flatMap((chart) => chart.view(loaded, locale) ?? [])
    return (
      <PageFrame locale={locale} path={path}>
        <PageHead title={title[locale]} lead={description[locale]} />
        <SuperusersPage views={Object.fromEntries(views.map((view) => [view.id, view]))} pageOf={(id) => toHref(locale, toChartPath({ protocol: allProtocols, id }))} locale={locale} />
      </PageFrame>
    )
  })
}
