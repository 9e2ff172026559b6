import { toDecimalString } from '@/lib/domain/amount'
import type { Locale } from '@/lib/domain/text'
import { metrics } from '@/lib/metrics/registry'
import { delegateListTable as delegateListTableView, toListNotes, type ListedDelegate } from '@/lib/views/delegateListTable'
import { delegatesSentence } from '@/lib/views/delegatesTable'
import { headlineFigures, metricsTable as metricsTableView } from '@/lib/views/metricsTable'
import type { CsvColumn } from '../csv'
import { basisColumns, type CsvBasis } from '../csvBasis'
import { metricsColumns, toMetricRows } from '../metricsCsv'
import { toPercent, toPercentDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { powerText } from './delegates'
import { largestShownNotes, rowsShown } from './largestShown'
import { toTableView, toTitle } from './toTableView'

const shared = { kind: 'table', scopes: ['token'], lenses: false, days: false, fixed: false, needs: ['delegateList'], long: false } as const

function toParts({ protocol, delegateList, lens, displayAddress }: Loaded, locale: Locale) {
  if (!protocol || !delegateList) return null
  const { token, slug } = protocol
  const { day, denominator, block } = delegateList
  const csvBasis: CsvBasis = { protocol: slug, tokenAddress: displayAddress(token.address), lens: lens.id, denominator, origin: 'imported', day, block: null }
  // Nobody is left out of a list, whatever the lens; and its block has no time.
  const foot = [
    ...basisColumns<unknown>(csvBasis).filter(({ name }) => name !== 'lens' && name !== 'block_time' && name !== 'block_number'),
    { name: 'block_number', kind: 'number', value: () => (block === null ? null : String(block)), constant: true },
    { name: 'file', kind: 'text', value: () => delegateList.file.name, constant: true },
    { name: 'sha256', kind: 'code', value: () => delegateList.file.sha256, constant: true },
  ] satisfies CsvColumn<unknown>[]
  return { token, list: delegateList, csvBasis, foot, notes: toListNotes(delegateList, locale) }
}

export const delegateListTable: Chart = {
  ...shared,
  id: 'delegateListTable',
  title: { en: 'Delegates of an imported list', de: 'Delegierte einer importierten Liste' },
  view: (loaded, locale) => {
    const parts = toParts(loaded, locale)
    if (!parts) return null
    const { token, list: { rows, denominator, counted }, notes, foot } = parts
    const columns: CsvColumn<ListedDelegate>[] = [
      { name: 'rank', kind: 'number', value: ({ rank }) => String(rank) },
      { name: 'address', kind: 'code', value: ({ address }) => address },
      { name: 'votes', kind: 'number', value: ({ votes }) => toDecimalString(votes, token.decimals) },
      { name: 'votes_raw', kind: 'number', value: ({ votes }) => String(votes) },
      { name: 'share_pct', kind: 'number', value: ({ votes }) => toPercent(votes, denominator) },
      { name: 'banzhaf_pct', kind: 'number', value: ({ banzhaf }) => (banzhaf === null ? null : toPercentDecimal(banzhaf)) },
      { name: 'label', kind: 'text', value: ({ label }) => label?.name ?? null },
      { name: 'label_role', kind: 'code', value: ({ label }) => label?.role ?? null },
      { name: 'label_source', kind: 'text', value: ({ label }) => label?.source ?? null },
      ...foot,
    ]
    return toTableView({
      id: 'delegateListTable',
      title: toTitle(delegateListTable.title, token.symbol, locale),
      sentence: delegatesSentence(rows, token, denominator, locale),
      notes: [...notes, powerText(counted, locale), ...largestShownNotes(rows.length, locale)],
      table: delegateListTableView(rows.slice(0, rowsShown), { token, denominator }, locale),
      columns,
      rows,
    }, locale)
  },
}

export const delegateListMetrics: Chart = {
  ...shared,
  id: 'delegateListMetrics',
  title: { en: 'All measures of an imported list of delegates', de: 'Alle Maße einer importierten Liste von Delegierten' },
  view: (loaded, locale) => {
    const parts = toParts(loaded, locale)
    if (!parts) return null
    const { token, list, notes, csvBasis, foot } = parts
    return toTableView({
      id: 'delegateListMetrics',
      title: toTitle(delegateListMetrics.title, token.symbol, locale),
      sentence: `${headlineFigures(metrics, list, locale).map(({ name, cell }) => `${name}: ${cell.text}`).join('; ')}.`,
      notes,
      table: metricsTableView(metrics, list, locale),
      columns: [...metricsColumns.filter(({ name }) => !basisColumns(csvBasis).some((column) => column.name === name)), ...foot],
      rows: toMetricRows(metrics, list.metrics, csvBasis),
    }, locale)
  },
}
