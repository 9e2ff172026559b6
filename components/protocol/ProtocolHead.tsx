import { categories, type Protocol } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toHref, type Query } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import { PageHead } from '../frame/PageHead'
import styles from './ProtocolHead.module.css'

const words = {
  en: {
    up: 'All protocols',
    pages: (name: string) => `Pages of ${name}`,
    ownership: 'Ownership',
    owners: 'Behind the addresses',
    power: 'Power',
    proposals: 'Proposals',
    liquidity: 'Liquidity',
    profits: 'Profits',
    holders: 'All holders',
    changes: 'Changes',
    control: 'Keys',
    findings: 'Claims',
    demo: 'Demo data',
    demoText: 'This protocol is made up and was played on a demo chain. No figure here is about the real world.',
    caveats: 'What to know before believing a figure',
  },
  de: {
    up: 'Alle Protokolle',
    pages: (name: string) => `Seiten zu ${name}`,
    ownership: 'Besitz',
    owners: 'Hinter den Adressen',
    power: 'Stimmmacht',
    proposals: 'Vorschläge',
    liquidity: 'Liquidität',
    profits: 'Gewinne',
    holders: 'Alle Halter',
    changes: 'Veränderungen',
    control: 'Schlüssel',
    findings: 'Behauptungen',
    demo: 'Demodaten',
    demoText: 'Dieses Protokoll ist erfunden und wurde auf einer Demo-Chain durchgespielt. Keine Zahl hier handelt von der wirklichen Welt.',
    caveats: 'Was man wissen sollte, bevor man einer Zahl glaubt',
  },
} as const

const pages = [
  { id: 'ownership', path: '' },
  { id: 'owners', path: '/owners' },
  { id: 'power', path: '/power' },
  { id: 'proposals', path: '/proposals' },
  { id: 'liquidity', path: '/liquidity' },
  { id: 'profits', path: '/profits' },
  { id: 'holders', path: '/holders' },
  { id: 'changes', path: '/changes' },
  { id: 'control', path: '/control' },
  { id: 'findings', path: '/findings' },
] as const
export type ProtocolPage = (typeof pages)[number]['id']

interface ProtocolHeadProps {
  protocol: Protocol
  /** EIP-55 */
  address: string
  page: ProtocolPage
  query: Query
  locale: Locale
}

/** Pages that can be looked at under rules of one's own for which addresses count as one holder. */
const takeRules: ReadonlySet<ProtocolPage> = new Set<ProtocolPage>(['ownership', 'owners', 'holders', 'changes'])

/** The name of a protocol, what it is, what must be known before its figures, and its pages. */
export function ProtocolHead({ protocol, address, page, query, locale }: ProtocolHeadProps) {
  const word = words[locale]
  const base = `/protocols/${protocol.slug}`
  const caveats = protocol.caveats.map((caveat) => caveat[locale])
  const title = page === 'ownership' ? protocol.name : `${protocol.name}: ${word[page]}`
  return (
    <PageHead
      title={title}
      above={<p className={styles.up}><a href={toHref(locale, '/')}>← {word.up}</a></p>}
    >
      <p className={styles.what}>
        {protocol.token.symbol} · {categories[protocol.category][locale]} · <a href={protocol.website} rel="noopener">{new URL(protocol.website).hostname}</a>
        {' · '}<code>{address}</code>
      </p>
      {(protocol.demo || caveats.length > 0) && (
        <Notice title={protocol.demo ? word.demo : word.caveats} tone="warning">
          {protocol.demo && caveats.length === 0 && <p>{word.demoText}</p>}
          {caveats.map((caveat) => <p key={caveat}>{caveat}</p>)}
        </Notice>
      )}
      <nav aria-label={word.pages(protocol.name)} className={styles.pages}>
        {pages.map(({ id, path }) => (
          <a key={id} className={styles.page} href={toHref(locale, base + path, takeRules.has(id) ? query : { ...query, rules: null })} aria-current={id === page ? 'page' : undefined}>
            {word[id]}
          </a>
        ))}
      </nav>
    </PageHead>
  )
}
