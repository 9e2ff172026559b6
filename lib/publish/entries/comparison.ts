import type { Metric, MetricResult } from '@/lib/domain/metric'
import { metrics, toMetric } from '@/lib/metrics/registry'
import { fewestCompared, toComparisonQuery } from '@/lib/views/comparison/chosenProtocols'
import { compareCurves as compareCurvesSpec, readAt, readCurve, toCurves, type ComparedCurve } from '@/lib/views/comparison/compareCurves'
import { comparisonNotes, toFigure, toNames, toRanked, type Compared } from '@/lib/views/comparison/compared'
import { compareNow as compareNowSpec } from '@/lib/views/comparison/compareNow'
import { compareOverTime as compareOverTimeSpec } from '@/lib/views/comparison/compareOverTime'
import { compareTable as compareTableView } from '@/lib/views/comparison/compareTable'
import { toLensQuery } from '@/lib/views/href'
import { toColumnName } from '../columnName'
import { toComparedColumn } from '../comparisonColumnWords'
import type { CsvColumn } from '../csv'
import { basisColumns, toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import type { LoadedComparison } from '../loadedComparison'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded, LoadedDay } from '../view'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['all'], lenses: true, fixed: false, long: false } as const

/** One alone is no comparison, and without a single figure there is none. */
const toShown = ({ comparison }: Loaded, hasFigures: (one: LoadedComparison['protocols'][number]) => boolean): LoadedComparison | null =>
  comparison && comparison.protocols.length >= fewestCompared && comparison.protocols.some(hasFigures) ? comparison : null

const toStatus = (result: MetricResult | undefined): string => (result === undefined ? 'notMeasured' : result.status === 'ok' ? 'ok' : result.reason)

/** A metric's value, and why there is none, of whatever a row is. */
function figureColumns<Row>(metric: Metric, resultOf: (row: Row) => MetricResult | undefined): CsvColumn<Row>[] {
  const write = metric.unit === 'share' ? toPercentDecimal : toPlainDecimal
  const value = (row: Row) => {
    const result = resultOf(row)
    return result?.status === 'ok' ? write(result.value) : null
  }
  return [{ name: toColumnName(metric), kind: 'number', value }, { name: 'status', kind: 'code', value: (row) => toStatus(resultOf(row)) }]
}

/** What the snapshot of a compared protocol rests on, as in all files; empty fields before the first. */
const snapshotColumns = <Row extends Compared>({ lens, displayAddress }: Loaded): CsvColumn<Row>[] => [
  { name: 'token_address', kind: 'code', value: ({ protocol }) => displayAddress(protocol.token.address) },
  { name: 'lens', kind: 'code', value: () => lens.id },
  { name: 'denominator_raw', kind: 'number', value: ({ measurement }) => measurement?.denominator.toString() ?? null },
  { name: 'origin', kind: 'code', value: ({ snapshot }) => snapshot?.origin ?? null },
  { name: 'day', kind: 'code', value: ({ snapshot }) => snapshot?.day ?? null },
  { name: 'block_number', kind: 'number', value: ({ snapshot }) => snapshot?.block?.number.toString() ?? null },
  { name: 'block_time', kind: 'code', value: ({ snapshot }) => (snapshot?.block ? toIsoTime(snapshot.block.timestamp) : null) },
]

export const compareOverTime: Chart = {
  ...shared,
  id: 'compareOverTime',
  title: { en: 'Protocols compared over time', de: 'Protokolle im Vergleich, im Lauf der Zeit' },
  kind: 'chart',
  days: true,
  chooses: ['protocols', 'metric'],
  needs: ['comparison', 'comparisonDays'],
  view: (loaded, locale) => {
    const comparison = toShown(loaded, ({ days }) => days.length > 0)
    if (!comparison) return null
    const { lens, displayAddress } = loaded
    const metric = toMetric(comparison.metric)
    type Row = { of: Compared; day: LoadedDay }
    const basis = basisColumns<Row>(({ of: { protocol }, day: { denominator, origin, day, block, timestamp } }) => ({
      protocol: protocol.slug, tokenAddress: displayAddress(protocol.token.address), lens: lens.id, denominator, origin, day, block: { number: block, timestamp },
    }))
    const isFirst = ({ name }: CsvColumn<Row>) => name === 'protocol' || name === 'day'
    const columns = [...basis.filter(isFirst), ...figureColumns<Row>(metric, ({ day }) => day.metrics[metric.id]), ...basis.filter((column) => !isFirst(column))]
    const rows = comparison.protocols.flatMap((of) => of.days.map((day) => ({ of, day })))
    return toChartView(compareOverTimeSpec(comparison.protocols, metric, lens, locale), 'compareOverTime', toDataTable(columns, rows), locale)
  },
}

