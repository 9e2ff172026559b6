import type { Locale } from '@/lib/domain/text'
import type { PageView } from '@/lib/views/pageView'
import styles from './Pages.module.css'

const words = {
  en: { label: 'Pages of the list', first: 'First', previous: 'Previous', next: 'Next', last: 'Last' },
  de: { label: 'Seiten der Liste', first: 'Erste', previous: 'Vorige', next: 'Nächste', last: 'Letzte' },
} as const

/** Which part of a list is shown, and the way to the rest, to its last row. */
export function Pages({ view, locale }: { view: PageView; locale: Locale }) {
  const word = words[locale]
  const ways = (['first', 'previous', 'next', 'last'] as const).flatMap((way) => (view[way] ? [{ way, href: view[way] }] : []))
  return (
    <nav className={styles.pages} aria-label={word.label}>
      <span>{view.text}</span>
      {ways.map(({ way, href }) => <a key={way} href={href}>{word[way]}</a>)}
    </nav>
  )
}
