import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { directionText } from '@/lib/views/metricsTable'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const words = {
  en: { range: 'Range', higher: 'Higher means', reference: 'After' },
  de: { range: 'Spanne', higher: 'Höher heißt', reference: 'Nach' },
} as const

/** Every measure, from the registry: its question, its range, its edge cases, and whose it is. */
export function Measures({ metrics, locale }: { metrics: readonly Metric[]; locale: Locale }) {
  const word = words[locale]
  return (
    <Section id="measures" title={sections.measures[locale]}>
      <dl className={styles.entries}>
        {metrics.map(({ id, name, question, range, direction, edgeCases, reference }) => (
          <div key={id} id={id} className={styles.entry}>
            <dt>{name[locale]} <code>{id}</code></dt>
            <dd>{question[locale]}</dd>
            <dd className={styles.fine}>
              {word.range}: {range}.{direction !== 'neither' && ` ${word.higher}: ${directionText(direction, locale)}.`} {edgeCases[locale]}
            </dd>
            <dd className={styles.fine}>
              {word.reference}: {reference.url ? <a href={reference.url} rel="noopener">{reference.citation}</a> : reference.citation}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
