import { toDecimalString } from '@/lib/domain/amount'
import { toListWord } from '@/lib/domain/listWord'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Text } from '@/lib/domain/text'
import { metrics, toMetric } from '@/lib/metrics/registry'
import { auditTable as auditTableView, toAuditRows, type AuditRow } from '@/lib/views/auditTable'
import { auditView } from '@/lib/views/auditView'
import { excludedTable as excludedTableView } from '@/lib/views/excludedTable'
import { formatNumber } from '@/lib/views/format'
import { toHref } from '@/lib/views/href'
import { importsTable as importsTableView } from '@/lib/views/importsTable'
import { headlineFigures, headlineMetricIds, metricsTable as metricsTableView } from '@/lib/views/metricsTable'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { metricColumns } from '../metricColumns'
import { metricsColumns, toMetricRows } from '../metricsCsv'
import type { Chart, Loaded } from '../view'
import { toSubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

const table = { kind: 'table', days: false, fixed: true, long: false, needs: [] } as const

export const metricsTable: Chart = {
  ...table,
  id: 'metricsTable',
  title: { en: 'All measures', de: 'Alle Maße' },
  scopes: ['token', 'pool', 'list'],
  lenses: true,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts) return null
    return toTableView({
      id: 'metricsTable',
      title: toTitle(metricsTable.title, parts.name, locale),
      sentence: `${headlineFigures(metrics, parts.measurement, locale).map(({ name, cell }) => `${name}: ${cell.text}`).join('; ')}.`,
      notes: parts.basis.notes,
      table: metricsTableView(metrics, parts.measurement, locale),
      columns: metricsColumns,
      rows: toMetricRows(metrics, parts.measurement.metrics, parts.csvBasis),
    }, locale)
  },
}

const leftOut: Text = { en: 'This lens leaves nothing out.', de: 'Diese Sicht lässt nichts weg.' }

export const excludedTable: Chart = {
  ...table,
  id: 'excludedTable',
  title: { en: 'What this lens leaves out', de: 'Was diese Sicht weglässt' },
  scopes: ['token', 'pool', 'list'],
  lenses: true,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts) return null
    const { token, measurement, csvBasis } = parts
    const rows = excludedTableView(measurement, token, locale)
    const told = rows.rows.map(([role, , amount]) => `${role?.text}: ${amount?.text} ${token.symbol}`).join('; ')
    const columns: CsvColumn<Measurement['excluded'][number]>[] = [
      { name: 'role', kind: 'code', value: ({ role }) => role },
      { name: 'accounts', kind: 'number', value: ({ accounts }) => String(accounts) },
      { name: 'amount', kind: 'number', value: ({ amount }) => toDecimalString(amount, token.decimals) },
      { name: 'amount_raw', kind: 'number', value: ({ amount }) => String(amount) },
      ...basisColumns(csvBasis),
    ]
    return toTableView({
      id: 'excludedTable',
      title: toTitle(excludedTable.title, parts.name, locale),
      sentence: told ? `${told}.` : leftOut[locale],
      notes: parts.basis.notes,
      table: rows,
      columns,
      rows: measurement.excluded,
    }, locale)
  },
}

export const auditTable: Chart = {
  ...table,
  id: 'auditTable',
  title: { en: 'Audit against the chain', de: 'Prüfung gegen die Chain' },
  scopes: ['token', 'pool'],
  lenses: false,
  view: (loaded, locale) => {
    const parts = toSubjectParts(loaded, locale)
    if (!parts) return null
    const { snapshot, token, csvBasis } = parts
    const rows = toAuditRows(snapshot, loaded.displayAddress)
    const audit = auditView(snapshot, token, loaded.displayAddress, locale)
    const units = (amount: bigint | null) => (amount === null ? null : String(amount))
    const columns: CsvColumn<AuditRow>[] = [
      { name: 'check', kind: 'code', value: ({ check }) => check },
      { name: 'subject', kind: 'text', value: ({ subject }) => subject },
      { name: 'ledger_raw', kind: 'number', value: ({ ledger }) => units(ledger) },
      { name: 'chain_raw', kind: 'number', value: ({ chain }) => units(chain) },
      { name: 'result', kind: 'code', value: ({ result }) => result },
      { name: 'reason', kind: 'text', value: ({ reason }) => reason },
      ...basisColumns<AuditRow>(csvBasis),
    ]
    return toTableView({
      id: 'auditTable',
      title: toTitle(auditTable.title, parts.name, locale),
      sentence: [`${audit.headline}.`, ...audit.sentences].join(' '),
      notes: parts.basis.notes,
      table: auditTableView(rows, token, locale),
      columns,
      rows,
    }, locale)
  },
}

const listed = {
  en: (count: string) => (count === '1' ? 'One list was imported.' : `${count} lists were imported.`),
  de: (count: string) => (count === '1' ? 'Eine Liste wurde importiert.' : `${count} Listen wurden importiert.`),
} as const

export const importsTable: Chart = {
  ...table,
  id: 'importsTable',
  title: { en: 'Imported lists', de: 'Importierte Listen' },
  scopes: ['token'],
  lenses: true,
  fixed: false,
  needs: ['imports'],
  view: ({ protocol, imports, lens }, locale) => {
    if (!protocol) return null
    type Imported = Loaded['imports'][number]
    const columns: CsvColumn<Imported>[] = [
      { name: 'snapshot', kind: 'number', value: ({ id }) => String(id) },
      { name: 'list', kind: 'code', value: ({ day, file }) => file && toListWord(day, file.sha256) },
      { name: 'day', kind: 'code', value: ({ day }) => day },
      { name: 'block_number', kind: 'number', value: ({ block }) => block && String(block.number) },
      { name: 'file', kind: 'text', value: ({ file }) => file && file.name },
      { name: 'sha256', kind: 'code', value: ({ file }) => file && file.sha256 },
      { name: 'population', kind: 'code', value: ({ population }) => population },
      { name: 'lens', kind: 'code', value: () => lens.id },
      ...metricColumns<Imported>(({ measurements }) => measurements.find((measurement) => measurement.lens === lens.id)?.metrics, headlineMetricIds.map(toMetric)),
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
    ]
    const href = ({ id }: Imported) => toHref(locale, `/protocols/${protocol.slug}`, { snapshot: id })
    return toTableView({
      id: 'importsTable',
      title: toTitle(importsTable.title, protocol.token.symbol, locale),
      sentence: listed[locale](formatNumber(imports.length, 'count', locale)),
      notes: [],
      table: importsTableView(imports, href, lens, headlineMetricIds.map(toMetric), locale),
      columns,
      rows: imports,
    }, locale)
  },
}
