'use client'

import type { Locale } from '@/lib/domain/text'
import styles from './ThemeSwitch.module.css'
import { themeKey } from './themeScript'

const words = { en: 'Light or dark', de: 'Hell oder dunkel' }

/** Turns the page from light to dark and back, and remembers it in this browser. Without JavaScript the system's setting holds. */
export function ThemeSwitch({ locale }: { locale: Locale }) {
  const turn = () => {
    const root = document.documentElement
    const systemDark = matchMedia('(prefers-color-scheme: dark)').matches
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : systemDark
    root.dataset.theme = dark ? 'light' : 'dark'
    // A browser may forbid storage; the theme then lasts as long as the page.
    try {
      localStorage.setItem(themeKey, root.dataset.theme)
    } catch {}
  }
  return (
    <button type="button" className={styles.switch} onClick={turn} aria-label={words[locale]} title={words[locale]}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2a8 8 0 0 1 0 16Z" fill="currentColor" />
      </svg>
    </button>
  )
}
