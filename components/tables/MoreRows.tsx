import type { Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'

const words = {
  some: {
    en: (shown: number, all: number) => `${shown} of ${all} rows;`,
    de: (shown: number, all: number) => `${shown} von ${all} Zeilen;`,
  },
  all: { en: 'all of them', de: 'alle Zeilen' },
}

interface MoreRowsProps {
  shown: Table
  whole: Table
  /** Where all of them stand */
  page: string
  locale: Locale
}

/** That only some rows of a table stand here, how many there are, and the way to all of them; nothing where all stand here. */
export function MoreRows({ shown, whole, page, locale }: MoreRowsProps) {
  if (shown.rows.length >= whole.rows.length) return null
  return <p>{words.some[locale](shown.rows.length, whole.rows.length)} <a href={`${page}#figures`}>{words.all[locale]}</a></p>
}
