import { depths, type Depth, type HolderOverlap, type Superuser, type SuperuserHolding, type SuperuserPool, type Superusers } from '@/lib/domain/superuser'
import { holderOverlap as holderOverlapSpec, holderOverlapTable, toLeastLikely, toVerdict } from '@/lib/views/holderOverlap'
import { matrixNotes, superusersMatrix as superusersMatrixView } from '@/lib/views/superusersMatrix'
import { superusersTable as superusersTableView } from '@/lib/views/superusersTable'
import { superusersNotes, superusersSentence } from '@/lib/views/superuserWords'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toTableView } from './toTableView'

const shared = { scopes: ['all'], lenses: false, days: false, fixed: false, needs: ['superusers'], long: false } as const

const percent = (share: number | null | undefined) => (share === null || share === undefined ? null : toPercentDecimal(share))

/** Nothing can be in several places while there are fewer than two. */
const hasSeveral = ({ lists, pools }: Superusers): boolean => lists.length > 1 || pools.length > 1

/** What says whose row it is. */
const ownColumns = <Row extends { one: Superuser; place: number }>(displayAddress: Loaded['displayAddress']): CsvColumn<Row>[] => [
  { name: 'superuser_rank', kind: 'number', value: ({ place }) => String(place + 1) },
  { name: 'address', kind: 'code', value: ({ one }) => displayAddress(one.account) },
  { name: 'addresses', kind: 'code', value: ({ one }) => one.addresses.map(displayAddress).join(':') },
  { name: 'label', kind: 'text', value: ({ one }) => one.name },
  { name: 'protocols_hundred', kind: 'number', value: ({ one }) => String(one.among.hundred) },
  { name: 'protocols_hundredth', kind: 'number', value: ({ one }) => String(one.among.hundredth) },
  { name: 'pools_large_in', kind: 'number', value: ({ one }) => String(one.largeIn) },
  { name: 'share_sum_pct', kind: 'number', value: ({ one }) => percent(one.shareSum) },
]

export const superusersTable: Chart = {
  ...shared,
  id: 'superusersTable',
  title: { en: 'Accounts that are large in several places', de: 'Konten, die an mehreren Stellen groß sind' },
  kind: 'table',
  view: ({ superusers: found, displayAddress }, locale) => {
    if (!found || !hasSeveral(found)) return null
    type Row = { one: Superuser; place: number; at: { kind: 'token'; holding: SuperuserHolding } | { kind: 'pool'; pool: SuperuserPool } }
    const held = <Value>({ at }: Row, tell: (holding: SuperuserHolding) => Value) => (at.kind === 'token' ? tell(at.holding) : null)
    const provided = <Value>({ at }: Row, tell: (pool: SuperuserPool) => Value) => (at.kind === 'pool' ? tell(at.pool) : null)
    const listOf = ({ protocol }: SuperuserHolding) => found.lists.find((list) => list.protocol === protocol)!
    const columns: CsvColumn<Row>[] = [
      ...ownColumns<Row>(displayAddress),
      { name: 'pools_currency', kind: 'code', value: ({ one }) => one.ofAll?.currency ?? null },
      { name: 'pools_liquidity_pct', kind: 'number', value: ({ one }) => percent(one.ofAll?.liquidity) },
      { name: 'pools_fees_pct', kind: 'number', value: ({ one }) => percent(one.ofAll?.fees) },
      { name: 'place_kind', kind: 'code', value: ({ at }) => at.kind },
      { name: 'protocol', kind: 'code', value: ({ at }) => (at.kind === 'token' ? at.holding : at.pool).protocol },
      { name: 'place_pool', kind: 'code', value: (row) => provided(row, ({ pool }) => displayAddress(pool)) },
      { name: 'place_rank', kind: 'number', value: ({ at }) => String((at.kind === 'token' ? at.holding : at.pool).rank) },
      { name: 'place_large', kind: 'code', value: (row) => held(row, ({ among }) => among[0] ?? 'other') ?? provided(row, ({ isLarge }) => (isLarge ? 'provider' : 'other')) },
      { name: 'place_share_pct', kind: 'number', value: (row) => percent(held(row, ({ share }) => share) ?? provided(row, ({ liquidity }) => liquidity)) },
      { name: 'place_fees_pct', kind: 'number', value: (row) => percent(provided(row, ({ fees }) => fees)) },
      { name: 'amount_raw', kind: 'number', value: (row) => held(row, ({ amount }) => amount.toString()) },
      { name: 'denominator_raw', kind: 'number', value: (row) => held(row, (holding) => listOf(holding).denominator.toString()) },
      { name: 'day', kind: 'code', value: (row) => held(row, (holding) => listOf(holding).day) },
      { name: 'block_number', kind: 'number', value: (row) => held(row, (holding) => String(listOf(holding).block)) },
      { name: 'block_time', kind: 'code', value: (row) => held(row, (holding) => toIsoTime(listOf(holding).timestamp)) },
    ]
    const rows = found.superusers.flatMap((one, place): Row[] => [
      ...one.holdings.map((holding) => ({ one, place, at: { kind: 'token' as const, holding } })),
      ...one.pools.map((pool) => ({ one, place, at: { kind: 'pool' as const, pool } })),
    ])
    const table = superusersTableView(found, displayAddress, locale)
    return toTableView({ id: 'superusersTable', title: superusersTable.title[locale], sentence: superusersSentence(found, displayAddress, locale), notes: superusersNotes(found, locale), table, columns, rows }, locale)
  },
}

