import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { Blocs } from '@/components/method/Blocs'
import { Cohorts } from '@/components/method/Cohorts'
import { Comparison } from '@/components/method/Comparison'
import { Contents } from '@/components/method/Contents'
import { Keys } from '@/components/method/Keys'
import { Decisions } from '@/components/method/Decisions'
import { Farming } from '@/components/method/Farming'
import { Findings } from '@/components/method/Findings'
import { Lenses } from '@/components/method/Lenses'
import { Measures } from '@/components/method/Measures'
import { Networks } from '@/components/method/Networks'
import { Power } from '@/components/method/Power'
import { Principles } from '@/components/method/Principles'
import { Profits } from '@/components/method/Profits'
import { Protocols } from '@/components/method/Protocols'
import { Superusers } from '@/components/method/Superusers'
import { Through } from '@/components/method/Through'
import { Trends } from '@/components/method/Trends'
import { loadProtocols } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { theses } from '@/lib/findings/registry'
import { metrics } from '@/lib/metrics/registry'
import { entityRules } from '@/lib/ownership/entities/registry'
import { headlineLens } from '@/lib/ownership/lenses'
import { sources } from '@/lib/sources/registry'
import { answer } from '../../answer'
import { sharedDatabase } from '../../database'
import { toMetadata } from '../../metadata'
import { toLocale } from '../../question'

interface PageProps {
  params: Promise<{ locale: string }>
}

const title = { en: 'How the figures are made', de: 'Wie die Zahlen entstehen' }
const description = {
  en: 'What is read, what counts as a holder, what each measure asks, and what is not known.',
  de: 'Was gelesen wird, was als Halter zählt, was jedes Maß fragt und was nicht bekannt ist.',
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', '/method', title, description)
}

export default async function MethodPage({ params }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, '/method', async () => {
    const protocols = await loadProtocols(sharedDatabase())
    return (
      <PageFrame locale={locale} path="/method">
        <PageHead title={title[locale]} lead={description[locale]} />
        <Contents locale={locale} />
        <Principles locale={locale} />
        <Lenses headline={headlineLens} locale={locale} />
        <Through sources={sources} entityRules={entityRules} locale={locale} />
        <Power locale={locale} />
        <Keys locale={locale} />
        <Decisions locale={locale} />
        <Profits locale={locale} />
        <Farming locale={locale} />
        <Networks locale={locale} />
        <Measures metrics={metrics} locale={locale} />
        <Blocs locale={locale} />
        <Trends locale={locale} />
        <Cohorts locale={locale} />
        <Superusers locale={locale} />
        <Comparison locale={locale} />
        <Findings theses={theses} locale={locale} />
        <Protocols protocols={protocols} displayAddress={toChecksumAddress} locale={locale} />
      </PageFrame>
    )
  })
}
