import { headlineLens, toLens } from '@/lib/ownership/lenses'
import { hhiDrivers as hhiDriversSpec, toDrivenMonths, type DrivenMonth } from '@/lib/views/hhiDrivers'
import { hhiPartIds } from '@/lib/domain/hhiDrivers'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toChartView } from './ownership'

const driven = ['largest', 'others', 'turnover', 'supply'] as const

export const hhiDrivers: Chart = {
  id: 'hhiDrivers',
  title: { en: 'What moved concentration', de: 'Was die Konzentration bewegt hat' },
  kind: 'chart', scopes: ['token'], lenses: false, days: false, fixed: false, needs: ['hhiDrivers'], long: false,
  view: ({ protocol, studies: { hhiDrivers: kept }, displayAddress }, locale) => {
    if (!protocol || !kept) return null
    const months = toDrivenMonths(kept.result)
    const chart = hhiDriversSpec(months, { name: protocol.token.symbol, lens: toLens(headlineLens) }, locale)
    if (!chart) return null
    const number = (name: string, tell: (month: DrivenMonth) => number | null | undefined): CsvColumn<DrivenMonth> => ({
      name, kind: 'number', value: (month) => {
        const value = tell(month)
        return value === null || value === undefined ? null : toPlainDecimal(value)
      },
    })
    const columns: CsvColumn<DrivenMonth>[] = [
      { name: 'day', kind: 'code', value: ({ of }) => of.day },
      ...driven.map((id) => number(`hhi_by_${id}`, ({ since }) => since[id])),
      number('hhi_change', ({ change }) => change),
      number('hhi', ({ of }) => of.hhi),
      ...hhiPartIds.map((id) => number(`month_by_${id}`, ({ of }) => of.parts?.[id])),
      number('holders', ({ of }) => of.holders),
      number('entered_accounts', ({ of }) => of.entered),
      number('left_accounts', ({ of }) => of.left),
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
      { name: 'token_address', kind: 'code', value: () => displayAddress(protocol.token.address) },
      { name: 'lens', kind: 'code', value: () => headlineLens },
      { name: 'denominator_raw', kind: 'number', value: ({ of }) => String(of.total) },
      { name: 'block_number', kind: 'number', value: ({ of }) => String(of.block) },
    ]
    return toChartView(chart, 'hhiDrivers', toDataTable(columns, months), locale)
  },
}
