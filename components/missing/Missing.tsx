import type { Locale } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import { Notice } from '../frame/Notice'

/** The words of a page that does not exist. */
export const missingWords = {
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

/** Says that there is no such page, and where the others are. */
export function Missing({ locale, heading = 1 }: { locale: Locale; heading?: 1 | 2 }) {
  const word = missingWords[locale]
  return (
    <Notice title={word.title} heading={heading}>
      <p>{word.text}</p>
      <p><a href={toHref(locale, '/')}>{word.link}</a></p>
    </Notice>
  )
}
