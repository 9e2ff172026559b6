import { castOverTime as castOverTimeSpec, toCastAmplification, type CastProposal } from '@/lib/views/castOverTime'
import { toValue } from '@/lib/views/metricCell'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPlainDecimal } from '../plainDecimal'
import { proposalNameColumns } from '../proposalColumns'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toProposalContext } from './proposalParts'

/** How many times as concentrated what was cast was as what was held, by decided proposal. */
export const castOverTime: Chart = {
  id: 'castOverTime',
  title: { en: 'How much voting concentrates', de: 'Wie stark das Abstimmen konzentriert' },
  kind: 'chart', scopes: ['token'], lenses: true, days: true, fixed: false, needs: ['proposals', 'history'], long: false,
  view: (loaded, locale) => {
    const context = toProposalContext(loaded)
    const rows = toRows(loaded)
    if (!context || rows.length === 0) return null
    const write = (value: number | null) => (value === null ? null : toPlainDecimal(value))
    const columns: CsvColumn<CastProposal>[] = [
      { name: 'day', kind: 'code', value: toDay },
      { name: 'amplification', kind: 'number', value: (row) => write(toCastAmplification(row)) },
      { name: 'cast_hhi', kind: 'number', value: ({ spread }) => toPlainDecimal(spread.hhi) },
      { name: 'cast_nakamoto50', kind: 'number', value: ({ spread }) => String(spread.nakamoto50) },
      { name: 'held_hhi', kind: 'number', value: ({ held }) => write(toValue(held)) },
      { name: 'closes_time', kind: 'code', value: ({ proposal }) => toIsoTime(proposal.closes) },
      { name: 'lens', kind: 'code', value: () => loaded.lens.id },
      ...proposalNameColumns<CastProposal>(({ proposal }) => proposal, context.slug),
    ]
    const chart = castOverTimeSpec(rows, { lens: loaded.lens, name: context.token.symbol }, locale)
    return toChartView(chart, 'castOverTime', toDataTable(columns, rows), locale)
  },
}

const toDay = ({ proposal }: Pick<CastProposal, 'proposal'>) => toIsoTime(proposal.closes).slice(0, 10)

/** Those that were decided on days of which it is kept what was held, oldest first. */
function toRows({ proposals, history }: Loaded): CastProposal[] {
  const held = new Map(history.map(({ day, metrics }) => [day, metrics.hhi]))
  return proposals.flatMap(({ proposal, outcome: { spread, ruling } }): CastProposal[] => {
    const day = toDay({ proposal })
    const isAsked = day >= (history[0]?.day ?? '') && day <= (history.at(-1)?.day ?? '')
    const isDecided = spread !== null && ruling !== 'undecided' && ruling !== 'canceled'
    return isAsked && isDecided ? [{ proposal, spread, held: held.get(day) }] : []
  }).reverse()
}
