import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { Concentration } from '@/components/protocol/Concentration'
import { History } from '@/components/protocol/History'
import { NoSnapshot } from '@/components/protocol/NoSnapshot'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { SubjectHead } from '@/components/protocol/SubjectHead'
import { Imports } from '@/components/protocol/Imports'
import { loadHistory } from '@/db/history'
import { loadImports } from '@/db/snapshots'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { toListWord } from '@/lib/domain/listWord'
import { metrics, toMetric } from '@/lib/metrics/registry'
import { toLens } from '@/lib/ownership/lenses'
import { toChartPath } from '@/lib/publish/chartName'
import { findChart, takesRules } from '@/lib/publish/charts'
import { auditView } from '@/lib/views/auditView'
import { toBasis } from '@/lib/views/basis'
import { concentrationOverTime, historyMetricIds } from '@/lib/views/concentrationOverTime'
import { excludedTable } from '@/lib/views/excludedTable'
import { toHref, toLensQuery, toRulesQuery, type Query } from '@/lib/views/href'
import { importsTable } from '@/lib/views/importsTable'
import { largestHolders } from '@/lib/views/largestHolders'
import { unresolvedNote } from '@/lib/views/unresolvedNote'
import { lorenz } from '@/lib/views/lorenz'
import { toHeadlineBands } from '@/lib/views/headlineBands'
import { toDailyLens } from '@/lib/views/lensChoices'
import { headlineFigures, headlineMetricIds, metricsTable } from '@/lib/views/metricsTable'
import { answer } from '../../../answer'
import { sharedDatabase } from '../../../database'
import { loadHeadlineBands } from '@/lib/pipeline/editions/loadHeadlineBands'
import { toLedger } from '@/lib/pipeline/ledger'
import { loadHolderPage } from '@/lib/pipeline/loadHolderPage'
import { toHolderRow } from '../../../holderRows'
import { toProtocolMetadata } from '../../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../../question'
import { findProtocol, findSubject, underRules } from '../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `Who holds ${name}`, de: (name: string) => `Wem ${name} gehört` }
const barsShown = 15

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '', title)
}

export default async function OwnershipPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}`
  return answer(locale, path, async () => {
    const { lens: lensId, rules, snapshot: snapshotId } = await readQuestion(pageQuestion, searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const database = sharedDatabase()
    const query: Query = { ...toLensQuery(lensId), ...toRulesQuery(rules), snapshot: snapshotId }
    const [found, history, imports] = await Promise.all([
      findSubject(protocol.token, protocol.tokenId, lensId, snapshotId),
      loadHistory(database, protocol.tokenId, lensId, { metricIds: historyMetricIds }),
      loadImports(database, protocol.tokenId),
    ])
    if (snapshotId !== null && !found) notFound()
    const file = found?.snapshot.file
    const list = found && file ? toListWord(found.snapshot.day, file.sha256) : null
    const ofRules = (id: string) => (list === null && takesRules(findChart(id, 'token')!) ? toRulesQuery(rules) : {})
    const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: slug, id, list }), { ...toLensQuery(list === null ? lensId : found!.lens.id), ...ofRules(id) })
    const importsHref = (id: number) => toHref(locale, path, { ...toLensQuery(lensId), snapshot: id })
    const imported = <Imports table={importsTable(imports, ({ id }) => importsHref(id), toLens(lensId), headlineMetricIds.map(toMetric), locale)} page={toHref(locale, toChartPath({ protocol: slug, id: 'importsTable' }), toLensQuery(lensId))} locale={locale} />
    const head = <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="ownership" query={query} locale={locale} />
    if (!found) return <PageFrame locale={locale} path={path} query={query}>{head}<NoSnapshot locale={locale} />{imported}</PageFrame>

    const usual = toLedger(protocol, null)!
    const ruled = rules && found.lens.mergesEntities ? await underRules(found, usual, rules) : null
    const { subject, ledger } = ruled ?? { subject: found, ledger: usual }
    const { token, snapshot, lens, measurement } = subject
    const basis = toBasis(subject, locale)
    const [{ rows }, bands] = await Promise.all([
      loadHolderPage(database, ledger, { snapshot, lens, offset: 0, limit: barsShown }),
      loadHeadlineBands(database, ledger, snapshot, lens),
    ])
    const values = Object.fromEntries(Object.entries(measurement.metrics).map(([id, result]) => [id, result.status === 'ok' ? result.value : undefined]))
    const charts = [
      lorenz(measurement, basis, { name: token.symbol, people: 'holders' }, locale),
      largestHolders(rows.map(toHolderRow), measurement.denominator, basis, token.symbol, locale),
    ].filter((chart) => chart !== null)
    const overTime = historyMetricIds.map((id) => concentrationOverTime(history, toMetric(id), found.lens, locale, { unresolved: unresolvedNote(found.lens, found.measurement, locale), published: protocol.published }))
    return (
      <PageFrame locale={locale} path={path} query={query}>
        {head}
        <SubjectHead
          subject={subject} basis={basis} figures={headlineFigures(metrics, measurement, locale)} bands={toHeadlineBands(bands, values, metrics, locale)} path={path} query={query}
          bandPage={list !== null ? pageOf('bandTable') : `${toHref(locale, `${path}/owners`, { ...toLensQuery(lens.id), ...toRulesQuery(rules) })}#band`}
          auditPage={snapshot.origin === 'imported' ? null : toHref(locale, toChartPath({ protocol: slug, id: 'auditTable' }))}
          rules={snapshot.origin !== 'imported' && lens.mergesEntities ? rules : undefined}
          audit={auditView(snapshot, token, toChecksumAddress, locale)} locale={locale} newest={toHref(locale, path, toLensQuery(lens.id))}
        />
        <Concentration
          charts={charts} pageOf={pageOf} metrics={metricsTable(metrics, measurement, locale)} excluded={excludedTable(measurement, token, locale)}
          basis={basis} slug={slug} query={query} locale={locale}
        />
        {snapshot.origin !== 'imported' && <History pageOf={pageOf} charts={history.length > 0 ? overTime : []} other={toDailyLens(lens, subject.lenses)} ruled={ruled !== null} path={path} slug={slug} query={{ ...query, rules: null }} locale={locale} />}
        {imported}
      </PageFrame>
    )
  })
}
