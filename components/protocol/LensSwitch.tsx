import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { toHref, toLensQuery, type Query } from '@/lib/views/href'
import { toLensChoices } from '@/lib/views/lensChoices'
import styles from './LensSwitch.module.css'

const words = {
  en: { lens: 'Lens: what counts as a holder', who: 'Who counts', how: 'How it is counted', on: 'yes', off: 'no' },
  de: { lens: 'Sicht: was als Halter zählt', who: 'Wer zählt', how: 'Wie gezählt wird', on: 'ja', off: 'nein' },
} as const

interface LensSwitchProps {
  /** Those that can be chosen, the current one among them */
  lenses: readonly Lens[]
  current: Lens
  path: string
  query?: Query
  locale: Locale
}

/** The choices of which a lens is made, as links: each changes one and keeps the others, and the whole stands in the address. */
export function LensSwitch({ lenses, current, path, query = {}, locale }: LensSwitchProps) {
  const word = words[locale]
  const { treatments, toggles } = toLensChoices(current, lenses, locale)
  const hrefOf = (lens: string) => toHref(locale, path, { ...query, ...toLensQuery(lens) })
  return (
    <nav className={styles.switch} aria-label={word.lens}>
      {treatments.length + toggles.length > 0 && (
        <div className={styles.choices}>
          {treatments.length > 0 && (
            <ul className={styles.treatments} aria-label={word.who}>
              {treatments.map(({ id, name, isChosen, lens }) => (
                <li key={id}><a className={styles.treatment} href={hrefOf(lens)} aria-current={isChosen ? 'true' : undefined}>{name}</a></li>
              ))}
            </ul>
          )}
          {toggles.length > 0 && (
            <ul className={styles.toggles} aria-label={word.how}>
              {toggles.map(({ id, name, isChosen, lens }) => (
                <li key={id}>
                  <a className={styles.toggle} href={hrefOf(lens)} data-on={isChosen}>{name}: <b>{isChosen ? word.on : word.off}</b></a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p className={styles.description}>{current.description[locale]}</p>
    </nav>
  )
}
