'use client'

import { useParams } from 'next/navigation'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'

const words = {
  en: {
    title: 'This page could not be made',
    text: 'Something failed on the server. No figure is shown rather than a wrong one. The server’s log says what happened',
    again: 'Try again',
  },
  de: {
    title: 'Diese Seite ließ sich nicht erstellen',
    text: 'Auf dem Server ist etwas fehlgeschlagen. Lieber keine Zahl als eine falsche. Was geschehen ist, steht im Protokoll des Servers',
    again: 'Noch einmal versuchen',
  },
} as const

/** Says that the server could not make a page, in the page's language. */
export default function PageFailed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const locale = useParams().locale === 'de' ? 'de' : 'en'
  const word = words[locale]
  return (
    <PageFrame locale={locale} path="/">
      <title>{`${word.title} · Lorenz`}</title>
      <Notice title={word.title} heading={1} tone="bad">
        <p>{word.text}{error.digest && <> (<code>{error.digest}</code>)</>}.</p>
        <p><button type="button" onClick={retry}>{word.again}</button></p>
      </Notice>
    </PageFrame>
  )
}
