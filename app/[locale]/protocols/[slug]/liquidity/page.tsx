import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import { marketCharts, Markets } from '@/components/protocol/Markets'
import { PoolSection, type PoolSectionProps } from '@/components/protocol/PoolSection'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import type { TrackedProtocol } from '@/db/protocols'
import { loadReserves } from '@/db/snapshots'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { LensId } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { metrics } from '@/lib/metrics/registry'
import { loadMarketViews } from '@/lib/pipeline/editions/loadMarketViews'
import { toChartPath } from '@/lib/publish/chartName'
import { auditView } from '@/lib/views/auditView'
import { toBasis } from '@/lib/views/basis'
import { toHref, toLensQuery, type Query } from '@/lib/views/href'
import { lorenz } from '@/lib/views/lorenz'
import { headlineFigures, metricsTable } from '@/lib/views/metricsTable'
import { poolName, reservesText, providersTable } from '@/lib/views/providersTable'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toLedger } from '@/lib/pipeline/ledger'
import { loadHolderPage } from '@/lib/pipeline/loadHolderPage'
import { toHolderRow } from '../../../../holderRows'
import { toProtocolMetadata } from '../../../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../../../question'
import { findProtocol, findSubject } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `Who provides the liquidity of ${name}`, de: (name: string) => `Wer die Liquidität von ${name} stellt` }
const words = {
  en: { none: 'No pools are followed', noneText: 'For this protocol no liquidity pool with a ledger of its own is known to this installation.' },
  de: { none: 'Keine Pools verfolgt', noneText: 'Für dieses Protokoll kennt diese Installation keinen Liquiditätspool mit eigenem Hauptbuch.' },
} as const
const providersShown = 50

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/liquidity', title)
}

export default async function LiquidityPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/liquidity`
  return answer(locale, path, async () => {
    const { lens } = await readQuestion(pageQuestion, searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const query: Query = toLensQuery(lens)
    const [pools, markets] = await Promise.all([
      Promise.all(protocol.pools.map((pool) => toSection(protocol, pool, lens, locale))),
      loadMarketViews(sharedDatabase(), protocol, marketCharts, null, locale),
    ])
    return (
      <PageFrame locale={locale} path={path} query={query}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="liquidity" query={query} locale={locale} />
        {pools.length + markets.length === 0 && <Notice title={words[locale].none}><p>{words[locale].noneText}</p></Notice>}
        {pools.map((pool) => <PoolSection key={pool.address} {...pool} path={path} locale={locale} />)}
        <Markets markets={markets} slug={slug} locale={locale} />
      </PageFrame>
    )
  })
}

type Section = Omit<PoolSectionProps, 'path' | 'locale'>

const toPageOf = (slug: string, pool: string, lens: LensId, locale: Locale) => (id: string) => toHref(locale, toChartPath({ protocol: slug, id, pool }), id === 'auditTable' ? {} : toLensQuery(lens))

async function toSection(protocol: TrackedProtocol, pool: TrackedProtocol['pools'][number], lensId: LensId, locale: Locale): Promise<Section> {
  const { lpToken, tokenId, source } = pool
  const address = toChecksumAddress(lpToken.address)
  const pageOf = toPageOf(protocol.slug, lpToken.address, lensId, locale)
  const subject = await findSubject(lpToken, tokenId, lensId, null)
  if (!subject) return { slug: protocol.slug, name: lpToken.name, address, source, pageOf, measured: null }
  const { snapshot, lens, lenses, measurement } = subject
  const database = sharedDatabase()
  const [reserves, { rows, matched }] = await Promise.all([
    loadReserves(database, snapshot.id),
    loadHolderPage(database, toLedger(protocol, lpToken.address)!, { snapshot, lens, offset: 0, limit: providersShown }),
  ])
  const basis = toBasis(subject, locale)
  const name = poolName(lpToken, reserves)
  return {
    slug: protocol.slug,
    name,
    address,
    source,
    pageOf,
    measured: {
      lens,
      lenses,
      basis,
      reserves: reserves && reservesText(reserves, locale),
      figures: headlineFigures(metrics, measurement, locale),
      audit: auditView(snapshot, lpToken, toChecksumAddress, locale),
      chart: lorenz(measurement, basis, { id: `poolLorenz-${lpToken.address}`, name, people: 'providers' }, locale),
      // Under every lens a provider's part of the reserves is taken of all LP tokens: that is what burning them would pay out.
      providers: providersTable(rows.map(toHolderRow), { denominator: measurement.denominator, supply: snapshot.supply, reserves }, locale),
      matched,
      metrics: metricsTable(metrics, measurement, locale),
    },
  }
}
