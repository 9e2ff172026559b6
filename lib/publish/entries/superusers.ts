import type { Depth, HolderOverlap, OverlapTest, Superuser, Superusers } from '@/lib/domain/superuser'
import { holderOverlap as holderOverlapSpec, holderOverlapTable, toLeastLikely, toVerdict } from '@/lib/views/holderOverlap'
import { accountsShown, matrixNotes, superusersMatrix as superusersMatrixView } from '@/lib/views/superusersMatrix'
import { superusersTable as superusersTableView } from '@/lib/views/superusersTable'
import { superusersNotes, superusersSentence } from '@/lib/views/superuserWords'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toTableView } from './toTableView'

const shared = { scopes: ['all'], lenses: false, days: false, fixed: false, needs: ['superusers'], long: false } as const

const percent = (share: number | null | undefined) => (share === null || share === undefined ? null : toPercentDecimal(share))

interface Ranked {
  one: Superuser
  /** From 0 */
  place: number
}

const toRanked = ({ superusers }: Superusers): Ranked[] => superusers.map((one, place) => ({ one, place }))

/** Nothing can be in several places while there are fewer than two. */
const hasSeveral = ({ lists, pools }: Superusers): boolean => lists.length > 1 || pools.length > 1

/** Who it is, and in how many places it is large. */
const ownColumns = (displayAddress: Loaded['displayAddress']): CsvColumn<Ranked>[] => [
  { name: 'superuser_rank', kind: 'number', value: ({ place }) => String(place + 1) },
  { name: 'address', kind: 'code', value: ({ one }) => displayAddress(one.account) },
  { name: 'label', kind: 'text', value: ({ one }) => one.name },
  { name: 'protocols_hundred', kind: 'number', value: ({ one }) => String(one.among.hundred) },
]

/** Its place and share in each protocol. */
const placeColumns = ({ lists }: Superusers): CsvColumn<Ranked>[] => lists.flatMap(({ protocol }) => {
  const place = ({ one }: Ranked) => one.holdings.find((holding) => holding.protocol === protocol)
  const word = protocol.replaceAll('-', '_')
  return [
    { name: `rank_in_${word}`, kind: 'number', value: (row) => place(row)?.rank.toString() ?? null },
    { name: `share_in_${word}_pct`, kind: 'number', value: (row) => percent(place(row)?.share) },
  ]
})

export const superusersTable: Chart = {
  ...shared,
  id: 'superusersTable',
  title: { en: 'Accounts that are large in several places', de: 'Konten, die an mehreren Stellen groß sind' },
  kind: 'table',
  view: ({ superusers: found, displayAddress }, locale) => {
    if (!found || !hasSeveral(found)) return null
    const columns: CsvColumn<Ranked>[] = [
      ...ownColumns(displayAddress),
      { name: 'protocols_hundredth', kind: 'number', value: ({ one }) => String(one.among.hundredth) },
      { name: 'share_sum_pct', kind: 'number', value: ({ one }) => percent(one.shareSum) },
      ...placeColumns(found),
      { name: 'pools_large_in', kind: 'number', value: ({ one }) => String(one.largeIn) },
      { name: 'large_pools', kind: 'code', value: ({ one }) => one.pools.filter(({ isLarge }) => isLarge).map(({ pool }) => displayAddress(pool)).join(':') || null },
      { name: 'pools_currency', kind: 'code', value: ({ one }) => one.ofAll?.currency ?? null },
      { name: 'pools_liquidity_pct', kind: 'number', value: ({ one }) => percent(one.ofAll?.liquidity) },
      { name: 'pools_fees_pct', kind: 'number', value: ({ one }) => percent(one.ofAll?.fees) },
      { name: 'addresses', kind: 'code', value: ({ one }) => one.addresses.map(displayAddress).join(':') },
    ]
    const table = superusersTableView(found, displayAddress, locale)
    return toTableView({ id: 'superusersTable', title: superusersTable.title[locale], sentence: superusersSentence(found, displayAddress, locale), notes: superusersNotes(found, locale), table, columns, rows: toRanked(found) }, locale)
  },
}

export const superusersMatrix: Chart = {
  ...shared,
  id: 'superusersMatrix',
  title: { en: 'Which account is large in which protocol', de: 'Welches Konto in welchem Protokoll groß ist' },
  kind: 'table',
  view: ({ superusers: found, displayAddress }, locale) => {
    if (!found || !hasSeveral(found)) return null
    return toTableView({
      id: 'superusersMatrix', title: superusersMatrix.title[locale], sentence: superusersSentence(found, displayAddress, locale), notes: [...matrixNotes(found, locale), ...superusersNotes(found, locale)],
      table: superusersMatrixView(found, displayAddress, locale), columns: [...ownColumns(displayAddress), ...placeColumns(found)], rows: toRanked(found).slice(0, accountsShown),
    }, locale)
  },
}

const logarithm = (natural: number) => toPlainDecimal(natural / Math.LN10)
const verdicts = { strict: 'bonferroni', mild: 'benjamini_hochberg', none: 'no' } as const

/** One test of a pair, each name behind a word that says of which lists. */
const testColumns = (depth: Depth, before: '' | 'hundredth_'): CsvColumn<HolderOverlap>[] => {
  const number = (name: string, tell: (test: OverlapTest) => string): CsvColumn<HolderOverlap> => ({ name: before + name, kind: 'number', value: ({ tests }) => tell(tests[depth]) })
  return [
    number('in_common', ({ common }) => String(common)),
    number('expected_in_common', ({ expected }) => toPlainDecimal(expected)),
    number('list_length', ({ first }) => String(first)),
    number('other_list_length', ({ second }) => String(second)),
    number('log10_p', ({ logP }) => logarithm(logP)),
    number('log10_p_benjamini_hochberg', ({ logFalseDiscovery }) => logarithm(logFalseDiscovery)),
    number('log10_p_bonferroni', ({ logBonferroni }) => logarithm(logBonferroni)),
    { name: `${before}more_than_chance`, kind: 'code', value: ({ tests }) => verdicts[toVerdict(tests[depth])] },
  ]
}

export const holderOverlap: Chart = {
  ...shared,
  id: 'holderOverlap',
  title: { en: 'How many of the largest holders protocols have in common', de: 'Wie viele der größten Halter Protokolle gemeinsam haben' },
  kind: 'chart',
  view: ({ superusers: found }, locale) => {
    if (!found || found.overlaps.length === 0) return null
    const columns: CsvColumn<HolderOverlap>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocols: [first] }) => first },
      { name: 'other_protocol', kind: 'code', value: ({ protocols: [, second] }) => second },
      ...testColumns('hundred', ''),
      { name: 'hold_either', kind: 'number', value: ({ population }) => String(population) },
      { name: 'hold_both', kind: 'number', value: ({ both }) => String(both) },
      ...testColumns('hundredth', 'hundredth_'),
    ]
    const rows = toLeastLikely(found.overlaps)
    return { ...toChartView(holderOverlapSpec(found, locale), 'holderOverlap', toDataTable(columns, rows), locale), table: holderOverlapTable(found, locale) }
  },
}
