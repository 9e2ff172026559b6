import type { Locale } from '@/lib/domain/text'
import { toHref } from '@/lib/views/href'
import { Notice } from '../frame/Notice'
import { Columns, Section } from '../frame/Section'
import { MarketFigure, MarketNotes, type ShownMarket } from './MarketParts'
import styles from './PoolSection.module.css'

const words = {
  en: { trade: (name: string) => `Trade in ${name}`, unread: 'Not read yet', unreadText: 'This pool is followed, but has not been read yet: who provides it can be told after its first reading.', profits: 'Who earns in it', basis: 'What these figures rest on' },
  de: { trade: (name: string) => `Handel in ${name}`, unread: 'Noch nicht gelesen', unreadText: 'Dieser Pool wird verfolgt, ist aber noch nicht gelesen: Wer ihn bereitstellt, lässt sich danach sagen.', profits: 'Wer darin verdient', basis: 'Worauf diese Zahlen beruhen' },
} as const

/** The charts that the page arranges. */
export const marketCharts = ['liquidityConcentration', 'liquidityConcentrationOverTime-hhi', 'liquidityConcentrationOverTime-nakamoto50', 'depthBySize', 'poolOverTime-value', 'poolOverTime-fees', 'poolFacts'] as const

interface MarketsProps {
  markets: readonly ShownMarket[]
  slug: string
  locale: Locale
}

/** Each pool as a place of trade: who provides it, near the price and by value, day by day. */
export function Markets({ markets, slug, locale }: MarketsProps) {
  const word = words[locale]
  return markets.map((market) => {
    const { address, name, views } = market
    const part = { market, slug, locale }
    return (
      <Section key={address} id={`trade-${address}`} title={word.trade(name)} lead={views?.poolFacts?.sentence}>
        <p className={styles.where}><code>{address}</code> · <a href={`${toHref(locale, `/protocols/${slug}/profits`)}#pool-${address}`}>{word.profits}</a></p>
        {!views && <Notice title={word.unread} heading={3}><p>{word.unreadText}</p></Notice>}
        {views && (
          <>
            <MarketNotes market={market} />
            <Columns><MarketFigure {...part} id="liquidityConcentrationOverTime-hhi" /><MarketFigure {...part} id="liquidityConcentrationOverTime-nakamoto50" /></Columns>
            <MarketFigure {...part} id="depthBySize" />
            <Columns><MarketFigure {...part} id="poolOverTime-value" /><MarketFigure {...part} id="poolOverTime-fees" /></Columns>
            <MarketFigure {...part} id="liquidityConcentration" rows={100} />
            <details className={styles.measures}>
              <summary>{word.basis}</summary>
              <MarketFigure {...part} id="poolFacts" rows={100} sentence={null} />
            </details>
          </>
        )}
      </Section>
    )
  })
}
