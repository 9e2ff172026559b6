import type { Locale } from '@/lib/domain/text'
import { toHref, type Query } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import { Columns, Section } from '../frame/Section'
import { MarketFigure, MarketNotes, type ShownMarket } from './MarketParts'
import styles from './PoolSection.module.css'

const words = {
  en: {
    none: 'No pools are followed', noneText: 'Of this protocol this installation follows no pool whose providers’ results could be told.',
    unread: 'Not read yet', unreadText: 'This pool is followed, but has not been read yet: who earned what can be told after its first reading.',
    method: 'How results are reckoned, and what they leave out', basis: 'What these figures rest on',
  },
  de: {
    none: 'Keine Pools verfolgt', noneText: 'Diese Installation verfolgt von diesem Protokoll keinen Pool, bei dem sich sagen ließe, was seine Anbieter verdienen.',
    unread: 'Noch nicht gelesen', unreadText: 'Dieser Pool wird verfolgt, ist aber noch nicht gelesen: Wer was verdient hat, lässt sich danach sagen.',
    method: 'Wie Ergebnisse berechnet werden und was sie weglassen', basis: 'Worauf diese Zahlen beruhen',
  },
} as const

interface ProfitsProps {
  markets: readonly ShownMarket[]
  slug: string
  /** Of the currency */
  query: Query
  locale: Locale
}

/** The charts that the page arranges. */
export const profitCharts = ['profitsByDecile', 'profitShareTable', 'gainsLorenz', 'returnsByDecile', 'lossesBySize', 'profitResults', 'breakEvenSize', 'poolFacts'] as const

/** So many providers stand on the page; the page of the table has more, its files all. */
const providersShown = 10

/** Who earns in each pool of a protocol: first in plain words, then by tenths, as curves, provider by provider. */
export function Profits({ markets, slug, query, locale }: ProfitsProps) {
  const word = words[locale]
  if (markets.length === 0) return <Notice title={word.none}><p>{word.noneText}</p></Notice>
  return markets.map((market) => {
    const { address, name, views } = market
    if (!views) return <Section key={address} id={`pool-${address}`} title={name}><Notice title={word.unread} heading={3}><p>{word.unreadText}</p></Notice></Section>
    const part = { market, slug, query, locale }
    return (
      <Section key={address} id={`pool-${address}`} title={name} lead={views.profitShareTable?.sentence}>
        <p className={styles.where}><code>{address}</code> · <a href={`${toHref(locale, '/method')}#profits`}>{word.method}</a></p>
        <MarketNotes market={market} />
        <MarketFigure {...part} id="profitsByDecile" />
        <MarketFigure {...part} id="profitShareTable" sentence={null} />
        <Columns><MarketFigure {...part} id="gainsLorenz" /><MarketFigure {...part} id="returnsByDecile" /></Columns>
        <MarketFigure {...part} id="lossesBySize" />
        <MarketFigure {...part} id="profitResults" rows={providersShown} />
        <MarketFigure {...part} id="breakEvenSize" />
        <details className={styles.measures}>
          <summary>{word.basis}</summary>
          <MarketFigure {...part} id="poolFacts" query={{}} rows={100} />
        </details>
      </Section>
    )
  })
}
