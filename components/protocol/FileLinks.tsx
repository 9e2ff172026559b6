import type { Locale } from '@/lib/domain/text'
import { toHref, type Query } from '@/lib/views/href'
import styles from './FileLinks.module.css'

const words = {
  en: { files: 'Files', page: 'Files, embedding, citation', holders: 'All holders (CSV)', metrics: 'All measures (CSV)', history: 'Every day (CSV)', changes: 'All changes (CSV)' },
  de: { files: 'Dateien', page: 'Dateien, Einbetten, Zitieren', holders: 'Alle Halter (CSV)', metrics: 'Alle Maße (CSV)', history: 'Jeder Tag (CSV)', changes: 'Alle Veränderungen (CSV)' },
} as const

interface FileLinksProps {
  slug: string
  files: readonly ('holders' | 'metrics' | 'history' | 'changes')[]
  query: Query
  /** The page of the table that stands above */
  page?: string | null
  locale: Locale
}

/** The same numbers as files. Files know no language, so their addresses have none. */
export function FileLinks({ slug, files, query, page = null, locale }: FileLinksProps) {
  return (
    <ul className={styles.files} aria-label={words[locale].files}>
      {files.map((file) => (
        <li key={file}><a href={toHref('en', `/protocols/${slug}/${file}.csv`, query)} download>{words[locale][file]}</a></li>
      ))}
      {page !== null && <li><a href={page}>{words[locale].page}</a></li>}
    </ul>
  )
}
