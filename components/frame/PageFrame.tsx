import type { ReactNode } from 'react'
import { locales, type Locale } from '@/lib/domain/text'
import { toHref, type Query } from '@/lib/views/href'
import styles from './PageFrame.module.css'
import { ThemeSwitch } from './ThemeSwitch'

const words = {
  en: {
    skip: 'Skip to content',
    pages: 'Pages',
    overview: 'Overview',
    paradox: 'The paradox',
    compare: 'Compare',
    superusers: 'Superusers',
    method: 'Method',
    data: 'Data',
    language: 'Language',
    what: 'Lorenz measures who really holds DeFi: tokens and liquidity, read from the chain, per protocol, with figures that can be checked.',
    licence: 'Data: CC BY 4.0. Code: MIT.',
    how: 'How the figures are made',
    status: 'How far everything is read',
  },
  de: {
    skip: 'Zum Inhalt springen',
    pages: 'Seiten',
    overview: 'Übersicht',
    paradox: 'Das Paradox',
    compare: 'Vergleich',
    superusers: 'Großnutzer',
    method: 'Methode',
    data: 'Daten',
    language: 'Sprache',
    what: 'Lorenz misst, wem DeFi wirklich gehört: Token und Liquidität, von der Chain gelesen, je Protokoll, mit nachprüfbaren Zahlen.',
    licence: 'Daten: CC BY 4.0. Code: MIT.',
    how: 'Wie die Zahlen entstehen',
    status: 'Wie weit alles gelesen ist',
  },
} as const

const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

export interface PageFrameProps {
  locale: Locale
  /** The page's own path, without its language: the language switch keeps it */
  path: string
  query?: Query
  children: ReactNode
}

/** What stands around every page: the way to the content, to the other pages, to the other language, and where all this comes from. */
export function PageFrame({ locale, path, query = {}, children }: PageFrameProps) {
  const word = words[locale]
  const toCurrent = (target: string) => (target === path ? 'page' : undefined)
  return (
    <>
      <a className={styles.skip} href="#content">{word.skip}</a>
      <header className={styles.header}>
        <div className={`${styles.band} ${styles.bar}`}>
          <a className={styles.name} href={toHref(locale, '/')}>Lorenz</a>
          <nav className={styles.links} aria-label={word.pages}>
            <a href={toHref(locale, '/')} aria-current={toCurrent('/')}>{word.overview}</a>
            <a href={toHref(locale, '/paradox')} aria-current={toCurrent('/paradox')}>{word.paradox}</a>
            <a href={toHref(locale, '/compare')} aria-current={toCurrent('/compare')}>{word.compare}</a>
            <a href={toHref(locale, '/superusers')} aria-current={toCurrent('/superusers')}>{word.superusers}</a>
            <a href={toHref(locale, '/method')} aria-current={toCurrent('/method')}>{word.method}</a>
            <a href={toHref(locale, '/data')} aria-current={toCurrent('/data')}>{word.data}</a>
          </nav>
          <div className={styles.settings}>
            <nav aria-label={word.language}>
              {locales.filter((other) => other !== locale).map((other) => (
                // A whole new page: the language of the document changes with it.
                <a key={other} href={toHref(other, path, query)} hrefLang={other} lang={other}>{languageNames[other]}</a>
              ))}
            </nav>
            <ThemeSwitch locale={locale} />
          </div>
        </div>
      </header>
      <main id="content" className={`${styles.band} ${styles.main}`} tabIndex={-1}>{children}</main>
      <footer className={styles.footer}>
        <div className={`${styles.band} ${styles.footerText}`}>
          <p>{word.what}</p>
          <p>{word.licence} <a href={toHref(locale, '/method')}>{word.how}</a> · <a href={toHref(locale, '/status')}>{word.status}</a></p>
        </div>
      </footer>
    </>
  )
}
