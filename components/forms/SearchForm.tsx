import type { Locale } from '@/lib/domain/text'
import type { Query } from '@/lib/views/href'
import styles from './Form.module.css'

const words = { en: 'Search', de: 'Suchen' }

interface SearchFormProps {
  /** What is searched, as the field's label */
  label: string
  action: string
  search: string
  /** What else the address says and the search must keep */
  keep: Query
  locale: Locale
}

/** One field and a button; the answer is a page of its own. */
export function SearchForm({ label, action, search, keep, locale }: SearchFormProps) {
  return (
    <form className={styles.form} role="search" aria-label={label} action={action}>
      <label className={styles.field}>
        <span>{label}</span>
        <input type="search" name="q" defaultValue={search} maxLength={100} />
      </label>
      {Object.entries(keep).map(([name, value]) => (value === null || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
      <button type="submit">{words[locale]}</button>
    </form>
  )
}
