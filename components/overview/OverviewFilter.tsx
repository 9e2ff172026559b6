import type { Locale } from '@/lib/domain/text'
import type { OverviewQuestion } from '@/lib/views/overview'
import { toHref, toLensQuery } from '@/lib/views/href'
import styles from '../forms/Form.module.css'

const words = {
  en: { search: 'Search by name or symbol', category: 'Category', all: 'All categories', show: 'Show', filter: 'Filter' },
  de: { search: 'Nach Name oder Symbol suchen', category: 'Kategorie', all: 'Alle Kategorien', show: 'Anzeigen', filter: 'Filter' },
} as const

interface OverviewFilterProps {
  question: OverviewQuestion
  lens: string
  categories: readonly { id: string; name: string }[]
  locale: Locale
}

/** A plain form: it sends what it asks for in the address. */
export function OverviewFilter({ question, lens, categories, locale }: OverviewFilterProps) {
  const word = words[locale]
  return (
    <form className={styles.form} role="search" aria-label={word.filter} action={toHref(locale, '/')}>
      <label className={styles.field}>
        <span>{word.search}</span>
        <input type="search" name="q" defaultValue={question.search} maxLength={100} />
      </label>
      <label className={styles.field}>
        <span>{word.category}</span>
        <select name="category" defaultValue={question.category ?? ''}>
          <option value="">{word.all}</option>
          {categories.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <input type="hidden" name="sort" value={question.sort} />
      <input type="hidden" name="order" value={question.order} />
      {toLensQuery(lens).lens && <input type="hidden" name="lens" value={lens} />}
      <button type="submit">{word.show}</button>
    </form>
  )
}
