import { toDecimalString } from '@/lib/domain/amount'
import type { PoolDay } from '@/lib/domain/poolReading'
import { poolDayFigures, poolOverTime as poolOverTimeSpec, toValuedDays, type PoolDayFigure, type ValuedDay } from '@/lib/views/market/poolOverTime'
import { toMoneyUnit } from '@/lib/views/market/money'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { marketColumns, ofMarket, toMarketParts } from './marketParts'
import { pairColumns } from './pairColumns'

const titles: Readonly<Record<PoolDayFigure, Chart['title']>> = {
  value: { en: 'What is in the pool over time', de: 'Was im Pool liegt, im Lauf der Zeit' },
  fees: { en: 'Fees a day', de: 'Gebühren je Tag' },
}

type Row = ValuedDay & { of: PoolDay }

/** What is in a pool, and what it earns, day by day. */
export const poolOverTime: readonly Chart[] = poolDayFigures.map((figure): Chart => {
  const id = `poolOverTime-${figure}`
  return {
    ...ofMarket,
    id,
    title: titles[figure],
    kind: 'chart',
    needs: ['market', 'marketDays'],
    view: (loaded, locale) => {
      const parts = toMarketParts(loaded, locale)
      if (!parts || parts.days.length === 0) return null
      const { decimals } = toMoneyUnit(parts.facts, 'quote')
      const money = (name: PoolDayFigure): CsvColumn<Row> => ({ name: `day_${name}_quote`, kind: 'number', value: ({ [name]: units }) => (units === null ? null : toDecimalString(units, decimals)) })
      const valued = toValuedDays(parts.days, parts.facts)
      const rows = parts.days.map((of, place): Row => ({ ...valued[place]!, of }))
      const columns: CsvColumn<Row>[] = [
        { name: 'day', kind: 'code', value: ({ day }) => day },
        money(figure),
        ...poolDayFigures.filter((other) => other !== figure).map(money),
        ...pairColumns<Row>('in_pool', ({ of }) => of.state.amounts),
        ...pairColumns<Row>('volume', ({ of }) => of.state.volume),
        ...pairColumns<Row>('fees', ({ of }) => of.state.fees),
        ...pairColumns<Row>('protocol_fees', ({ of }) => of.state.protocolFees),
        ...pairColumns<Row>('unowned_fees', ({ of }) => of.state.unownedFees),
        ...pairColumns<Row>('just_in_time_fees', ({ of }) => of.state.justInTimeFees),
        { name: 'liquidity_raw', kind: 'number', value: ({ of }) => String(of.state.liquidity) },
        { name: 'day_block_number', kind: 'number', value: ({ of }) => String(of.state.block) },
        ...marketColumns<Row>(parts),
      ]
      return toChartView(poolOverTimeSpec(valued, figure, parts.facts, parts.name, parts.readingNotes, locale), id, toDataTable(columns, rows), locale)
    },
  }
})