export const superusersMatrix: Chart = {
  ...shared,
  id: 'superusersMatrix',
  title: { en: 'Which account is large in which protocol', de: 'Welches Konto in welchem Protokoll groß ist' },
  kind: 'table',
  view: ({ superusers: found, displayAddress }, locale) => {
    if (!found || !hasSeveral(found)) return null
    type Row = { one: Superuser; place: number }
    const columns: CsvColumn<Row>[] = [
      ...ownColumns<Row>(displayAddress),
      ...found.lists.flatMap(({ protocol }): CsvColumn<Row>[] => {
        const place = ({ one }: Row) => one.holdings.find((holding) => holding.protocol === protocol)
        const word = protocol.replaceAll('-', '_')
        return [
          { name: `rank_in_${word}`, kind: 'number', value: (row) => place(row)?.rank.toString() ?? null },
          { name: `share_in_${word}_pct`, kind: 'number', value: (row) => percent(place(row)?.share) },
        ]
      }),
    ]
    return toTableView({
      id: 'superusersMatrix', title: superusersMatrix.title[locale], sentence: superusersSentence(found, displayAddress, locale), notes: [...matrixNotes(found, locale), ...superusersNotes(found, locale)],
      table: superusersMatrixView(found, displayAddress, locale), columns, rows: found.superusers.map((one, place) => ({ one, place })),
    }, locale)
  },
}

const logarithm = (natural: number) => toPlainDecimal(natural / Math.LN10)
const verdicts = { strict: 'bonferroni', mild: 'benjamini_hochberg', none: 'no' } as const

export const holderOverlap: Chart = {
  ...shared,
  id: 'holderOverlap',
  title: { en: 'How many of the largest holders protocols have in common', de: 'Wie viele der größten Halter Protokolle gemeinsam haben' },
  kind: 'chart',
  view: ({ superusers: found }, locale) => {
    if (!found || found.overlaps.length === 0) return null
    type Row = HolderOverlap & { list: Depth }
    const columns: CsvColumn<Row>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocols: [first] }) => first },
      { name: 'other_protocol', kind: 'code', value: ({ protocols: [, second] }) => second },
      { name: 'list', kind: 'code', value: ({ list }) => list },
      { name: 'list_length', kind: 'number', value: ({ tests, list }) => String(tests[list].first) },
      { name: 'other_list_length', kind: 'number', value: ({ tests, list }) => String(tests[list].second) },
      { name: 'hold_either', kind: 'number', value: ({ population }) => String(population) },
      { name: 'hold_both', kind: 'number', value: ({ both }) => String(both) },
      { name: 'in_common', kind: 'number', value: ({ tests, list }) => String(tests[list].common) },
      { name: 'expected_in_common', kind: 'number', value: ({ tests, list }) => toPlainDecimal(tests[list].expected) },
      { name: 'log10_p', kind: 'number', value: ({ tests, list }) => logarithm(tests[list].logP) },
      { name: 'log10_p_benjamini_hochberg', kind: 'number', value: ({ tests, list }) => logarithm(tests[list].logFalseDiscovery) },
      { name: 'log10_p_bonferroni', kind: 'number', value: ({ tests, list }) => logarithm(tests[list].logBonferroni) },
      { name: 'more_than_chance', kind: 'code', value: ({ tests, list }) => verdicts[toVerdict(tests[list])] },
    ]
    const rows = toLeastLikely(found.overlaps).flatMap((overlap) => depths.map((list): Row => ({ ...overlap, list })))
    return { ...toChartView(holderOverlapSpec(found, locale), 'holderOverlap', toDataTable(columns, rows), locale), table: holderOverlapTable(found, locale) }
  },
}
