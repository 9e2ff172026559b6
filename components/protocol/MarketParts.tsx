import type { ReactNode } from 'react'
import type { Locale } from '@/lib/domain/text'
import { toChartPath } from '@/lib/publish/chartName'
import type { PageView } from '@/lib/publish/view'
import { toHref, type Query } from '@/lib/views/href'
import { toSharedNotes } from '@/lib/views/sharedNotes'
import { Notes } from '../figures/Figure'
import { ShownView } from '../publication/ShownView'

/** A pool on a page: whose it is, and its charts by their ids. */
export interface ShownMarket {
  /** Lower case */
  pool: string
  /** EIP-55 */
  address: string
  name: string
  /** null before the first reading */
  views: Readonly<Partial<Record<string, PageView>>> | null
}

interface MarketFigureProps {
  market: ShownMarket
  id: string
  slug: string
  /** Of the currency, where the chart has one */
  query?: Query
  /** Rows of a table that stand here; its own page has more */
  rows?: number
  /** null where the sentence stands above */
  sentence?: ReactNode
  locale: Locale
}

const toShared = ({ views }: ShownMarket): string[] => toSharedNotes(Object.values(views ?? {}).filter((view) => view !== undefined))

/** What all charts of a pool rest on, said once. */
export const MarketNotes = ({ market }: { market: ShownMarket }) => <Notes notes={toShared(market)} />

/** One chart or table of a pool. Several pools stand on one page: each has ids of its own. What all rest on is said by `MarketNotes`. */
export function MarketFigure({ market, id, slug, query = {}, rows = 15, sentence, locale }: MarketFigureProps) {
  const view = market.views?.[id]
  if (!view) return null
  const page = toHref(locale, toChartPath({ protocol: slug, id, market: market.pool }), query)
  const own = `${id}-${market.address}`
  const shared = toShared(market)
  const notes = view.notes.filter((note) => !shared.includes(note))
  const shown = { ...view.table, rows: view.table.rows.slice(0, rows) }
  return <ShownView view={view} page={page} id={own} table={shown} sentence={sentence} notes={notes} />
}
