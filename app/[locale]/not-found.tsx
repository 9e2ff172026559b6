'use client'

import { useParams } from 'next/navigation'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import { toHref } from '@/lib/views/href'

const words = {
  en: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the protocol is not followed by this installation.',
    link: 'All protocols',
  },
  de: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse vertippt, oder diese Installation verfolgt das Protokoll nicht.',
    link: 'Alle Protokolle',
  },
} as const

export default function NotFound() {
  const locale = useParams().locale === 'de' ? 'de' : 'en'
  const word = words[locale]
  return (
    <PageFrame locale={locale} path="/">
      <Notice title={word.title} heading={1}>
        <p>{word.text}</p>
        <p><a href={toHref(locale, '/')}>{word.link}</a></p>
      </Notice>
    </PageFrame>
  )
}
