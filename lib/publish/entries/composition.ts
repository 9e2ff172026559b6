import { toDecimalString } from '@/lib/domain/amount'
import type { GroupShare } from '@/lib/domain/holderGroup'
import type { Token } from '@/lib/domain/protocol'
import { composition as compositionSpec, compositionTable } from '@/lib/views/composition'
import { compositionOverTime as overTimeSpec } from '@/lib/views/compositionOverTime'
import { custodySentence, custodyTable as custodyTableView, toCustodyRows, type CustodyRow } from '@/lib/views/custodyTable'
import { unresolvedNote } from '@/lib/views/unresolvedNote'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercent } from '../plainDecimal'
import type { Chart, LoadedCompositionDay } from '../view'
import { toChartView } from './ownership'
import { toSubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: true, fixed: true, needs: ['composition'], long: false } as const

const newest = { en: 'Newest block', de: 'Neuester Block' } as const

type Held = Pick<GroupShare, 'accounts' | 'amount'>

/** How many, how much, and what share: of whatever accounts a row is about. */
function heldColumns<Row extends Held>({ decimals }: Pick<Token, 'decimals'>, denominator: (row: Row) => bigint): CsvColumn<Row>[] {
  return [
    { name: 'accounts', kind: 'number', value: ({ accounts }) => String(accounts) },
    { name: 'amount', kind: 'number', value: ({ amount }) => toDecimalString(amount, decimals) },
    { name: 'amount_raw', kind: 'number', value: ({ amount }) => String(amount) },
    { name: 'share_pct', kind: 'number', value: (row) => toPercent(row.amount, denominator(row)) },
  ]
}

export const composition: Chart = {
  ...shared,
  id: 'composition',
  title: { en: 'Who holds, by role', de: 'Wer hält, nach Rolle' },
  kind: 'chart',
  days: false,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts || !loaded.composition) return null
    const { shares } = loaded.composition
    const { denominator } = parts.measurement
    const columns: CsvColumn<GroupShare>[] = [
      { name: 'group', kind: 'code', value: ({ group }) => group },
      ...heldColumns<GroupShare>(parts.token, () => denominator),
      ...basisColumns(parts.csvBasis),
    ]
    const view = toChartView(compositionSpec(shares, denominator, parts.basis, parts.name, locale), 'composition', toDataTable(columns, shares), locale)
    return { ...view, table: { ...compositionTable(shares, denominator, parts.token, locale), caption: view.title } }
  },
}

export const compositionOverTime: Chart = {
  ...shared,
  id: 'compositionOverTime',
  title: { en: 'Who holds, by role, over time', de: 'Wer hält, nach Rolle, im Lauf der Zeit' },
  kind: 'chart',
  days: true,
  needs: ['history', 'composition'],
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts || !loaded.composition || loaded.composition.days.length === 0) return null
    const { days } = loaded.composition
    type Row = GroupShare & { of: LoadedCompositionDay }
    const rows = days.flatMap((of) => of.shares.map((share): Row => ({ ...share, of })))
    const basis = basisColumns<Row>(({ of: { day, block, timestamp, denominator, origin } }) => ({
      ...parts.csvBasis, denominator, origin, day, block: { number: block, timestamp },
    }))
    const columns: CsvColumn<Row>[] = [
      ...basis.filter(({ name }) => name === 'day'),
      { name: 'group', kind: 'code', value: ({ group }) => group },
      ...heldColumns<Row>(parts.token, ({ of }) => of.denominator),
      ...basis.filter(({ name }) => name !== 'day'),
    ]
    const chart = overTimeSpec(days, parts.name, loaded.lens, locale)
    const unresolved = unresolvedNote(loaded.lens, parts.measurement, locale)
    return toChartView({ ...chart, notes: unresolved === null ? chart.notes : [...chart.notes, `${newest[locale]}: ${unresolved}`] }, 'compositionOverTime', toDataTable(columns, rows), locale)
  },
}

export const custodyTable: Chart = {
  ...shared,
  id: 'custodyTable',
  title: { en: 'What lies with identifiable custodians', de: 'Was bei bekannten Verwahrern liegt' },
  kind: 'table',
  days: false,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts || !loaded.composition) return null
    const { custody } = loaded.composition
    const columns: CsvColumn<CustodyRow>[] = [
      { name: 'role', kind: 'code', value: ({ role }) => role },
      { name: 'label', kind: 'text', value: ({ name }) => name },
      ...heldColumns<CustodyRow>(parts.token, () => custody.denominator),
      ...basisColumns(parts.csvBasis),
    ]
    return toTableView({
      id: 'custodyTable',
      title: toTitle(custodyTable.title, parts.name, locale),
      sentence: custodySentence(custody, parts.basis, locale),
      notes: parts.basis.notes,
      table: custodyTableView(custody, parts.token, locale),
      columns,
      rows: toCustodyRows(custody),
    }, locale)
  },
}
