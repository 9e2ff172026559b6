import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { toHref, toLensQuery, type Query } from '@/lib/views/href'
import styles from './LensSwitch.module.css'

const words = { en: 'Lens: what counts as a holder', de: 'Sicht: was als Halter zählt' }

interface LensSwitchProps {
  lenses: readonly Lens[]
  current: Lens
  path: string
  query?: Query
  locale: Locale
}

/** The lenses a page can be seen through, as links: the choice stands in the address. */
export function LensSwitch({ lenses, current, path, query = {}, locale }: LensSwitchProps) {
  return (
    <nav className={styles.switch} aria-label={words[locale]}>
      <ul className={styles.lenses}>
        {lenses.map(({ id, name }) => (
          <li key={id}>
            <a
              className={styles.lens} href={toHref(locale, path, { ...query, ...toLensQuery(id) })}
              aria-current={id === current.id ? 'true' : undefined}
            >
              {name[locale]}
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.description}>{current.description[locale]}</p>
    </nav>
  )
}
