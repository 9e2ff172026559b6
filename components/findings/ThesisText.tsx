import type { ThesisWords } from '@/lib/domain/finding'
import type { Locale } from '@/lib/domain/text'
import styles from './Findings.module.css'

const words = {
  en: { summary: 'How this is decided', confirms: 'What would confirm it', refutes: 'What would refute it', measure: 'What is measured', rule: 'The rule, written before the data', limits: 'What the figures cannot tell' },
  de: { summary: 'Wie darüber entschieden wird', confirms: 'Was sie bestätigen würde', refutes: 'Was sie widerlegen würde', measure: 'Was gemessen wird', rule: 'Die Regel, vor den Daten geschrieben', limits: 'Was die Zahlen nicht sagen können' },
} as const

/** By what a claim stands or falls: what would confirm it, what would refute it, the measure, the rule and its limits. */
export function ThesisText({ thesis, open = false, locale }: { thesis: ThesisWords; open?: boolean; locale: Locale }) {
  const word = words[locale]
  return (
    <details className={styles.words} open={open}>
      <summary>{word.summary}</summary>
      <dl>
        {(['confirms', 'refutes', 'measure', 'rule'] as const).map((part) => (
          <div key={part}><dt>{word[part]}</dt><dd>{thesis[part][locale]}</dd></div>
        ))}
        <div><dt>{word.limits}</dt><dd><ul>{thesis.limits.map((limit) => <li key={limit.en}>{limit[locale]}</li>)}</ul></dd></div>
      </dl>
    </details>
  )
}
