import type { Locale } from '@/lib/domain/text'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

interface TermSectionProps {
  id: keyof typeof sections
  lead?: string
  /** What is explained, and how */
  terms: readonly (readonly [name: string, text: string])[]
  /** Where it comes from: address and citation */
  sources?: readonly (readonly [href: string, citation: string])[]
  locale: Locale
}

/** A section of the method that explains one term after the other. */
export function TermSection({ id, lead, terms, sources = [], locale }: TermSectionProps) {
  return (
    <Section id={id} title={sections[id][locale]} lead={lead}>
      <dl className={styles.entries}>
        {terms.map(([name, text]) => (
          <div key={name} className={styles.entry}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {sources.length > 0 && <ul className={styles.fine}>{sources.map(([href, citation]) => <li key={href}><a href={href} rel="noopener">{citation}</a></li>)}</ul>}
    </Section>
  )
}
