import type { Locale } from '@/lib/domain/text'
import { themeSwitchMark } from './firstScript'
import styles from './ThemeSwitch.module.css'

const words = { en: 'Light or dark', de: 'Hell oder dunkel' }

/** Turns the page from light to dark and back: the first script hears it. Without JavaScript the system's setting holds. */
export function ThemeSwitch({ locale }: { locale: Locale }) {
  return (
    <button type="button" className={styles.switch} {...{ [themeSwitchMark]: '' }} aria-label={words[locale]} title={words[locale]}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2a8 8 0 0 1 0 16Z" fill="currentColor" />
      </svg>
    </button>
  )
}
