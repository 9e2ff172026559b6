import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { CurrencySwitch } from '@/components/protocol/CurrencySwitch'
import { Farming } from '@/components/protocol/Farming'
import { Losses } from '@/components/protocol/Losses'
import { profitCharts, Profits } from '@/components/protocol/Profits'
import { ProtocolHead } from '@/components/protocol/ProtocolHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { loadFarmingViews } from '@/lib/pipeline/editions/loadFarmingViews'
import { loadMarketViews } from '@/lib/pipeline/editions/loadMarketViews'
import { answer } from '../../../../answer'
import { sharedDatabase } from '../../../../database'
import { toProtocolMetadata } from '../../../../metadata'
import { profitsQuestion, readQuestion, toLocale, type SearchParams } from '../../../../question'
import { findProtocol } from '../../../../subject'

interface PageProps {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

const title = { en: (name: string) => `Who earns at ${name}`, de: (name: string) => `Wer bei ${name} verdient` }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params
  return toProtocolMetadata(toLocale(locale) ?? 'en', slug, '/profits', title)
}

export default async function ProfitsPage({ params, searchParams }: PageProps) {
  const { locale: language, slug } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  const path = `/protocols/${slug}/profits`
  return answer(locale, path, async () => {
    const { currency } = await readQuestion(profitsQuestion, searchParams)
    const protocol = await findProtocol(slug)
    if (!protocol) notFound()
    const [markets, rewards] = await Promise.all([loadMarketViews(sharedDatabase(), protocol, profitCharts, currency, locale), loadFarmingViews(sharedDatabase(), slug, locale)])
    const told = [...new Set(markets.flatMap((market) => market.currency ?? []))]
    return (
      <PageFrame locale={locale} path={path} query={{ currency }}>
        <ProtocolHead protocol={protocol} address={toChecksumAddress(protocol.token.address)} page="profits" query={{}} locale={locale} />
        {told.length > 0 && <CurrencySwitch current={told.length === 1 ? told[0]! : null} path={path} locale={locale} />}
        <Profits markets={markets} slug={slug} query={{ currency }} locale={locale} />
        <Farming views={rewards} slug={slug} locale={locale} />
        <Losses views={rewards} slug={slug} locale={locale} />
      </PageFrame>
    )
  })
}
