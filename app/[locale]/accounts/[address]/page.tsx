import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AccountPage } from '@/components/account/AccountPage'
import { PageFrame } from '@/components/frame/PageFrame'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Account } from '@/lib/domain/account'
import { addressSchema } from '@/lib/domain/address'
import type { Locale } from '@/lib/domain/text'
import { headlineLens } from '@/lib/ownership/lenses'
import { loadAccount } from '@/lib/pipeline/accounts/loadAccount'
import { toEmptyLoaded } from '@/lib/pipeline/editions/emptyLoaded'
import { loadSuperusers } from '@/lib/pipeline/superusers/loadSuperusers'
import { toChartPath } from '@/lib/publish/chartName'
import { charts, oneAccount } from '@/lib/publish/charts'
import type { View } from '@/lib/publish/view'
import { roleText } from '@/lib/views/holderRow'
import { toHref } from '@/lib/views/href'
import { superuserLine } from '@/lib/views/superuserWords'
import { answer } from '../../../answer'
import { saysNoDatabase, sharedDatabase } from '../../../database'
import { toMetadata } from '../../../metadata'
import { toLocale } from '../../../question'

interface PageProps {
  params: Promise<{ locale: string; address: string }>
}

/** The account of an address in any case; null where it is none, or was never seen. Asked once a request. */
const findAccount = cache(async (written: string): Promise<Account | null> => {
  const address = addressSchema.safeParse(written)
  return address.success ? loadAccount(sharedDatabase(), address.data) : null
})

const title = { en: (address: string) => `Account ${address}`, de: (address: string) => `Konto ${address}` }
const description = {
  en: (address: string) => `What ${address} holds of every followed token, by which contracts it came to it, who it is said to be and by whom, and its history, read from the chain.`,
  de: (address: string) => `Was ${address} von jedem verfolgten Token hält, über welche Contracts es dazu kam, wem es von wem zugeschrieben wird, und sein Verlauf, von der Chain gelesen.`,
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale: language, address: written } = await params
  const account = await findAccount(written).catch((error: unknown) => {
    if (saysNoDatabase(error)) return null
    throw error
  })
  if (!account) return { title: 'Lorenz', robots: { index: false } }
  const address = toChecksumAddress(account.address)
  const metadata = await toMetadata(toLocale(language) ?? 'en', `/accounts/${address}`, { en: title.en(address), de: title.de(address) }, { en: description.en(address), de: description.de(address) })
  // There are as many as a chain has accounts: search engines get those that somebody names.
  return account.labels.length > 0 ? metadata : { ...metadata, robots: { index: false } }
}

export default async function AccountRoute({ params }: PageProps) {
  const { locale: language, address: written } = await params
  const locale = toLocale(language)
  if (!locale) notFound()
  return answer(locale, `/accounts/${written}`, async () => {
    const account = await findAccount(written)
    if (!account) notFound()
    const address = toChecksumAddress(account.address)
    return (
      <PageFrame locale={locale} path={`/accounts/${address}`}>
        <AccountPage
          address={address} demo={account.demo} views={toViews(account, locale)} locale={locale}
          labels={account.labels.map(({ name, role, protocolName }) => ({ name, role: roleText(role, locale), protocolName }))}
          superuser={superuserLine(await loadSuperusers(sharedDatabase()), account.address, locale)}
          pageOf={(id) => toHref(locale, toChartPath({ protocol: oneAccount, id, account: account.address }))}
        />
      </PageFrame>
    )
  })
}

/** Every chart of an account: for whom it holds where it is a contract that holds for others, and there no ways by which nothing came to it; who signs where it is a Safe. */
function toViews(account: Account, locale: Locale): View[] {
  const loaded = { ...toEmptyLoaded(headlineLens), account }
  const holdsForOthers = account.wrapped.length > 0
  const left: Readonly<Record<string, boolean>> = { accountOwners: !holdsForOthers, accountPaths: holdsForOthers && account.paths.length === 0, accountSigners: account.safes.length === 0, accountProfits: account.profits.length === 0 }
  // The page itself says once that data are made up.
  return charts.filter(({ id, scopes }) => scopes.includes('account') && !left[id]).flatMap((chart) => chart.view(loaded, locale) ?? [])
}
