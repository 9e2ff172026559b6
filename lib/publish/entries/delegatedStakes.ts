import type { NetworkMonth, ShareFigures, StakeOperator } from '@/lib/domain/delegatedStakes'
import type { Locale } from '@/lib/domain/text'
import { shortAddress } from '@/lib/views/holderRow'
import { networkSentence, networkTable as networkTableView, toNetworkRows, type NetworkPart } from '@/lib/views/network/networkTable'
import { toNetworkNotes, type NetworkBasis } from '@/lib/views/network/networkWords'
import { operatorConcentration as operatorConcentrationSpec } from '@/lib/views/network/operatorConcentration'
import { operatorsTable as operatorsTableView } from '@/lib/views/network/operatorsTable'
import { operatorStakes as operatorStakesSpec, toLargestOperators } from '@/lib/views/network/operatorStakes'
import { operatorWork as operatorWorkSpec, toWorkers } from '@/lib/views/network/operatorWork'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercent, toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: false, days: false, fixed: false, needs: ['delegatedStakes'], long: false } as const

interface NetworkParts {
  basis: NetworkBasis
  foot: CsvColumn<unknown>[]
  operatorColumns: CsvColumn<StakeOperator>[]
}

/** What the charts of a network begin with; null where nothing is bonded, or nothing was read yet. */
function toNetworkParts({ protocol, studies: { delegatedStakes: kept }, displayAddress }: Loaded, locale: Locale): NetworkParts | null {
  const network = kept?.result.networks[0]
  if (!protocol || !kept || !network || network.byOperator.total === 0n) return null
  const names = new Map(protocol.labels.map(({ address, name }) => [address, name]))
  const raw = (name: string, of: (operator: StakeOperator) => bigint | null): CsvColumn<StakeOperator> => ({ name, kind: 'number', value: (operator) => of(operator)?.toString() ?? null })
  const share = (name: string, total: bigint, of: (operator: StakeOperator) => bigint): CsvColumn<StakeOperator> => ({ name, kind: 'number', value: (operator) => (total === 0n ? null : toPercent(of(operator), total)) })
  return {
    basis: {
      network, token: protocol.token,
      nameOf: (account) => names.get(account) ?? shortAddress(displayAddress(account)),
      notes: toNetworkNotes(network, kept, kept.result.networks.length - 1, locale),
    },
    operatorColumns: [
      { name: 'operator_rank', kind: 'number', value: ({ account }) => String(network.operators.findIndex((one) => one.account === account) + 1) },
      { name: 'address', kind: 'code', value: ({ account }) => displayAddress(account) },
      { name: 'label', kind: 'text', value: ({ account }) => names.get(account) ?? null },
      raw('operator_stake_raw', ({ stake }) => stake),
      share('operator_stake_pct', network.byOperator.total, ({ stake }) => stake),
      raw('operator_own_raw', ({ own }) => own),
      share('operator_own_pct', network.byOperator.total, ({ own }) => own),
      { name: 'operator_bonders', kind: 'number', value: ({ delegators }) => String(delegators) },
      raw('operator_fees_year_raw', ({ feesOfYear }) => feesOfYear),
      share('operator_fees_year_pct', network.feesOfYear.total, ({ feesOfYear }) => feesOfYear),
      raw('operator_fees_raw', ({ fees }) => fees),
      { name: 'operator_fees_in', kind: 'code', value: () => network.feesIn },
      raw('operator_rewards_year_raw', ({ rewardsOfYear }) => rewardsOfYear),
      share('operator_rewards_year_pct', network.rewardsOfYear.total, ({ rewardsOfYear }) => rewardsOfYear),
      raw('operator_rewards_raw', ({ rewards }) => rewards),
      raw('operator_kept_raw', (operator) => operator.kept),
    ],
    foot: [
      { name: 'bonded_in', kind: 'code', value: () => displayAddress(network.contract) },
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
      { name: 'token_address', kind: 'code', value: () => displayAddress(protocol.token.address) },
    ],
  }
}

const at = ({ studies: { delegatedStakes: kept } }: Loaded): CsvColumn<unknown>[] => [
  { name: 'day', kind: 'code', value: () => kept?.day ?? null },
  { name: 'block_number', kind: 'number', value: () => kept?.block.toString() ?? null },
]

/** What is drawn stands first. */
const toFront = (columns: readonly CsvColumn<StakeOperator>[], first: string) => [...columns].sort((a, b) => Number(b.name === first) - Number(a.name === first))

export const operatorStakes: Chart = {
  ...shared,
  id: 'operatorStakes',
  title: { en: 'Who has the stake', de: 'Bei wem der Einsatz liegt' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toNetworkParts(loaded, locale)
    const chart = parts && operatorStakesSpec(parts.basis, locale)
    return chart && toChartView(chart, 'operatorStakes', toDataTable([...toFront(parts.operatorColumns, 'operator_stake_pct'), ...parts.foot, ...at(loaded)], toLargestOperators(parts.basis.network)), locale)
  },
}

