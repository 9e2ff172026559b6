import { jobNames, type JobFailure, type KindCount } from '@/lib/domain/job'
import type { TokenStatus } from '@/lib/domain/tokenStatus'
import { metrics, toMetric } from '@/lib/metrics/registry'
import { formatNumber } from '@/lib/views/format'
import { headlineMetricIds } from '@/lib/views/metricsTable'
import { overviewRows, type OverviewEntry } from '@/lib/views/overview'
import { overviewTable as overviewTableView } from '@/lib/views/overviewTable'
import { failuresTable as failuresTableView, jobsTable as jobsTableView, ledgersTable as ledgersTableView } from '@/lib/views/statusTables'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { metricColumns } from '../metricColumns'
import { toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toTableView } from './toTableView'

const whole = { kind: 'table', scopes: ['all'], days: false, fixed: false, long: false } as const
const number = (value: number | null) => (value === null ? null : toPlainDecimal(value))

const madeUp = { en: 'Demo data, made up', de: 'Demodaten, erfunden' } as const

const counted = {
  protocols: { en: (count: string) => `${count} protocols, the most concentrated first.`, de: (count: string) => `${count} Protokolle, das konzentrierteste zuerst.` },
  ledgers: { en: (count: string) => `The ledgers of ${count} tokens are followed.`, de: (count: string) => `Die Hauptbücher von ${count} Token werden verfolgt.` },
  jobs: { en: (count: string) => `${count} jobs wait or run.`, de: (count: string) => `${count} Aufträge warten oder laufen.` },
  failures: { en: (count: string) => `${count} jobs have failed.`, de: (count: string) => `${count} Aufträge sind gescheitert.` },
} as const

export const overviewTable: Chart = {
  ...whole,
  id: 'overviewTable',
  title: { en: 'Who really holds DeFi', de: 'Wem DeFi wirklich gehört' },
  lenses: true,
  needs: ['overview'],
  view: ({ overview, lens }, locale) => {
    const rows = overviewRows(overview, { sort: 'gini', order: 'desc', category: null, search: '' }, lens, metrics, locale)
    const entries = rows.map(({ slug }) => overview.find(({ protocol }) => protocol.slug === slug)!)
    const measurement = ({ snapshot }: OverviewEntry) => snapshot?.measurements.find((one) => one.lens === lens.id)
    const columns: CsvColumn<OverviewEntry>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol.slug },
      { name: 'name', kind: 'text', value: ({ protocol }) => protocol.name },
      { name: 'category', kind: 'code', value: ({ protocol }) => protocol.category },
      ...metricColumns<OverviewEntry>((entry) => measurement(entry)?.metrics, headlineMetricIds.map(toMetric)),
      { name: 'lens', kind: 'code', value: () => lens.id },
      { name: 'denominator_raw', kind: 'number', value: (entry) => measurement(entry)?.denominator.toString() ?? null },
      { name: 'day', kind: 'code', value: ({ snapshot }) => snapshot?.day ?? null },
      { name: 'block_number', kind: 'number', value: ({ snapshot }) => snapshot?.block?.number.toString() ?? null },
      { name: 'block_time', kind: 'code', value: ({ snapshot }) => (snapshot?.block ? toIsoTime(snapshot.block.timestamp) : null) },
      { name: 'audit', kind: 'code', value: ({ snapshot }) => snapshot?.audit?.status ?? 'none' },
    ]
    const sentence = counted.protocols[locale](formatNumber(rows.length, 'count', locale))
    const demo = entries.filter(({ protocol }) => protocol.demo).map(({ protocol }) => protocol.name)
    const notes = [...(demo.length > 0 ? [`${madeUp[locale]}: ${demo.join(', ')}.`] : []), `${locale === 'de' ? 'Sicht' : 'Lens'}: ${lens.name[locale]}.`]
    return toTableView({ id: 'overviewTable', title: overviewTable.title[locale], sentence, notes, table: overviewTableView(rows, metrics, locale), columns, rows: entries }, locale)
  },
}

