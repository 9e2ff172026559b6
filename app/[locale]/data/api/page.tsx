import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Resources } from '@/components/data/Resources'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { Section } from '@/components/frame/Section'
import method from '@/components/method/Method.module.css'
import { loadProtocols } from '@/db/protocols'
import { problemKinds, type ProblemKind } from '@/lib/publish/problem'
import { toHref } from '@/lib/views/href'
import { describe } from '../../../api/v1/openApi'
import { resources } from '../../../api/v1/resources/registry'
import { answer } from '../../../answer'
import { sharedDatabase } from '../../../database'
import { toMetadata } from '../../../metadata'
import { toLocale } from '../../../question'
import { dataWords } from '../words'
import { apiWords, germanParameters, problemTexts } from './words'

interface PageProps {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', '/data/api', apiWords.title, apiWords.lead)
}

export default async function ApiPage({ params }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, '/data/api', async () => {
    const word = apiWords[locale]
    const slug = (await loadProtocols(sharedDatabase()))[0]?.slug ?? 'uniswap'
    const described = resources.map((resource) => describe(resource, slug)).map((resource) => ({
      ...resource,
      parameters: resource.parameters.map(({ name, place, values, description }) => ({ name, place, values, meaning: (locale === 'de' && germanParameters[name]) || description })),
    }))
    return (
      <PageFrame locale={locale} path="/data/api">
        <PageHead title={apiWords.title[locale]} lead={apiWords.lead[locale]} above={<p><a href={toHref(locale, '/data')}>{dataWords.title[locale]}</a></p>} />
        <Section id="rules" title={word.rules}>
          {word.rulesText.map((text) => <p key={text}>{text}</p>)}
          <p><a href="/api/openapi.json">{word.document}</a></p>
        </Section>
        <Resources resources={described} locale={locale} />
        <Section id="problems" title={word.problems} lead={word.problemsLead}>
          <dl className={method.entries}>
            {(Object.keys(problemKinds) as ProblemKind[]).map((kind) => (
              <div key={kind} id={kind} className={method.entry}>
                <dt>{problemKinds[kind].status} <code>{kind}</code></dt>
                <dd>{problemTexts[kind][locale]}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </PageFrame>
    )
  })
}
