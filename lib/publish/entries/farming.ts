import { toRatio } from '@/lib/domain/amount'
import type { Text } from '@/lib/domain/text'
import type { RewardMonth } from '@/lib/liquidity/rewardMonths'
import { rewardUses, type RewardUseKind, type UseSums } from '@/lib/liquidity/rewardUse'
import { farmingSentence, farmingTable as farmingTableView, type FarmingRow } from '@/lib/views/farming/farmingTable'
import { rewardsByStake as rewardsByStakeSpec } from '@/lib/views/farming/rewardsByStake'
import { rewardsOverTime as rewardsOverTimeSpec } from '@/lib/views/farming/rewardsOverTime'
import { rewardUse as rewardUseSpec, toParts } from '@/lib/views/farming/rewardUse'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import type { RewardReading } from '../loadedFarming'
import { toPercent, toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { contractColumns, farmingShape, toFarmingParts, type FarmingParts, type PayingContract } from './farmingParts'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'

const returnTexts: Text = {
  en: 'Return: rewards ÷ (what was staked × the time that it stood), as a share of what a stake is worth in the token at that block; a share of a pair is worth twice the pair’s own tokens for it. After gas: less what staking, fetching and taking back cost, at each day’s mean price. Price moves are not in it.',
  de: 'Ertrag: Belohnungen ÷ (Einlage × Zeit, die sie lag), als Anteil an dem, was eine Einlage zu diesem Block in Token wert ist; ein Anteil an einem Paar ist das Doppelte der Token wert, die das Paar dafür hält. Nach Gas: abzüglich dessen, was Einlegen, Abholen und Zurückholen kosteten, zum mittleren Preis des Tages. Kursbewegungen sind nicht enthalten.',
}

type TenthRow = FarmingRow & { contract: PayingContract; stakers: number; owedBlock: number | null }

const toTenthRows = (reading: RewardReading, { nameOf, contractOf }: FarmingParts): TenthRow[] => {
  if (reading.farming.status !== 'ok') return []
  const { deciles } = reading.farming
  const paid = deciles.reduce((sum, { rewards }) => sum + rewards, 0n)
  const stakers = deciles.reduce((sum, decile) => sum + decile.stakers, 0)
  const { stake, worth, owed } = reading
  return deciles.map((decile, place) => ({
    name: nameOf(reading), decile, paid, stake, isShare: worth !== null, owed: owed?.byDecile[place] ?? null, contract: contractOf(reading), stakers, owedBlock: owed?.block ?? null,
  }))
}

const raw = (amount: bigint | null) => (amount === null ? null : String(amount))

const tenthColumns: CsvColumn<TenthRow>[] = [
  ...contractColumns<TenthRow>(({ contract }) => contract),
  { name: 'stakers_tenth', kind: 'number', value: ({ decile }) => String(decile.decile) },
  { name: 'stakers', kind: 'number', value: ({ decile }) => String(decile.stakers) },
  { name: 'stakers_share_pct', kind: 'number', value: ({ decile, stakers }) => toPercent(BigInt(decile.stakers), BigInt(stakers)) },
  { name: 'peak_stake_raw', kind: 'number', value: ({ decile }) => raw(decile.peak) },
  { name: 'stake_seconds_raw', kind: 'number', value: ({ decile }) => raw(decile.stakeSeconds) },
  { name: 'rewards_raw', kind: 'number', value: ({ decile }) => raw(decile.rewards) },
  { name: 'rewards_share_pct', kind: 'number', value: ({ decile, paid }) => (paid === 0n ? null : toPercent(decile.rewards, paid)) },
  { name: 'rewards_owed_raw', kind: 'number', value: ({ owed }) => raw(owed) },
  { name: 'owed_block', kind: 'number', value: ({ owedBlock }) => (owedBlock === null ? null : String(owedBlock)) },
  { name: 'gas_cost_wei', kind: 'number', value: ({ decile }) => raw(decile.gasWei) },
  { name: 'gas_cost_rewards_raw', kind: 'number', value: ({ decile }) => raw(decile.gasInRewards) },
  { name: 'yearly_before_gas', kind: 'number', value: ({ decile }) => (decile.beforeGas === null ? null : toPlainDecimal(decile.beforeGas)) },
  { name: 'yearly_after_gas', kind: 'number', value: ({ decile }) => (decile.afterGas === null ? null : toPlainDecimal(decile.afterGas)) },
  { name: 'yearly_kind', kind: 'code', value: ({ isShare }) => (isShare ? 'share' : 'ratio') },
]

export const rewardsByStake: Chart = {
  ...farmingShape,
  id: 'rewardsByStake',
  title: { en: 'Who got the rewards', de: 'Wer die Belohnungen bekam' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toFarmingParts(loaded, locale)
    if (parts?.largest.farming.status !== 'ok') return null
    const { token, largest, notes, foot, nameOf } = parts
    const rows = toTenthRows(largest, parts)
    const chart = rewardsByStakeSpec({ name: nameOf(largest), deciles: rows.map(({ decile }) => decile) }, token, notes(true), locale)
    return chart && toChartView(chart, 'rewardsByStake', toDataTable([...tenthColumns, ...foot], [...rows].reverse()), locale)
  },
}

export const farmingTable: Chart = {
  ...farmingShape,
  id: 'farmingTable',
  title: { en: 'Rewards by size of stake', de: 'Belohnungen nach Größe der Einlage' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toFarmingParts(loaded, locale)
    if (!parts) return null
    const { token, farming: { programs }, notes, foot, nameOf } = parts
    const rows = programs.flatMap((reading) => toTenthRows(reading, parts))
    const few = programs.flatMap((reading) => (reading.farming.status === 'ok' ? [] : [{ name: nameOf(reading), stakers: reading.stakers }]))
    return toTableView({
      id: 'farmingTable', title: toTitle(farmingTable.title, token.symbol, locale), sentence: farmingSentence(rows, few, token, locale), notes: [returnTexts[locale], ...notes(false)],
      table: farmingTableView(rows, token, locale), columns: [...tenthColumns, ...foot], rows,
    }, locale)
  },
}

interface UseRow {
  contract: PayingContract
  of: 'largest' | 'others' | 'all'
  kind: RewardUseKind
  sums: UseSums
}

export const rewardUse: Chart = {
  ...farmingShape,
  id: 'rewardUse',
  title: { en: 'What became of rewards', de: 'Was aus Belohnungen wurde' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toFarmingParts(loaded, locale)
    if (!parts) return null
    const { token, farming, largest, notes, foot, contractOf } = parts
    const chart = rewardUseSpec({ ...largest, compounding: farming.compounding }, token, notes(true), locale)
    const rows = farming.programs.flatMap((reading) => toParts(reading).flatMap(({ id, sums }) => rewardUses.map((kind): UseRow => ({ contract: contractOf(reading), of: id, kind, sums }))))
    const all = ({ sums }: UseRow) => rewardUses.reduce((sum, kind) => sum + sums[kind], 0n)
    const columns: CsvColumn<UseRow>[] = [
      ...contractColumns<UseRow>(({ contract }) => contract),
      { name: 'use_of', kind: 'code', value: ({ of }) => of },
      { name: 'use', kind: 'code', value: ({ kind }) => kind },
      { name: 'used_raw', kind: 'number', value: ({ kind, sums }) => String(sums[kind]) },
      { name: 'used_share_pct', kind: 'number', value: (row) => (all(row) === 0n ? null : toPercent(row.sums[row.kind], all(row))) },
      ...foot,
    ]
    return chart && toChartView(chart, 'rewardUse', toDataTable(columns, rows), locale)
  },
}

export const rewardsOverTime: Chart = {
  ...farmingShape,
  id: 'rewardsOverTime',
  title: { en: 'Rewards that went to those who already were the largest', de: 'Belohnungen, die an die schon Größten gingen' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toFarmingParts(loaded, locale)
    if (!parts) return null
    const { token, farming, largest, notes, foot, contractOf } = parts
    const chart = rewardsOverTimeSpec(largest.months, token.symbol, notes(true), locale)
    type Row = RewardMonth & { contract: PayingContract }
    const rows = farming.programs.flatMap((reading) => reading.months.map((month): Row => ({ ...month, contract: contractOf(reading) })))
    const share = (part: bigint, { ranked }: RewardMonth) => (ranked === 0n ? null : toPercentDecimal(toRatio(part, ranked)))
    const columns: CsvColumn<Row>[] = [
      { name: 'month', kind: 'code', value: ({ month }) => month },
      ...contractColumns<Row>(({ contract }) => contract),
      { name: 'month_rewards_raw', kind: 'number', value: ({ rewards }) => String(rewards) },
      { name: 'ranked_rewards_raw', kind: 'number', value: ({ ranked }) => String(ranked) },
      { name: 'to_largest_raw', kind: 'number', value: ({ toLargest }) => String(toLargest) },
      { name: 'to_largest_pct', kind: 'number', value: (row) => share(row.toLargest, row) },
      { name: 'by_stake_pct', kind: 'number', value: (row) => share(row.byStake, row) },
      ...foot,
    ]
    return chart && toChartView(chart, 'rewardsOverTime', toDataTable(columns, rows), locale)
  },
}
