import { accountRoles } from '@/lib/domain/label'
import type { Lens } from '@/lib/domain/lens'
import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const words = {
  en: { denominator: 'Shares are taken of the', out: 'Left out', none: 'nobody' },
  de: { denominator: 'Bezugsgröße der Anteile:', out: 'Weggelassen', none: 'niemand' },
} as const

/** Every lens, from the registry. */
export function Lenses({ lenses, locale }: { lenses: readonly Lens[]; locale: Locale }) {
  const word = words[locale]
  return (
    <Section id="lenses" title={sections.lenses[locale]}>
      <dl className={styles.entries}>
        {lenses.map(({ id, name, description, denominator, excludedRoles }) => (
          <div key={id} className={styles.entry}>
            <dt>{name[locale]} <code>{id}</code></dt>
            <dd>{description[locale]}</dd>
            <dd className={styles.fine}>
              {word.denominator} {denominator[locale]}. {word.out}: {excludedRoles.map((role) => accountRoles[role][locale]).join(', ') || word.none}.
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
