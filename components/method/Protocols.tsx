import type { Address } from '@/lib/domain/address'
import { categories, type Protocol } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import { Section } from '../frame/Section'
import styles from './Method.module.css'
import { sections } from './sections'

const words = {
  en: { token: 'Token', chain: 'chain', firstBlock: 'read from block', labels: 'labelled accounts', demo: 'Demo data: made up, played on a demo chain.' },
  de: { token: 'Token', chain: 'Chain', firstBlock: 'gelesen ab Block', labels: 'bezeichnete Konten', demo: 'Demodaten: erfunden, auf einer Demo-Chain durchgespielt.' },
} as const

interface ProtocolsProps {
  protocols: readonly Protocol[]
  /** Writes an address for people (EIP-55) */
  displayAddress: (address: Address) => string
  locale: Locale
}

/** Every followed protocol with what must be known about its figures. */
export function Protocols({ protocols, displayAddress, locale }: ProtocolsProps) {
  const word = words[locale]
  return (
    <Section id="protocols" title={sections.protocols[locale]}>
      <dl className={styles.entries}>
        {protocols.map(({ slug, name, category, token, labels, caveats, demo }) => (
          <div key={slug} className={styles.entry}>
            <dt><a href={toHref(locale, `/protocols/${slug}`)}>{name}</a></dt>
            {demo && <dd>{word.demo}</dd>}
            {caveats.map((caveat) => <dd key={caveat.en}>{caveat[locale]}</dd>)}
            <dd className={styles.fine}>
              {categories[category][locale]} · {word.token} {token.symbol} <code>{displayAddress(token.address)}</code>, {word.chain} {token.chainId},
              {' '}{word.firstBlock} {token.firstBlock} · {labels.length} {word.labels}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
