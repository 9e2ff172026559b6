import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ParadoxPage } from '@/components/findings/ParadoxPage'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { loadParadoxViews } from '@/lib/pipeline/editions/loadParadoxViews'
import { answer } from '../../answer'
import { sharedDatabase } from '../../database'
import { toMetadata } from '../../metadata'
import { toLocale } from '../../question'

interface PageProps {
  params: Promise<{ locale: string }>
}

const path = '/paradox'
const title = { en: 'The paradox, measured', de: 'Das Paradox, gemessen' }
const lead = {
  en: 'Decentralised finance promised power without a centre. An essay says that it ended in few hands all the same. Here each of its claims meets figures, by a rule that was written before the data, and may fail.',
  de: 'Dezentrale Finanzen versprachen Macht ohne Mitte. Ein Essay sagt, sie sei trotzdem in wenigen Händen gelandet. Hier trifft jede seiner Behauptungen auf Zahlen, nach einer Regel, die vor den Daten geschrieben wurde, und kann scheitern.',
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', path, title, lead)
}

export default async function ParadoxRoute({ params }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, path, async () => {
    const { findings, views } = await loadParadoxViews(sharedDatabase(), locale)
    return (
      <PageFrame locale={locale} path={path}>
        <PageHead title={title[locale]} lead={lead[locale]} />
        <ParadoxPage findings={findings} views={views} locale={locale} />
      </PageFrame>
    )
  })
}
