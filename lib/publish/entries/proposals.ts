import type { Locale } from '@/lib/domain/text'
import { runningLength, toDecisionRates, toRunningRate, type DecisionQuestion } from '@/lib/governance/decisionRates'
import { toDecisions, type DatedDecision } from '@/lib/views/decidedProposal'
import { decisionRates as decisionRatesView, decisionRatesSentence, insidersNote, type RateRow } from '@/lib/views/decisionRates'
import { decisionsOverTime as decisionsOverTimeSpec, decisiveRatesOverTime as decisiveRatesSpec } from '@/lib/views/decisionsOverTime'
import { formatNumber } from '@/lib/views/format'
import { proposalsSentence, proposalsTable as proposalsTableView } from '@/lib/views/proposalsTable'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercent } from '../plainDecimal'
import { proposalColumns, proposalNameColumns } from '../proposalColumns'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { toProposalContext } from './proposalParts'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: false, days: false, fixed: false, needs: ['proposals'], long: false } as const satisfies Partial<Chart>

/** So many rows are shown; files have all of them. */
const rowsShown = 100

const words = {
  en: {
    turnout: 'Turnout is what was cast of all votes that could have been cast when they were counted; where only the end of the day before is known, of those then.', quorum: 'Minimal quorum: the fewest voters with at least half of what was cast (Falk et al. 2024).',
    shown: (rows: string, all: string) => `The ${rows} newest of ${all} are shown; the files have all of them.`,
  },
  de: {
    turnout: 'Beteiligung ist, was von allen Stimmen abgegeben wurde, die bei der Zählung hätten abgegeben werden können; wo nur das Ende des Vortags bekannt ist, von denen an diesem.', quorum: 'Minimales Quorum: die wenigsten Abstimmenden mit mindestens der Hälfte des Abgegebenen (Falk et al. 2024).',
    shown: (rows: string, all: string) => `Gezeigt sind die ${rows} neuesten von ${all}; die Dateien enthalten alle.`,
  },
} as const

const toShownNote = (all: number, locale: Locale): string[] =>
  all > rowsShown ? [words[locale].shown(formatNumber(rowsShown, 'count', locale), formatNumber(all, 'count', locale))] : []

export const proposalsTable: Chart = {
  ...shared,
  id: 'proposalsTable',
  title: { en: 'All proposals', de: 'Alle Vorschläge' },
  kind: 'table',
  view: (loaded, locale) => {
    const context = toProposalContext(loaded)
    if (!context || loaded.proposals.length === 0) return null
    const { proposals } = loaded
    return toTableView({
      id: 'proposalsTable', title: toTitle(proposalsTable.title, context.token.symbol, locale), sentence: proposalsSentence(proposals, locale),
      notes: [words[locale].quorum, words[locale].turnout, ...toShownNote(proposals.length, locale)],
      table: proposalsTableView(proposals.slice(0, rowsShown), context, locale), columns: proposalColumns(context.slug, context.display), rows: proposals,
    }, locale)
  },
}

const dayColumn = <Row>(of: (row: Row) => DatedDecision): CsvColumn<Row> => ({ name: 'day', kind: 'code', value: (row) => toIsoTime(of(row).proposal.closes).slice(0, 10) })

export const decisionsOverTime: Chart = {
  ...shared,
  id: 'decisionsOverTime',
  title: { en: 'How few could have turned each decision', de: 'Wie wenige jede Entscheidung hätten kippen können' },
  kind: 'chart',
  view: (loaded, locale) => {
    const context = toProposalContext(loaded)
    const decisions = toDecisions(loaded.proposals)
    if (!context || decisions.length === 0) return null
    const columns: CsvColumn<DatedDecision>[] = [
      dayColumn((decision) => decision),
      { name: 'flip_fewest', kind: 'number', value: ({ ruling }) => ruling.flip.fewest?.count.toString() ?? null },
      { name: 'flip_alone', kind: 'number', value: ({ ruling }) => String(ruling.flip.alone) },
      { name: 'flip_is_bound', kind: 'code', value: ({ ruling: { flip } }) => flip.fewest && (flip.fewest.exact ? 'no' : 'yes') },
      { name: 'passed', kind: 'code', value: ({ ruling }) => (ruling.passed ? 'yes' : 'no') },
      { name: 'closes_time', kind: 'code', value: ({ proposal }) => toIsoTime(proposal.closes) },
      ...proposalNameColumns<DatedDecision>(({ proposal }) => proposal, context.slug),
    ]
    return toChartView(decisionsOverTimeSpec(decisions, context.token.symbol, locale), 'decisionsOverTime', toDataTable(columns, decisions), locale)
  },
}

export const decisiveRatesOverTime: Chart = {
  ...shared,
  id: 'decisiveRatesOverTime',
  title: { en: 'How often one voter was decisive, over the last ten', de: 'Wie oft ein Einzelner entscheidend war, über die letzten zehn' },
  kind: 'chart',
  view: (loaded, locale) => {
    const context = toProposalContext(loaded)
    const decisions = toDecisions(loaded.proposals)
    const chart = context && decisiveRatesSpec(decisions, context.token.symbol, locale)
    if (!context || !chart) return null
    type Row = DatedDecision & { place: number }
    const rates = Object.fromEntries((['byOne', 'byThree', 'turnedByAddress'] as const).map((question) => [question, toRunningRate(decisions, question)]))
    const share = (name: string, question: DecisionQuestion): CsvColumn<Row> => ({
      name, kind: 'number', value: ({ place }) => {
        const rate = rates[question]![place]
        return rate ? toPercent(BigInt(rate.count), BigInt(rate.of)) : null
      },
    })
    const columns: CsvColumn<Row>[] = [
      dayColumn((row) => row),
      share('one_voter_pct', 'byOne'),
      share('three_voters_pct', 'byThree'),
      share('by_address_pct', 'turnedByAddress'),
      { name: 'closes_time', kind: 'code', value: ({ proposal }) => toIsoTime(proposal.closes) },
      ...proposalNameColumns<Row>(({ proposal }) => proposal, context.slug),
    ]
    const rows = decisions.map((decision, place) => ({ ...decision, place })).slice(runningLength - 1)
    return toChartView(chart, 'decisiveRatesOverTime', toDataTable(columns, rows), locale)
  },
}

export const decisionRates: Chart = {
  ...shared,
  id: 'decisionRates',
  title: { en: 'How often few decided', de: 'Wie oft wenige entschieden' },
  kind: 'table',
  view: (loaded, locale) => {
    const context = toProposalContext(loaded)
    if (!context || loaded.proposals.length === 0) return null
    const rows = Object.entries(toDecisionRates(toDecisions(loaded.proposals))).map(([question, rate]): RateRow => ({ question: question as DecisionQuestion, ...rate }))
    const columns: CsvColumn<RateRow>[] = [
      { name: 'question', kind: 'code', value: ({ question }) => question },
      { name: 'decisions', kind: 'number', value: ({ count }) => String(count) },
      { name: 'decisions_asked', kind: 'number', value: ({ of }) => String(of) },
      { name: 'share_pct', kind: 'number', value: ({ count, of }) => (of > 0 ? toPercent(BigInt(count), BigInt(of)) : null) },
      { name: 'protocol', kind: 'code', value: () => context.slug },
    ]
    return toTableView({
      id: 'decisionRates', title: toTitle(decisionRates.title, context.token.symbol, locale), sentence: decisionRatesSentence(rows, locale), notes: [insidersNote(locale)],
      table: decisionRatesView(rows, locale), columns, rows,
    }, locale)
  },
}
