import type { Locale } from '@/lib/domain/text'
import type { Query } from '@/lib/views/href'
import type { Period } from '@/lib/views/period'
import styles from './Form.module.css'

const words = {
  en: { form: 'Between which days', from: 'From the end of', to: 'To the end of', show: 'Show' },
  de: { form: 'Zwischen welchen Tagen', from: 'Vom Ende des', to: 'Bis zum Ende des', show: 'Anzeigen' },
} as const

interface PeriodFormProps {
  action: string
  period: Period
  /** The days there are */
  reach: Period
  /** What else the address says and the choice must keep */
  keep: Query
  locale: Locale
}

/** Two days and a button; the answer is a page of its own. */
export function PeriodForm({ action, period, reach, keep, locale }: PeriodFormProps) {
  const word = words[locale]
  return (
    <form className={styles.form} aria-label={word.form} action={action}>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className={styles.field}>
          <span>{word[name]}</span>
          <input type="date" name={name} defaultValue={period[name]} min={reach.from} max={reach.to} required />
        </label>
      ))}
      {Object.entries(keep).map(([name, value]) => (value === null || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
      <button type="submit">{word.show}</button>
    </form>
  )
}
