import { poolFacts as poolFactsView, poolFactsNote, poolFactsSentence, toPoolFacts, type PoolFact } from '@/lib/views/market/poolFacts'
import { toReadingNotes } from '@/lib/views/market/marketBasis'
import { managerStatusTexts, shareManagersNote } from '@/lib/views/market/shareManagers'
import type { CsvColumn } from '../csv'
import { toPercentDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toTableView } from './toTableView'
import { marketColumns, ofMarket, toMarketParts, toMarketTitle } from './marketParts'
import { pairColumns } from './pairColumns'

/** What a pool is, what prices came from, and what is missing. */
export const poolFacts: Chart = {
  ...ofMarket,
  id: 'poolFacts',
  title: { en: 'What these figures rest on', de: 'Worauf diese Zahlen beruhen' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const rows = toPoolFacts(parts)
    const managed = shareManagersNote(parts.reading, locale)
    const columns: CsvColumn<PoolFact>[] = [
      { name: 'fact_id', kind: 'code', value: ({ id }) => id },
      ...pairColumns<PoolFact>('of_fact', (row) => ('amounts' in row ? row.amounts : null)),
      { name: 'count', kind: 'number', value: (row) => ('count' in row ? String(row.count) : null) },
      { name: 'fee_ppm', kind: 'number', value: (row) => ('feePpm' in row ? String(row.feePpm) : null) },
      { name: 'price_path', kind: 'code', value: (row) => ('path' in row ? row.path?.map(parts.display).join(':') || null : null) },
      { name: 'not_looked_through_share_pct', kind: 'number', value: (row) => ('share' in row && row.share !== null ? toPercentDecimal(row.share) : null) },
      { name: 'contract_address', kind: 'code', value: (row) => ('account' in row ? parts.display(row.account) : null) },
      { name: 'contract_is', kind: 'text', value: (row) => ('status' in row ? managerStatusTexts[row.status].en : 'account' in row ? row.name : null) },
      { name: 'gaps', kind: 'text', value: (row) => (row.id === 'gap' ? `${row.subject}: ${row.reason}` : null) },
      ...marketColumns<PoolFact>(parts),
    ]
    return toTableView({
      id: 'poolFacts', title: toMarketTitle(poolFacts.title, parts, locale), sentence: poolFactsSentence(parts, locale), notes: [poolFactsNote(locale), ...toReadingNotes(parts.seen, locale), ...(managed === null ? [] : [managed])],
      table: poolFactsView(rows, parts.seen, locale), columns, rows,
    }, locale)
  },
}
