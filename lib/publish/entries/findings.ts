import type { Finding, FindingSubject, ThesisFindings } from '@/lib/domain/finding'
import { overallRule } from '@/lib/findings/judgeOverall'
import { theses } from '@/lib/findings/registry'
import { reasonText } from '@/lib/views/findings/reasonText'
import { thesisChart, thesisTable, toFigureKinds, toRanked } from '@/lib/views/findings/thesisChart'
import { verdictsNotes, verdictsSentence, verdictsTable as verdictsTableView } from '@/lib/views/findings/verdictsTable'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toFigureColumns } from '../figureColumns'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { toTableView } from './toTableView'

const shared = { scopes: ['all'], lenses: false, days: false, fixed: false, needs: ['findings'], long: false } as const satisfies Partial<Chart>

const subjectColumns = <Row>(of: (row: Row) => Finding): CsvColumn<Row>[] => [
  { name: 'subject_id', kind: 'code', value: (row) => of(row).subject.id },
  { name: 'subject_name', kind: 'text', value: (row) => of(row).subject.name.en },
  { name: 'verdict', kind: 'code', value: (row) => of(row).verdict },
  { name: 'verdict_reason', kind: 'text', value: (row) => reasonText(of(row), 'en') },
  { name: 'is_demo', kind: 'code', value: (row) => (of(row).subject.demo ? 'yes' : 'no') },
  { name: 'day', kind: 'code', value: (row) => of(row).basis?.day ?? null },
  { name: 'block_number', kind: 'number', value: (row) => of(row).basis?.block?.toString() ?? null },
]

/** Its lead figure comes first, as it is what is drawn. */
function toColumns(found: ThesisFindings): CsvColumn<Finding>[] {
  const isBounded = (id: string) => found.findings.some(({ figures }) => figures.some((figure) => figure.id === id && figure.low !== undefined))
  const isLead = ({ id }: { id: string }) => id === found.words.lead.figure
  const { figure: id, name, format } = found.words.lead
  const lead = toFigureColumns({ id, name, format, value: null }, isBounded(id))
  return [...lead, ...toFigureKinds(found).filter((figure) => !isLead(figure)).flatMap((figure) => toFigureColumns(figure, isBounded(figure.id))), { name: 'subject_kind', kind: 'code', value: ({ subject }) => subject.kind }, ...subjectColumns<Finding>((finding) => finding)]
}

/** The lead figure of each thesis over all its subjects. */
export const thesisCharts: readonly Chart[] = theses.map(({ id, title }): Chart => ({
  ...shared,
  id,
  title,
  kind: 'chart',
  view: ({ findings }, locale) => {
    const found = findings.find(({ words }) => words.id === id)
    if (!found || found.findings.length === 0) return null
    const data = toDataTable(toColumns(found), toRanked(found))
    return { ...toChartView(thesisChart(found, locale), id, data, locale), table: thesisTable(found, locale) }
  },
}))

interface VerdictRow {
  words: ThesisFindings['words']
  /** What all subjects come to stands beside them as one more */
  kind: FindingSubject['kind'] | 'overall'
  finding: Finding
}

const toRows = ({ words, overall, findings }: ThesisFindings): VerdictRow[] => [
  { words, kind: 'overall', finding: { ...overall, subject: { kind: 'all', id: 'overall', name: { en: 'Overall', de: 'Insgesamt' }, demo: findings.length > 0 && findings.every(({ subject }) => subject.demo) }, basis: null } },
  ...findings.map((finding) => ({ words, kind: finding.subject.kind, finding })),
]

export const verdictsTable: Chart = {
  ...shared,
  id: 'verdictsTable',
  title: { en: 'Every claim and its verdict', de: 'Jede Behauptung und ihr Urteil' },
  kind: 'table',
  view: ({ findings: all }, locale) => {
    if (all.every(({ findings }) => findings.length === 0)) return null
    const columns: CsvColumn<VerdictRow>[] = [
      { name: 'claim', kind: 'code', value: ({ words }) => words.id },
      { name: 'claim_title', kind: 'text', value: ({ words }) => words.title.en },
      { name: 'subject_kind', kind: 'code', value: ({ kind }) => kind },
      ...subjectColumns<VerdictRow>(({ finding }) => finding),
    ]
    return toTableView({
      id: 'verdictsTable', title: verdictsTable.title[locale], sentence: verdictsSentence(all, locale), notes: [overallRule[locale], ...verdictsNotes(all, locale)],
      table: verdictsTableView(all, locale), columns, rows: all.flatMap(toRows),
    }, locale)
  },
}