export const compareNow: Chart = {
  ...shared,
  id: 'compareNow',
  title: { en: 'Protocols compared today', de: 'Protokolle im Vergleich, heute' },
  kind: 'chart',
  days: false,
  chooses: ['protocols', 'metric'],
  needs: ['comparison'],
  view: (loaded, locale) => {
    const comparison = toShown(loaded, ({ measurement }) => measurement !== null)
    if (!comparison) return null
    const metric = toMetric(comparison.metric)
    const columns: CsvColumn<Compared>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol.slug },
      ...figureColumns<Compared>(metric, (one) => toFigure(one, metric.id)),
      ...snapshotColumns(loaded),
    ]
    return toChartView(compareNowSpec(comparison.protocols, metric, loaded.lens, locale), 'compareNow', toDataTable(columns, toRanked(comparison.protocols, metric.id)), locale)
  },
}

export const compareCurves: Chart = {
  ...shared,
  id: 'compareCurves',
  title: { en: 'Lorenz curves compared', de: 'Lorenzkurven im Vergleich' },
  kind: 'chart',
  days: false,
  chooses: ['protocols'],
  needs: ['comparison', 'curve'],
  view: (loaded, locale) => {
    const comparison = toShown(loaded, ({ measurement }) => measurement !== null)
    const spec = comparison && compareCurvesSpec(comparison.protocols, loaded.lens, locale)
    if (!comparison || !spec) return null
    type Row = ComparedCurve & { at: number }
    const columns: CsvColumn<Row>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol.slug },
      { name: 'holders_share_pct', kind: 'number', value: ({ at }) => toPercentDecimal(at) },
      { name: 'held_share_pct', kind: 'number', value: ({ at, curve }) => toPercentDecimal(readCurve(curve, at)) },
      ...snapshotColumns<Row>(loaded),
    ]
    const rows = toCurves(comparison.protocols).flatMap((one) => readAt.map((at): Row => ({ ...one, at })))
    return toChartView(spec, 'compareCurves', toDataTable(columns, rows), locale)
  },
}

export const compareTable: Chart = {
  ...shared,
  id: 'compareTable',
  title: { en: 'All measures side by side', de: 'Alle Maße nebeneinander' },
  kind: 'table',
  days: false,
  chooses: ['protocols'],
  needs: ['comparison'],
  view: (loaded, locale) => {
    const comparison = toShown(loaded, ({ measurement }) => measurement !== null)
    if (!comparison) return null
    const { lens } = loaded
    const { protocols } = comparison
    const slugs = protocols.map(({ protocol }) => protocol.slug)
    const names = toNames(protocols.map(({ protocol }) => protocol.name), locale)
    const toPlain = (result: MetricResult | undefined) => (result?.status === 'ok' ? toPlainDecimal(result.value) : null)
    const columns: CsvColumn<Metric>[] = [
      { name: 'metric', kind: 'code', value: ({ id }) => id },
      { name: 'name', kind: 'text', value: ({ name }) => name.en },
      { name: 'unit', kind: 'code', value: ({ unit }) => unit },
      ...protocols.flatMap((one): CsvColumn<Metric>[] => {
        const { slug } = one.protocol
        const result = (metric: Metric) => toFigure(one, metric.id)
        return [
          { name: toComparedColumn('value', slug), kind: 'number', value: (metric) => toPlain(result(metric)) },
          { name: toComparedColumn('status', slug), kind: 'code', value: (metric) => toStatus(result(metric)) },
          { name: toComparedColumn('denominator_raw', slug), kind: 'number', value: () => one.measurement?.denominator.toString() ?? null },
          { name: toComparedColumn('day', slug), kind: 'code', value: () => one.snapshot?.day ?? null },
          { name: toComparedColumn('block_number', slug), kind: 'number', value: () => one.snapshot?.block?.number.toString() ?? null },
        ]
      }),
      { name: 'lens', kind: 'code', value: () => lens.id },
    ]
    const queryOf = (metric: string) => ({ ...toComparisonQuery({ protocols: slugs, metric }), ...toLensQuery(lens.id) })
    return toTableView({
      id: 'compareTable', title: toTitle(compareTable.title, names, locale), sentence: toSentence(comparison, locale), notes: comparisonNotes(protocols, lens, locale),
      table: compareTableView(protocols, metrics, queryOf, locale), columns, rows: metrics,
    }, locale)
  },
}

/** What the table is of. */
const toSentence = ({ protocols }: LoadedComparison, locale: 'en' | 'de'): string =>
  locale === 'de' ? `${metrics.length} Maße von ${protocols.length} Protokollen, alle in derselben Sicht.` : `${metrics.length} measures of ${protocols.length} protocols, all under the same lens.`