export const operatorWork: Chart = {
  ...shared,
  id: 'operatorWork',
  title: { en: 'Who gets the work', de: 'Wer die Arbeit bekommt' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toNetworkParts(loaded, locale)
    const chart = parts && operatorWorkSpec(parts.basis, locale)
    if (!chart) return null
    const drawn = parts.basis.network.feesOfYear.total > 0n ? 'operator_fees_year_pct' : 'operator_rewards_year_pct'
    return toChartView(chart, 'operatorWork', toDataTable([...toFront(parts.operatorColumns, drawn), ...parts.foot, ...at(loaded)], toWorkers(parts.basis.network)), locale)
  },
}

const figure = <Row>(name: string, of: (row: Row) => number | null): CsvColumn<Row> => ({
  name, kind: 'number', value: (row) => {
    const value = of(row)
    return value === null ? null : name.endsWith('_pct') ? toPercentDecimal(value) : toPlainDecimal(value)
  },
})

export const operatorConcentration: Chart = {
  ...shared,
  id: 'operatorConcentration',
  title: { en: 'Stake and work over time', de: 'Einsatz und Arbeit im Zeitverlauf' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toNetworkParts(loaded, locale)
    const chart = parts && operatorConcentrationSpec(parts.basis, locale)
    if (!chart) return null
    const columns: CsvColumn<NetworkMonth>[] = [
      { name: 'day', kind: 'code', value: ({ day }) => day },
      figure('stake_tenth_pct', ({ byOperator }) => byOperator.tenth),
      figure('fees_tenth_pct', ({ fees }) => fees.tenth),
      figure('rewards_tenth_pct', ({ rewards }) => rewards.tenth),
      figure('stake_largest_pct', ({ byOperator }) => byOperator.largest),
      figure('stake_hhi', ({ byOperator }) => byOperator.hhi),
      figure('stake_nakamoto50', ({ byOperator }) => byOperator.nakamoto50),
      figure('stake_operators', ({ byOperator }) => byOperator.count),
      figure('stake_bonders', ({ byDelegator }) => byDelegator.count),
      figure('bonders_hhi', ({ byDelegator }) => byDelegator.hhi),
      { name: 'bonded_raw', kind: 'number', value: ({ byOperator }) => String(byOperator.total) },
      { name: 'month_fees_raw', kind: 'number', value: ({ fees }) => String(fees.total) },
      { name: 'month_new_tokens_raw', kind: 'number', value: ({ rewards }) => String(rewards.total) },
      ...parts.foot,
      { name: 'block_number', kind: 'number', value: ({ block }) => String(block) },
    ]
    return toChartView(chart, 'operatorConcentration', toDataTable(columns, parts.basis.network.months), locale)
  },
}

export const operatorsTable: Chart = {
  ...shared,
  id: 'operatorsTable',
  title: { en: 'Operators', de: 'Betreiber' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toNetworkParts(loaded, locale)
    if (!parts) return null
    const { basis, operatorColumns, foot } = parts
    return toTableView({
      id: 'operatorsTable', title: toTitle(operatorsTable.title, basis.token.symbol, locale), sentence: networkSentence(basis.network, locale), notes: basis.notes,
      table: operatorsTableView(basis, locale), columns: [...operatorColumns, ...foot, ...at(loaded)], rows: basis.network.operators,
    }, locale)
  },
}

export const networkTable: Chart = {
  ...shared,
  id: 'networkTable',
  title: { en: 'The same measures of stake and work', de: 'Dieselben Maße für Einsatz und Arbeit' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toNetworkParts(loaded, locale)
    if (!parts) return null
    const { basis: { network, token, notes }, foot } = parts
    type Row = { part: NetworkPart; figures: ShareFigures }
    const columns: CsvColumn<Row>[] = [
      { name: 'network_part', kind: 'code', value: ({ part }) => part },
      figure('shared_by', ({ figures }) => figures.count),
      { name: 'shared_raw', kind: 'number', value: ({ figures }) => String(figures.total) },
      figure('shared_largest_pct', ({ figures }) => figures.largest),
      figure('shared_tenth_pct', ({ figures }) => figures.tenth),
      figure('shared_hhi', ({ figures }) => figures.hhi),
      figure('shared_gini', ({ figures }) => figures.gini),
      figure('shared_nakamoto33', ({ figures }) => figures.nakamoto33),
      figure('shared_nakamoto50', ({ figures }) => figures.nakamoto50),
      figure('shared_nakamoto67', ({ figures }) => figures.nakamoto67),
      ...foot, ...at(loaded),
    ]
    return toTableView({
      id: 'networkTable', title: toTitle(networkTable.title, token.symbol, locale), sentence: networkSentence(network, locale), notes,
      table: networkTableView(parts.basis, locale), columns, rows: toNetworkRows(network),
    }, locale)
  },
}
