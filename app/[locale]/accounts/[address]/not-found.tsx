'use client'

import { useParams } from 'next/navigation'
import { MissingAccount, missingAccountTitle } from '@/components/account/MissingAccount'
import { PageFrame } from '@/components/frame/PageFrame'

/** An address that was never seen, or that is none. */
export default function NotFound() {
  const { locale: language, address } = useParams<{ locale: string; address: string }>()
  const locale = language === 'de' ? 'de' : 'en'
  return (
    <PageFrame locale={locale} path="/accounts">
      <title>{`${missingAccountTitle(address, locale)} · Lorenz`}</title>
      <MissingAccount address={address} locale={locale} />
    </PageFrame>
  )
}
