import { accountRoles } from '@/lib/domain/label'
import type { Locale } from '@/lib/domain/text'
import { dustText, lookThroughText, mergedText, ofSupplyText, treatments } from '@/lib/ownership/lensTexts'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const words = {
  en: {
    lead: 'A lens is made of five choices, each by itself. Its name in addresses and files is the treatment and what is chosen beside it, joined by “-”; every figure carries it.',
    out: 'Left out', headline: 'Pages begin with', headlineText: 'what can be spent today, looked through, with the addresses of one owner as one holder. Each day of history is measured under this lens, and under both treatments without any other choice.',
    order: 'In this order', orderText: 'First what contracts hold is handed on; then accounts are left out by their role; then the addresses of one owner become one holder; then dust goes.',
  },
  de: {
    lead: 'Eine Sicht besteht aus fünf Entscheidungen, jede für sich. In Adressen und Dateien heißt sie nach der ersten und dem, was sonst gewählt ist, mit „-“ verbunden; jede Zahl trägt sie bei sich.',
    out: 'Weggelassen', headline: 'Die Seiten beginnen mit', headlineText: 'dem, was sich heute ausgeben lässt, durchgeschaut, die Adressen eines Eigentümers als ein Halter. In dieser Sicht ist jeder Tag des Verlaufs gemessen, ebenso mit allen Adressen und mit dem Umlauf ohne weitere Entscheidung.',
    order: 'In dieser Reihenfolge', orderText: 'Zuerst wird zugerechnet, was Contracts halten; dann fallen Konten nach ihrer Rolle weg; dann werden die Adressen eines Eigentümers ein Halter; dann gehen die Kleinstbeträge.',
  },
} as const

/** The choices of which every lens is made, and the order in which they are followed. */
export function Lenses({ headline, locale }: { headline: string; locale: Locale }) {
  const word = words[locale]
  const choices = [
    ...Object.entries(treatments).map(([id, choice]) => ({ id, ...choice })),
    { id: 'owners', ...lookThroughText }, { id: 'entities', ...mergedText }, { id: 'ofSupply', ...ofSupplyText }, { id: 'noDust', ...dustText },
  ]
  return (
    <Section id="lenses" title={sections.lenses[locale]} lead={word.lead}>
      <dl className={styles.entries}>
        {choices.map((choice) => (
          <div key={choice.id} className={styles.entry}>
            <dt>{choice.name[locale]} <code>{choice.id}</code></dt>
            <dd>{choice.description[locale]}</dd>
            {'excludedRoles' in choice && choice.excludedRoles.length > 0 && (
              <dd className={styles.fine}>{word.out}: {choice.excludedRoles.map((role) => accountRoles[role][locale]).join(', ')}.</dd>
            )}
          </div>
        ))}
        <div className={styles.entry}><dt>{word.order}</dt><dd>{word.orderText}</dd></div>
        <div className={styles.entry}><dt>{word.headline} <code>{headline}</code></dt><dd>{word.headlineText}</dd></div>
      </dl>
    </Section>
  )
}
