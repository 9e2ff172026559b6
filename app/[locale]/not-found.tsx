'use client'

import { useParams } from 'next/navigation'
import { PageFrame } from '@/components/frame/PageFrame'
import { Missing, missingWords } from '@/components/missing/Missing'

/** A page of ours about something that is not there: a protocol, a snapshot, a page of a list. */
export default function NotFound() {
  const locale = useParams().locale === 'de' ? 'de' : 'en'
  return (
    <PageFrame locale={locale} path="/">
      <title>{`${missingWords[locale].title} · Lorenz`}</title>
      <Missing locale={locale} />
    </PageFrame>
  )
}
