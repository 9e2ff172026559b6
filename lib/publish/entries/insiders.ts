import { insiderRoles, type InsiderMonth, type InsiderRole } from '@/lib/domain/cohorts'
import { insidersOverTime as insidersOverTimeSpec } from '@/lib/views/cohorts/insidersOverTime'
import { toVestingMonths, vestingPaid as vestingPaidSpec, type VestingMonth } from '@/lib/views/cohorts/vestingPaid'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercent } from '../plainDecimal'
import type { Chart } from '../view'
import { cohortChart, monthColumns, toCohortParts } from './cohortParts'
import { toChartView } from './ownership'

const percent = (part: bigint, whole: bigint) => (whole > 0n ? toPercent(part, whole) : null)

export const insidersOverTime: Chart = {
  ...cohortChart,
  id: 'insidersOverTime',
  title: { en: 'What insiders and the treasury hold', de: 'Was Insider und die Treasury halten' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const chart = parts && insidersOverTimeSpec(parts.study, parts.token.symbol, parts.notes('insiders'), locale)
    if (!parts || !chart) return null
    const { insiders, insiderMonths } = parts.study
    type Row = InsiderMonth & { role: InsiderRole }
    const rows = insiderMonths.flatMap((month) => insiderRoles.filter((role) => insiders[role] > 0).map((role): Row => ({ ...month, role })))
    const columns: CsvColumn<Row>[] = [
      ...monthColumns<Row>(),
      { name: 'group', kind: 'code', value: ({ role }) => role },
      { name: 'labelled_accounts', kind: 'number', value: ({ role }) => String(insiders[role]) },
      { name: 'amount_raw', kind: 'number', value: ({ role, byRole }) => String(byRole[role]) },
      { name: 'share_pct', kind: 'number', value: ({ role, byRole, supply }) => percent(byRole[role], supply) },
      { name: 'denominator_raw', kind: 'number', value: ({ supply }) => String(supply) },
      ...parts.protocolColumns,
    ]
    return toChartView(chart, 'insidersOverTime', toDataTable(columns, rows), locale)
  },
}

export const vestingPaid: Chart = {
  ...cohortChart,
  id: 'vestingPaid',
  title: { en: 'What vesting contracts have paid out', de: 'Was Vesting-Contracts ausgezahlt haben' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const chart = parts && vestingPaidSpec(parts.study, parts.token.symbol, parts.notes('insiders'), locale)
    if (!parts || !chart) return null
    const [day, block] = monthColumns<VestingMonth>()
    const columns: CsvColumn<VestingMonth>[] = [
      day,
      { name: 'vesting_paid_so_far_pct', kind: 'number', value: ({ paidSoFar, supply }) => percent(paidSoFar, supply) },
      { name: 'vesting_paid_so_far_raw', kind: 'number', value: ({ paidSoFar }) => String(paidSoFar) },
      { name: 'vesting_paid_raw', kind: 'number', value: ({ paidOut }) => String(paidOut) },
      { name: 'vesting_holds_raw', kind: 'number', value: ({ byRole }) => String(byRole.vesting) },
      { name: 'vesting_holds_pct', kind: 'number', value: ({ byRole, supply }) => percent(byRole.vesting, supply) },
      { name: 'people_hold_raw', kind: 'number', value: ({ byRole }) => String(byRole.team + byRole.investor) },
      { name: 'people_hold_pct', kind: 'number', value: ({ byRole, supply }) => percent(byRole.team + byRole.investor, supply) },
      { name: 'denominator_raw', kind: 'number', value: ({ supply }) => String(supply) },
      block, ...parts.protocolColumns,
    ]
    return toChartView(chart, 'vestingPaid', toDataTable(columns, toVestingMonths(parts.study.insiderMonths)), locale)
  },
}
