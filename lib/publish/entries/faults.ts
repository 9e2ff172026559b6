import { incidentNames, type IncidentCount } from '@/lib/domain/incident'
import type { Rejection } from '@/lib/domain/tokenStatus'
import { incidentsTable as incidentsTableView, rejectionsTable as rejectionsTableView } from '@/lib/views/faultTables'
import { formatNumber } from '@/lib/views/format'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { Chart } from '../view'
import { toTableView } from './toTableView'

const shared = { kind: 'table', scopes: ['all'], lenses: false, days: false, fixed: false, needs: ['work'], long: false } as const

const counted = {
  incidents: { en: (count: string) => `Faults of endpoints so far: ${count}. Each question was asked again.`, de: (count: string) => `Fehler von Endpunkten bisher: ${count}. Jede Frage wurde noch einmal gestellt.` },
  rejections: { en: (count: string) => `Logs that were not read as a transfer: ${count}.`, de: (count: string) => `Logs, die nicht als Transfer gelesen wurden: ${count}.` },
} as const

export const incidentsTable: Chart = {
  ...shared,
  id: 'incidentsTable',
  title: { en: 'What endpoints did wrong', de: 'Was Endpunkte falsch machten' },
  view: ({ work }, locale) => {
    if (!work) return null
    const columns: CsvColumn<IncidentCount>[] = [
      { name: 'chain_id', kind: 'number', value: ({ chainId }) => String(chainId) },
      { name: 'incident', kind: 'code', value: ({ kind }) => kind },
      { name: 'name', kind: 'text', value: ({ kind }) => incidentNames[kind].en },
      { name: 'times', kind: 'number', value: ({ times }) => String(times) },
      { name: 'first_time', kind: 'code', value: ({ since }) => toIsoTime(since) },
      { name: 'last_time', kind: 'code', value: ({ last }) => toIsoTime(last) },
      { name: 'reason', kind: 'text', value: ({ reason }) => reason },
    ]
    const sentence = counted.incidents[locale](formatNumber(work.incidents.reduce((sum, { times }) => sum + times, 0), 'count', locale))
    return toTableView({ id: 'incidentsTable', title: incidentsTable.title[locale], sentence, notes: [], table: incidentsTableView(work.incidents, locale), columns, rows: work.incidents }, locale)
  },
}

export const rejectionsTable: Chart = {
  ...shared,
  id: 'rejectionsTable',
  title: { en: 'Logs that are no transfer', de: 'Logs, die kein Transfer sind' },
  view: ({ work }, locale) => {
    if (!work) return null
    const columns: CsvColumn<Rejection>[] = [
      { name: 'protocol', kind: 'code', value: ({ protocol }) => protocol },
      { name: 'symbol', kind: 'text', value: ({ symbol }) => symbol },
      { name: 'logs', kind: 'number', value: ({ logs }) => String(logs) },
      { name: 'reason', kind: 'text', value: ({ reason }) => reason },
      { name: 'first_block_number', kind: 'number', value: ({ firstBlock }) => String(firstBlock) },
      { name: 'last_block_number', kind: 'number', value: ({ lastBlock }) => String(lastBlock) },
    ]
    const sentence = counted.rejections[locale](formatNumber(work.rejections.reduce((sum, { logs }) => sum + logs, 0), 'count', locale))
    return toTableView({ id: 'rejectionsTable', title: rejectionsTable.title[locale], sentence, notes: [], table: rejectionsTableView(work.rejections, work.names, locale), columns, rows: work.rejections }, locale)
  },
}
