import type { Table } from '../domain/chartSpec'
import { incidentNames, type IncidentCount } from '../domain/incident'
import type { Locale } from '../domain/text'
import type { Rejection } from '../domain/tokenStatus'
import { formatNumber, formatTime } from './format'

const words = {
  en: {
    incidents: 'What endpoints did wrong', chain: 'Chain', kind: 'What', times: 'Times', since: 'Since', last: 'Last', reason: 'The last one',
    rejections: 'Logs that are no transfer', protocol: 'Protocol', token: 'Token', logs: 'Logs', why: 'Why', first: 'First block', end: 'Last block',
  },
  de: {
    incidents: 'Was Endpunkte falsch machten', chain: 'Chain', kind: 'Was', times: 'Wie oft', since: 'Seit', last: 'Zuletzt', reason: 'Das letzte Mal',
    rejections: 'Logs, die kein Transfer sind', protocol: 'Protokoll', token: 'Token', logs: 'Logs', why: 'Warum', first: 'Erster Block', end: 'Letzter Block',
  },
} as const

/**
 * What went wrong between Lorenz and each chain's endpoints, and was asked again.
 *
 * @example incidentsTable(incidents, 'en').rows[0]?.[1]?.text // 'Logs left out'
 */
export function incidentsTable(incidents: readonly IncidentCount[], locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.incidents,
    columns: [
      { id: 'chain', label: word.chain, numeric: false },
      { id: 'kind', label: word.kind, numeric: false },
      { id: 'times', label: word.times, numeric: true },
      { id: 'since', label: word.since, numeric: false },
      { id: 'last', label: word.last, numeric: false },
      { id: 'reason', label: word.reason, numeric: false },
    ],
    rows: incidents.map(({ chainId, kind, times, since, last, reason }) => [
      { value: chainId, text: String(chainId) },
      { value: kind, text: incidentNames[kind][locale] },
      { value: times, text: formatNumber(times, 'count', locale) },
      { value: since, text: formatTime(since, locale) },
      { value: last, text: formatTime(last, locale) },
      { value: reason, text: reason },
    ]),
  }
}

/** Logs with Transfer's signature that are no ERC-20 transfer, by token and reason. */
export function rejectionsTable(rejections: readonly Rejection[], names: ReadonlyMap<string, string>, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number) => ({ value, text: formatNumber(value, 'count', locale) })
  return {
    caption: word.rejections,
    columns: [
      { id: 'protocol', label: word.protocol, numeric: false },
      { id: 'token', label: word.token, numeric: false },
      { id: 'logs', label: word.logs, numeric: true },
      { id: 'reason', label: word.why, numeric: false },
      { id: 'firstBlock', label: word.first, numeric: true },
      { id: 'lastBlock', label: word.end, numeric: true },
    ],
    rows: rejections.map(({ protocol, symbol, reason, logs, firstBlock, lastBlock }) => [
      { value: protocol, text: names.get(protocol) ?? protocol },
      { value: symbol, text: symbol },
      count(logs),
      { value: reason, text: reason },
      count(firstBlock),
      count(lastBlock),
    ]),
  }
}
