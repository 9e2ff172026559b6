import type { ReactNode } from 'react'
import { Notice } from '@/components/frame/Notice'
import { PageFrame } from '@/components/frame/PageFrame'
import type { Locale } from '@/lib/domain/text'
import { saysNoDatabase } from './database'

const words = {
  en: {
    title: 'No database to read from',
    text: 'The figures are kept in PostgreSQL, and it does not answer or holds no tables yet.',
    what: 'What to do',
    steps: [
      'Start everything with npm start: it brings its own database.',
      'With a database of your own: check DATABASE_URL and that the server is running.',
      'Then load this page again.',
    ],
  },
  de: {
    title: 'Keine Datenbank erreichbar',
    text: 'Die Zahlen liegen in PostgreSQL. Es antwortet nicht oder enthält noch keine Tabellen.',
    what: 'Was zu tun ist',
    steps: [
      'Alles mit npm start starten: Eine Datenbank ist dabei.',
      'Mit eigener Datenbank: DATABASE_URL prüfen und ob der Server läuft.',
      'Danach diese Seite neu laden.',
    ],
  },
} as const

/**
 * A page, or the page that says that there is no database. Caught here and not by error.tsx, which a browser without JavaScript
 * never sees and which may not know what failed.
 */
export async function answer(locale: Locale, path: string, page: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await page()
  } catch (error) {
    if (!saysNoDatabase(error)) throw error
    console.error(error)
    const word = words[locale]
    return (
      <PageFrame locale={locale} path={path}>
        <Notice title={word.title} heading={1} tone="bad">
          <p>{word.text}</p>
          <h2>{word.what}</h2>
          <ol>{word.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        </Notice>
      </PageFrame>
    )
  }
}
