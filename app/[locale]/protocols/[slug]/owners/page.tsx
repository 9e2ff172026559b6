import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { BasisLine } from '@/components/protocol/BasisLine'
import { LensSwitch } from '@/components/protocol/LensSwitch'
import { NoSnapshot } from '@/components/protocol/NoSnapshot'
import { Owners } from '@/components/protocol/Owners'
import { RuleSwitch } from '@/components/protocol/RuleSwitch'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toRuledLens } from '@/lib/ownership/ruledLens'
import { loadOwnerViews } from '@/lib/pipeline/editions/loadOwnerViews'
import { toBasis } from '@/lib/views/basis'
import { toLensQuery, toRulesQuery } from '@/lib/views/href'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toProtocolMetadata } from '../../../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../../../question'
import { findProtocol, findSubject } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `Who stands behind the addresses of ${name}`, de: (name: string) => `Wer hinter den Adressen von ${name} steht` }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/owners', title)
}

export default async function OwnersPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/owners`
  return answer(locale, path, async () => {
    const { lens, rules } = await readQuestion(pageQuestion.pick({ lens: true, rules: true }), searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const query = { ...toLensQuery(lens), ...toRulesQuery(rules) }
    const [subject, views] = await Promise.all([
      findSubject(protocol.token, protocol.tokenId, lens, null),
      loadOwnerViews(sharedDatabase(), slug, lens, locale, rules),
    ])
    return (
      <PageFrame locale={locale} path={path} query={query}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="owners" query={query} locale={locale} />
        {!subject ? <NoSnapshot locale={locale} /> : (
          <>
            <LensSwitch lenses={subject.lenses} current={toRuledLens(subject.lens, rules)} path={path} query={query} locale={locale} />
            {subject.lens.mergesEntities && <RuleSwitch rules={rules} path={path} query={query} locale={locale} />}
            <BasisLine basis={toBasis(subject, locale)} locale={locale} />
            <Owners views={views} slug={slug} query={query} locale={locale} />
          </>
        )}
      </PageFrame>
    )
  })
}
