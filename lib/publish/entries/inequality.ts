import { toDecimalString } from '@/lib/domain/amount'
import type { GroupInequality, Split } from '@/lib/domain/decomposition'
import { bandMetricIds, type HeadlineBand } from '@/lib/domain/headlineBand'
import { toMetric } from '@/lib/metrics/registry'
import { toLens } from '@/lib/ownership/lenses'
import { bandSentence, bandTable as bandTableView } from '@/lib/views/bandTable'
import { decompositionSentence, decompositionTable as decompositionTableView, groupSentence, groupTable as groupTableView, splitMeasures } from '@/lib/views/decomposition'
import { toColumnName } from '../columnName'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toPercent, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toSubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

const shared = { kind: 'table', scopes: ['token'], lenses: true, days: false, fixed: true, long: false } as const

const write = (value: number | null | undefined) => (value === null || value === undefined ? null : toPlainDecimal(value))

export const decompositionTable: Chart = {
  ...shared,
  id: 'decompositionTable',
  title: { en: 'Inequality within and between roles', de: 'Ungleichheit innerhalb und zwischen den Rollen' },
  needs: ['composition'],
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    const decomposition = loaded.composition?.decomposition
    if (!parts || !decomposition) return null
    type Row = Split & { id: string; overlap?: number }
    const columns: CsvColumn<Row>[] = [
      { name: 'metric', kind: 'code', value: ({ id }) => id },
      ...(['total', 'within', 'between', 'overlap'] as const).map((name): CsvColumn<Row> => ({ name, kind: 'number', value: (row) => write(row[name]) })),
      ...basisColumns<Row>(parts.csvBasis),
    ]
    return toTableView({
      id: 'decompositionTable',
      title: toTitle(decompositionTable.title, parts.name, locale),
      sentence: decompositionSentence(decomposition, locale),
      notes: parts.basis.notes,
      table: decompositionTableView(decomposition, locale),
      columns,
      rows: splitMeasures.map((id): Row => ({ id, ...decomposition[id] })),
    }, locale)
  },
}

export const groupTable: Chart = {
  ...shared,
  id: 'groupTable',
  title: { en: 'Inequality of each role', de: 'Ungleichheit jeder Rolle' },
  needs: ['composition'],
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    const decomposition = loaded.composition?.decomposition
    if (!parts || !decomposition) return null
    const { token, measurement } = parts
    const columns: CsvColumn<GroupInequality>[] = [
      { name: 'group', kind: 'code', value: ({ group }) => group },
      { name: 'accounts', kind: 'number', value: ({ accounts }) => String(accounts) },
      { name: 'amount', kind: 'number', value: ({ amount }) => toDecimalString(amount, token.decimals) },
      { name: 'amount_raw', kind: 'number', value: ({ amount }) => String(amount) },
      { name: 'share_pct', kind: 'number', value: ({ amount }) => toPercent(amount, measurement.denominator) },
      ...splitMeasures.map((id): CsvColumn<GroupInequality> => ({ name: toColumnName(toMetric(id)), kind: 'number', value: (row) => write(row[id]) })),
      { name: 'hhi_part', kind: 'number', value: ({ hhi }) => write(hhi) },
      ...basisColumns<GroupInequality>(parts.csvBasis),
    ]
    return toTableView({
      id: 'groupTable',
      title: toTitle(groupTable.title, parts.name, locale),
      sentence: groupSentence(decomposition, locale),
      notes: parts.basis.notes,
      table: groupTableView(decomposition, measurement.denominator, token, locale),
      columns,
      rows: decomposition.groups,
    }, locale)
  },
}

export const bandTable: Chart = {
  ...shared,
  id: 'bandTable',
  scopes: ['token', 'list'],
  title: { en: 'How far the figures depend on what counts as a holder', de: 'Wie weit die Zahlen davon abhängen, wer als Halter zählt' },
  needs: ['band'],
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    const { band } = loaded
    if (!parts || !band) return null
    const { measurement } = parts
    const figure = ({ metric }: HeadlineBand) => {
      const result = measurement.metrics[metric]
      return result?.status === 'ok' ? result.value : null
    }
    const ends = (['low', 'high'] as const).flatMap((end): CsvColumn<HeadlineBand>[] => {
      const name = `${end}est`
      return [
        { name, kind: 'number', value: (row) => write(row[end]?.value) },
        { name: `${name}_lens`, kind: 'code', value: (row) => row[end]?.lens ?? null },
        { name: `${name}_is_bound`, kind: 'code', value: (row) => (row[end]?.isBound ? 'yes' : null) },
      ]
    })
    const columns: CsvColumn<HeadlineBand>[] = [
      { name: 'metric', kind: 'code', value: ({ metric }) => metric },
      { name: 'value', kind: 'number', value: (row) => write(figure(row)) },
      { name: 'unit', kind: 'code', value: ({ metric }) => toMetric(metric).unit },
      ...ends,
      { name: 'label', kind: 'text', value: ({ mover }) => mover?.name ?? null },
      { name: 'label_role', kind: 'code', value: ({ mover }) => mover?.role ?? null },
      { name: 'address', kind: 'code', value: ({ mover }) => (mover ? loaded.displayAddress(mover.account) : null) },
      { name: 'amount_raw', kind: 'number', value: ({ mover }) => (mover ? String(mover.amount) : null) },
      { name: 'value_without', kind: 'number', value: ({ mover }) => write(mover?.without) },
      ...basisColumns<HeadlineBand>(parts.csvBasis),
    ]
    const words = { metrics: bandMetricIds.map(toMetric), lensName: (id: Parameters<typeof toLens>[0]) => toLens(id).name[locale] }
    return toTableView({
      id: 'bandTable',
      title: toTitle(bandTable.title, parts.name, locale),
      sentence: bandSentence(band, words, locale),
      notes: parts.basis.notes,
      table: bandTableView(band, measurement.metrics, words, locale),
      columns,
      rows: band,
    }, locale)
  },
}
