import { currencies, type Currency } from '@/lib/domain/pool'
import type { Locale } from '@/lib/domain/text'
import { toHref, type Query } from '@/lib/views/href'
import styles from './LensSwitch.module.css'

const words = {
  en: { currency: 'What money is told in', quote: 'Quote token', ether: 'Ether', dollar: 'Dollars' },
  de: { currency: 'Worin Geld angegeben ist', quote: 'Quote-Token', ether: 'Ether', dollar: 'Dollar' },
} as const

interface CurrencySwitchProps {
  /** null where pools are told in different ones and nobody chose */
  current: Currency | null
  path: string
  query?: Query
  locale: Locale
}

/** What money is told in, as links: the choice stands in the address. */
export function CurrencySwitch({ current, path, query = {}, locale }: CurrencySwitchProps) {
  const word = words[locale]
  return (
    <nav className={styles.switch} aria-label={word.currency}>
      <div className={styles.choices}>
        <ul className={styles.treatments} aria-label={word.currency}>
          {currencies.map((id) => (
            <li key={id}><a className={styles.treatment} href={toHref(locale, path, { ...query, currency: id })} aria-current={id === current ? 'true' : undefined}>{word[id]}</a></li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
