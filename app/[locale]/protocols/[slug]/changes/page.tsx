import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PeriodForm } from '@/components/forms/PeriodForm'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import { Changes } from '@/components/protocol/Changes'
import { LensSwitch } from '@/components/protocol/LensSwitch'
import { NoSnapshot } from '@/components/protocol/NoSnapshot'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { RuleSwitch } from '@/components/protocol/RuleSwitch'
import { loadReach } from '@/db/history'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { lenses, toLens } from '@/lib/ownership/lenses'
import { toRuledLens } from '@/lib/ownership/ruledLens'
import { toChangeRows, toChangesBasis } from '@/lib/pipeline/describeChanges'
import { loadHolderChanges } from '@/lib/pipeline/loadHolderChanges'
import { toChartPath } from '@/lib/publish/chartName'
import { changeKinds, changesSummary, changesTable, momentsTable, toKindName } from '@/lib/views/changesTables'
import { toHref, toLensQuery, toRulesQuery, type Query } from '@/lib/views/href'
import { toPageView } from '@/lib/views/pageView'
import { toPeriod, toProblemText } from '@/lib/views/period'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toProtocolMetadata } from '../../../../metadata'
import { changesQuestion, readQuestion, toLocale, type SearchParams } from '../../../../question'
import { findProtocol } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `Who came and who left: ${name}`, de: (name: string) => `Wer kam und wer ging: ${name}` }
const wrongDays = { en: 'These days cannot be compared', de: 'Diese Tage lassen sich nicht vergleichen' }
const shown = 25

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/changes', title)
}

export default async function ChangesPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/changes`
  return answer(locale, path, async () => {
    const { lens: lensId, rules, from, to } = await readQuestion(changesQuestion, searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const base = { ...toLensQuery(lensId), ...toRulesQuery(rules) }
    const query: Query = { ...base, from, to }
    const head = <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="changes" query={base} locale={locale} />
    const reach = await loadReach(sharedDatabase(), protocol.tokenId)
    if (!reach) return <PageFrame locale={locale} path={path} query={query}>{head}<NoSnapshot locale={locale} /></PageFrame>

    const lens = toRuledLens(toLens(lensId), rules)
    const period = toPeriod({ from, to }, reach)
    const isWrong = 'problem' in period
    const found = isWrong ? null : await loadHolderChanges(sharedDatabase(), rules ? { ...protocol, rules } : protocol, lens, period)
    const choice = (
      <>
        <LensSwitch lenses={lenses} current={lens} path={path} query={{ ...toRulesQuery(rules), from, to }} locale={locale} />
        {lens.mergesEntities && <RuleSwitch rules={rules} path={path} query={{ ...base, from, to }} locale={locale} />}
        <PeriodForm action={toHref(locale, path)} period={isWrong ? reach : period} reach={reach} keep={base} locale={locale} />
      </>
    )
    if (isWrong || !found)
      return (
        <PageFrame locale={locale} path={path} query={query}>
          {head}{choice}
          {isWrong ? <Notice title={wrongDays[locale]} tone="bad"><p>{toProblemText(period, locale)}</p></Notice> : <NoSnapshot locale={locale} />}
        </PageFrame>
      )

    const basis = toChangesBasis(found, protocol, lens, locale)
    const lists = changeKinds.map((id) => ({
      id,
      title: toKindName(id, locale),
      extent: toPageView({ page: 1, pageSize: shown, matched: found.changes[id].length }, () => '', locale).text,
      table: changesTable(id, toChangeRows(found.changes[id].slice(0, shown), protocol), basis, locale),
    }))
    return (
      <PageFrame locale={locale} path={path} query={query}>
        {head}{choice}
        <Changes
          moments={momentsTable(basis, locale)} summary={changesSummary(found.changes, basis, locale)} lists={lists}
          pageOf={(id) => toHref(locale, toChartPath({ protocol: slug, id }), { ...base, ...period })} slug={slug} query={{ ...base, ...period }} locale={locale}
        />
      </PageFrame>
    )
  })
}
