import type { Locale } from '@/lib/domain/text'
import styles from './Method.module.css'
import { sections } from './sections'

const words = { en: 'On this page', de: 'Auf dieser Seite' }

/** The way to each part of the page. */
export function Contents({ locale }: { locale: Locale }) {
  return (
    <nav aria-label={words[locale]}>
      <ul className={styles.contents}>
        {Object.entries(sections).map(([id, title]) => <li key={id}><a href={`#${id}`}>{title[locale]}</a></li>)}
      </ul>
    </nav>
  )
}