export const ledgersTable: Chart = {
  ...whole,
  id: 'ledgersTable',
  title: { en: 'What is read of each token', de: 'Was von jedem Token gelesen ist' },
  lenses: false,
  needs: ['work'],
  view: ({ work }, locale) => {
    if (!work) return null
    const columns: CsvColumn<TokenStatus>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol },
      { name: 'symbol', kind: 'text', value: ({ symbol }) => symbol },
      { name: 'chain_id', kind: 'number', value: ({ chainId }) => String(chainId) },
      { name: 'block_number', kind: 'number', value: ({ lastBlock }) => number(lastBlock) },
      { name: 'block_time', kind: 'code', value: ({ lastTimestamp }) => lastTimestamp === null ? null : toIsoTime(lastTimestamp) },
      { name: 'blocks_behind', kind: 'number', value: ({ lag }) => number(lag) },
      { name: 'transfers_per_second', kind: 'number', value: ({ rate }) => number(rate) },
      { name: 'rows', kind: 'number', value: ({ rows }) => String(rows) },
      { name: 'audit', kind: 'code', value: ({ audit }) => audit },
      { name: 'error', kind: 'text', value: ({ error }) => error },
    ]
    const sentence = counted.ledgers[locale](formatNumber(work.ledgers.length, 'count', locale))
    const table = ledgersTableView(work.ledgers, work.names, locale)
    return toTableView({ id: 'ledgersTable', title: ledgersTable.title[locale], sentence, notes: [], table, columns, rows: work.ledgers }, locale)
  },
}

export const jobsTable: Chart = {
  ...whole,
  id: 'jobsTable',
  title: { en: 'Jobs', de: 'Aufträge' },
  lenses: false,
  needs: ['work'],
  view: ({ work }, locale) => {
    if (!work) return null
    const { kinds } = work.queue
    const columns: CsvColumn<KindCount>[] = [
      { name: 'kind', kind: 'code', value: ({ kind }) => kind },
      { name: 'name', kind: 'text', value: ({ kind }) => jobNames[kind].en },
      { name: 'waiting', kind: 'number', value: ({ waiting }) => String(waiting) },
      { name: 'running', kind: 'number', value: ({ running }) => String(running) },
      { name: 'given_up', kind: 'number', value: ({ failed }) => String(failed) },
    ]
    const open = kinds.reduce((sum, { waiting, running }) => sum + waiting + running, 0)
    const sentence = counted.jobs[locale](formatNumber(open, 'count', locale))
    return toTableView({ id: 'jobsTable', title: jobsTable.title[locale], sentence, notes: [], table: jobsTableView(work.queue, locale), columns, rows: kinds }, locale)
  },
}

export const failuresTable: Chart = {
  ...whole,
  id: 'failuresTable',
  title: { en: 'Jobs that failed', de: 'Gescheiterte Aufträge' },
  lenses: false,
  needs: ['work'],
  view: ({ work }, locale) => {
    if (!work) return null
    const { failures } = work.queue
    const columns: CsvColumn<JobFailure>[] = [
      { name: 'kind', kind: 'code', value: ({ kind }) => kind },
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol },
      { name: 'attempts', kind: 'number', value: ({ attempts }) => String(attempts) },
      { name: 'max_attempts', kind: 'number', value: ({ maxAttempts }) => String(maxAttempts) },
      { name: 'next_try', kind: 'code', value: ({ nextTry }) => (nextTry === null ? null : toIsoTime(nextTry)) },
      { name: 'reason', kind: 'text', value: ({ reason }) => reason },
    ]
    const sentence = counted.failures[locale](formatNumber(failures.length, 'count', locale))
    const table = failuresTableView(work.queue, work.names, locale)
    return toTableView({ id: 'failuresTable', title: failuresTable.title[locale], sentence, notes: [], table, columns, rows: failures }, locale)
  },
}

