import type { Locale } from '@/lib/domain/text'
import type { Basis } from '@/lib/views/basis'
import styles from './BasisLine.module.css'

const words = {
  en: { basis: 'What the figures rest on', block: 'Block', date: 'Date', lens: 'Lens', denominator: 'Shares of' },
  de: { basis: 'Worauf die Zahlen beruhen', block: 'Block', date: 'Stand', lens: 'Sicht', denominator: 'Anteile an' },
} as const

/** Block, date, lens and denominator: they stand over every set of figures. */
export function BasisLine({ basis, locale }: { basis: Basis; locale: Locale }) {
  const word = words[locale]
  const entries = [
    { label: word.block, content: <span title={basis.hash ?? undefined}>{basis.block.replace(`${word.block} `, '')}</span> },
    { label: word.date, content: <time dateTime={basis.dateTime}>{basis.date}</time> },
    { label: word.lens, content: basis.lens },
    { label: word.denominator, content: basis.denominator },
  ]
  return (
    <dl className={styles.basis} aria-label={word.basis}>
      {entries.map(({ label, content }) => (
        <div key={label} className={styles.entry}>
          <dt>{label}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  )
}
