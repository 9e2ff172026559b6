import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { AccountSearch } from '@/components/account/AccountSearch'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import { PageHead } from '@/components/frame/PageHead'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { addressSchema } from '@/lib/domain/address'
import { toAccountHref } from '@/lib/views/accountCells'
import { toMetadata } from '../../metadata'
import { pageQuestion, readQuestion, toLocale, type SearchParams } from '../../question'

interface PageProps {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

const title = { en: 'One account in every protocol', de: 'Ein Konto in allen Protokollen' }
const description = {
  en: 'What an address holds of every followed token, directly and through contracts, who it is said to be, and its history.',
  de: 'Was eine Adresse von jedem verfolgten Token hält, direkt und über Contracts, wem sie zugeschrieben wird, und ihr Verlauf.',
}
const words = {
  en: { wrong: 'This is not an address', wrongText: 'An address is 0x and 40 hexadecimal digits (0 to 9, a to f), in any case. A name or a part of an address can be searched in the lists of holders.' },
  de: { wrong: 'Das ist keine Adresse', wrongText: 'Eine Adresse besteht aus 0x und 40 hexadezimalen Ziffern (0 bis 9, a bis f), in beliebiger Schreibung. Namen und Teile von Adressen lassen sich in den Listen der Halter suchen.' },
} as const

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return toMetadata(toLocale((await params).locale) ?? 'en', '/accounts', title, description)
}

/** Where a search for an account arrives: an address leads on to its page. */
export default async function AccountsPage({ params, searchParams }: PageProps) {
  const locale = toLocale((await params).locale)
  if (!locale) notFound()
  const { q } = await readQuestion(pageQuestion, searchParams)
  const address = addressSchema.safeParse(q)
  if (address.success) redirect(toAccountHref(toChecksumAddress(address.data), locale))
  return (
    <PageFrame locale={locale} path="/accounts" query={{ q }}>
      <PageHead title={title[locale]} lead={description[locale]} />
      {q !== '' && <Notice title={words[locale].wrong}><p>{words[locale].wrongText}</p></Notice>}
      <AccountSearch search={q} locale={locale} />
    </PageFrame>
  )
}
