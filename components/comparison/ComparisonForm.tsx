import type { Locale } from '@/lib/domain/text'
import { mostCompared } from '@/lib/views/comparison/chosenProtocols'
import { toHref, type Query } from '@/lib/views/href'
import formStyles from '../forms/Form.module.css'
import styles from './Comparison.module.css'

const words = {
  en: { form: 'What to compare', protocols: `Two to ${mostCompared} protocols`, metric: 'Measure over time and today', show: 'Compare', demo: 'demo' },
  de: { form: 'Was verglichen wird', protocols: `Zwei bis ${mostCompared} Protokolle`, metric: 'Maß im Verlauf und heute', show: 'Vergleichen', demo: 'Demo' },
} as const

export interface ComparisonFormProps {
  /** All that can be chosen */
  protocols: readonly { slug: string; name: string; demo: boolean }[]
  /** Slugs of those that are */
  chosen: readonly string[]
  metrics: readonly { id: string; name: string }[]
  metric: string
  /** What else the address says and the choice must keep */
  keep: Query
  locale: Locale
}

/** Boxes to tick, a list and a button: a plain form that sends what it asks for in the address. */
export function ComparisonForm({ protocols, chosen, metrics, metric, keep, locale }: ComparisonFormProps) {
  const word = words[locale]
  return (
    <form className={`${formStyles.form} ${styles.form}`} aria-label={word.form} action={toHref(locale, '/compare')}>
      <fieldset className={styles.protocols}>
        <legend>{word.protocols}</legend>
        {protocols.map(({ slug, name, demo }) => (
          <label key={slug} className={styles.protocol}>
            <input type="checkbox" name="protocols" value={slug} defaultChecked={chosen.includes(slug)} />
            <span>{name}{demo ? ` (${word.demo})` : ''}</span>
          </label>
        ))}
      </fieldset>
      <label className={formStyles.field}>
        <span>{word.metric}</span>
        <select name="metric" defaultValue={metric}>
          {metrics.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      {Object.entries(keep).map(([name, value]) => (value === null || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
      <button type="submit">{word.show}</button>
    </form>
  )
}
