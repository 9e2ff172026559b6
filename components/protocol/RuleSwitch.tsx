import type { Locale } from '@/lib/domain/text'
import { toHref, type Query } from '@/lib/views/href'
import { toRuleChoices } from '@/lib/views/ruleChoices'
import styles from './LensSwitch.module.css'

const words = {
  en: { rules: 'When addresses count as one holder', on: 'yes', off: 'no', method: 'What the rules rest on' },
  de: { rules: 'Wann Adressen als ein Halter zählen', on: 'ja', off: 'nein', method: 'Worauf die Regeln beruhen' },
} as const

interface RuleSwitchProps {
  /** Ids of those that are on; null for the usual ones */
  rules: readonly string[] | null | undefined
  path: string
  query: Query
  locale: Locale
}

/** The rules by which addresses become one holder, as links: each switches one and keeps the others. For lenses that merge owners. */
export function RuleSwitch({ rules, path, query, locale }: RuleSwitchProps) {
  const word = words[locale]
  return (
    <nav className={styles.switch} aria-label={word.rules}>
      <p className={styles.description}>{word.rules} (<a href={`${toHref(locale, '/method')}#entities`}>{word.method}</a>):</p>
      <div className={styles.choices}>
        <ul className={styles.toggles} aria-label={word.rules}>
          {toRuleChoices(rules, locale).map(({ id, name, description, isChosen, rules: after }) => (
            <li key={id}><a className={styles.toggle} href={toHref(locale, path, { ...query, rules: after })} data-on={isChosen} title={description}>{name}: <b>{isChosen ? word.on : word.off}</b></a></li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
