import type { Finding, ThesisFindings, ThesisId } from '@/lib/domain/finding'
import { figuresBySubject, figuresTable, toKind, toTold, type FigureChart } from '@/lib/views/findings/figuresBySubject'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toFigureColumns } from '../figureColumns'
import type { Chart } from '../view'
import { toChartView } from './ownership'

const charts: readonly (FigureChart & { thesis: ThesisId })[] = [
  {
    thesis: 'profitsGather', id: 'profitsBySize', title: { en: 'What large and small providers got', de: 'Was große und kleine Anbieter bekamen' },
    drawn: ['topTenthEarned', 'smallerHalfEarned'], told: ['topTenthProvided', 'smallLost', 'largeLost', 'providers', 'pools'],
  },
  {
    thesis: 'profitsGather', id: 'earnedBySize', title: { en: 'What one of the large and one of the small earned', de: 'Was ein großer und ein kleiner Anbieter verdiente' },
    drawn: ['largeMedian', 'smallMedian'], told: ['timesAsMuch', 'providers'],
  },
  {
    thesis: 'teamsControl', id: 'contractHands', title: { en: 'What a few keys can change', de: 'Was wenige Schlüssel ändern können' },
    drawn: ['byFewKeys', 'codeByFewKeys'], told: ['byFewKeysAtMost', 'contracts', 'withKeys', 'byVote', 'byNobody', 'byAnybody', 'unread', 'fewestSignatures'],
  },
  {
    thesis: 'complexityShutsOut', id: 'takingPart', title: { en: 'Who takes part: the large and the small', de: 'Wer sich beteiligt: die Großen und die Kleinen' },
    drawn: ['largeTakePart', 'smallTakePart'], told: ['allTakePart', 'holders', 'throughTakePart', 'throughContracts', 'costOfMedian', 'meanDepth', 'behindContracts'],
  },
  {
    thesis: 'whatRulesReach', id: 'withinReach', title: { en: 'What lies with custodians, and what has keys', de: 'Was bei Verwahrern liegt und was Schlüssel hat' },
    drawn: ['underCustody', 'withKeys'], told: ['withKeysAtMost', 'namedKeys', 'contracts', 'controllers'],
  },
]

function toColumns(found: ThesisFindings, { drawn, told }: FigureChart): CsvColumn<Finding>[] {
  return [
    // What is drawn comes first.
    ...[...drawn, ...told].flatMap((id) => {
      const kind = toKind(found, id)
      return kind ? toFigureColumns(kind, false) : []
    }),
    { name: 'subject_id', kind: 'code', value: ({ subject }) => subject.id },
    { name: 'subject_name', kind: 'text', value: ({ subject }) => subject.name.en },
    { name: 'is_demo', kind: 'code', value: ({ subject }) => (subject.demo ? 'yes' : 'no') },
    { name: 'day', kind: 'code', value: ({ basis }) => basis?.day ?? null },
    { name: 'block_number', kind: 'number', value: ({ basis }) => basis?.block?.toString() ?? null },
  ]
}

/** Figures of claims beside each other, over all that are followed: earnings, keys, taking part, reach. */
export const figureCharts: readonly Chart[] = charts.map((one): Chart => ({
  id: one.id, title: one.title, kind: 'chart', scopes: ['all'], lenses: false, days: false, fixed: false, needs: ['findings'], long: false,
  view: ({ findings }, locale) => {
    const found = findings.find(({ words }) => words.id === one.thesis)
    const chart = found && figuresBySubject(found, one, locale)
    if (!found || !chart) return null
    return { ...toChartView(chart, one.id, toDataTable(toColumns(found, one), toTold(found, one)), locale), table: figuresTable(found, one, locale) }
  },
}))
