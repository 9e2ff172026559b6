import { toDecimalString } from '@/lib/domain/amount'
import type { Rung } from '@/lib/governance/ladder'
import { toMetric } from '@/lib/metrics/registry'
import { ladderMetricIds, powerLadder as powerLadderSpec, powerLadderTable, toSupplyShare } from '@/lib/views/powerLadder'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { metricColumns } from '../metricColumns'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { toVotesParts } from './votesParts'

const shared = { kind: 'chart', scopes: ['token'], lenses: true, fixed: false, long: false } as const

export const powerLadder: Chart = {
  ...shared,
  id: 'powerLadder',
  title: { en: 'From holding to deciding', de: 'Vom Besitz zur Entscheidung' },
  days: false,
  needs: ['votes'],
  view: (loaded, locale) => {
    const parts = toVotesParts(loaded, locale)
    if (!parts) return null
    const { token, votes: { ladder }, notes, foot } = parts
    const share = (rung: Rung) => toSupplyShare(ladder.supply, rung)
    const amplification = ({ id }: Rung) => (id === 'delegated' || id === 'cast' ? ladder.amplification[id] : null)
    const number = (value: number | null, write: (value: number) => string) => (value === null ? null : write(value))
    const columns: CsvColumn<Rung>[] = [
      { name: 'rung', kind: 'code', value: ({ id }) => id },
      ...metricColumns<Rung>(({ metrics }) => metrics, (['hhi'] as const).map(toMetric)),
      { name: 'amplification', kind: 'number', value: (rung) => number(amplification(rung), toPlainDecimal) },
      { name: 'amount', kind: 'number', value: ({ total }) => toDecimalString(total, token.decimals) },
      { name: 'amount_raw', kind: 'number', value: ({ total }) => String(total) },
      { name: 'supply_pct', kind: 'number', value: (rung) => number(share(rung), toPercentDecimal) },
      ...metricColumns<Rung>(({ metrics }) => metrics, ladderMetricIds.filter((id) => id !== 'hhi').map(toMetric)),
      { name: 'left_out_accounts', kind: 'number', value: ({ excluded }) => String(excluded.accounts) },
      { name: 'left_out_raw', kind: 'number', value: ({ excluded }) => String(excluded.amount) },
      ...foot,
    ]
    const chart = powerLadderSpec(ladder, token.symbol, notes({ delegates: true, proposals: true }), locale)
    return { ...toChartView(chart, 'powerLadder', toDataTable(columns, ladder.rungs), locale), table: powerLadderTable(ladder, token, locale) }
  },
}
