import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { Contracts } from '@/components/status/Contracts'
import { Faults } from '@/components/status/Faults'
import { Ledgers } from '@/components/status/Ledgers'
import { Queue } from '@/components/status/Queue'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { contractsTable } from '@/lib/views/contractsTable'
import { incidentsTable, rejectionsTable } from '@/lib/views/faultTables'
import { ChartLink } from '@/components/publication/ChartLink'
import { toChartPath } from '@/lib/publish/chartName'
import { allProtocols } from '@/lib/publish/charts'
import { toHref } from '@/lib/views/href'
import { failuresTable, jobsTable, ledgersTable } from '@/lib/views/statusTables'
import { answer } from '../../answer'
import { toMetadata } from '../../metadata'
import { toLocale } from '../../question'
import { loadWorkState } from '../../workState'

interface PageProps {
  params: Promise<{ locale: string }>
}

const title = { en: 'How far everything is read', de: 'Wie weit alles gelesen ist' }
const description = {
  en: 'The last block of each token, whether the chain agrees, what is being read at this moment and what went wrong.',
  de: 'Der letzte Block jedes Tokens, ob die Chain dazu passt, was gerade gelesen wird und was schiefging.',
}
const words = {
  en: { empty: 'No protocol is followed yet', emptyText: 'npm start fills the database with the demo protocols; lorenz sync reads others from a chain.' },
  de: { empty: 'Noch wird kein Protokoll verfolgt', emptyText: 'npm start füllt die Datenbank mit den Demo-Protokollen; lorenz sync liest weitere von einer Chain.' },
} as const

/** For those who run this installation: it changes every minute and says nothing about DeFi. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { ...(await toMetadata(toLocale((await params).locale) ?? 'en', '/status', title, description)), robots: { index: false } }
}

export default async function StatusPage({ params }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  return answer(locale, '/status', async () => {
    const { ledgers, contracts, queue, incidents, rejections, names } = await loadWorkState()
    const word = words[locale]
    const pageOf = (id: string) => toHref(locale, toChartPath({ protocol: allProtocols, id }))
    return (
      <PageFrame locale={locale} path="/status">
        <PageHead title={title[locale]} lead={description[locale]} />
        {ledgers.length > 0 ? <><Ledgers table={ledgersTable(ledgers, names, locale)} /><ChartLink href={pageOf('ledgersTable')} locale={locale} /></> : <Notice title={word.empty}><p>{word.emptyText}</p></Notice>}
        {contracts.length > 0 && <Contracts table={contractsTable(contracts, names, toChecksumAddress, locale)} href={pageOf('contractsTable')} locale={locale} />}
        <Queue workers={queue.workers} jobs={jobsTable(queue, locale)} failures={failuresTable(queue, names, locale)} pageOf={pageOf} locale={locale} />
        <Faults incidents={incidentsTable(incidents, locale)} rejections={rejectionsTable(rejections, names, locale)} pageOf={pageOf} locale={locale} />
      </PageFrame>
    )
  })
}
