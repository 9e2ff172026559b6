import { toRatio } from '@/lib/domain/amount'
import { bandMetricIds } from '@/lib/domain/headlineBand'
import { toMetric } from '@/lib/metrics/registry'
import { toUnresolvedAmount } from '@/lib/views/unresolvedNote'
import { toBoundRows, unresolvedBoundsNote, unresolvedBoundsSentence, unresolvedBoundsTable as boundsView, type BoundRow } from '@/lib/views/unresolvedBoundsTable'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toSubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

/** Between which values the headline figures lie, whoever owns what could not be resolved. */
export const unresolvedBoundsTable: Chart = {
  kind: 'table', scopes: ['token'], lenses: true, days: false, fixed: true, long: false,
  id: 'unresolvedBoundsTable',
  title: { en: 'What the unresolved could change', de: 'Was das Ungeklärte ändern könnte' },
  needs: ['band'],
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    const rows = toBoundRows(loaded.band ?? [])
    if (!parts || !loaded.band) return null
    const { measurement } = parts
    const open = toUnresolvedAmount(measurement.excluded)
    const metrics = bandMetricIds.map(toMetric)
    const figure = ({ metric }: BoundRow) => {
      const result = measurement.metrics[metric]
      return result?.status === 'ok' ? toPlainDecimal(result.value) : null
    }
    const columns: CsvColumn<BoundRow>[] = [
      { name: 'metric', kind: 'code', value: ({ metric }) => metric },
      { name: 'value', kind: 'number', value: figure },
      { name: 'low', kind: 'number', value: ({ unresolved }) => toPlainDecimal(unresolved.low) },
      { name: 'high', kind: 'number', value: ({ unresolved }) => (unresolved.high === null ? null : toPlainDecimal(unresolved.high)) },
      { name: 'unit', kind: 'code', value: ({ metric }) => toMetric(metric).unit },
      { name: 'unresolved_raw', kind: 'number', value: () => String(open) },
      ...basisColumns<BoundRow>(parts.csvBasis),
    ]
    return toTableView({
      id: 'unresolvedBoundsTable', title: toTitle(unresolvedBoundsTable.title, parts.name, locale),
      sentence: unresolvedBoundsSentence(rows, rows.length === 0 ? 0 : toRatio(open, measurement.denominator + open), metrics, locale),
      notes: [...(rows.length > 0 ? [unresolvedBoundsNote(locale)] : []), ...parts.basis.notes], table: boundsView(rows, measurement.metrics, metrics, locale), columns, rows,
    }, locale)
  },
}
