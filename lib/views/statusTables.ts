import type { Cell, Table } from '@/lib/domain/chartSpec'
import { jobNames, type QueueStatus } from '@/lib/domain/job'
import type { Locale } from '@/lib/domain/text'
import type { TokenStatus } from '@/lib/domain/tokenStatus'
import { formatNumber, formatTime } from './format'
import { toHref } from './href'

const words = {
  en: {
    ledgers: 'What is read of each token', protocol: 'Protocol', token: 'Token', block: 'Last block', time: 'Its time', lag: 'Blocks behind', rate: 'Transfers a second',
    rows: 'Rows', audit: 'Audit', error: 'Last error', passed: 'passed', failed: 'failed', incomplete: 'incomplete', none: 'none yet', no: 'none',
    unknown: 'unknown', state: 'Now', idle: 'rests', reading: 'is being read', wait: 'waiting', jobs: 'Jobs', kind: 'Kind', waiting: 'Waiting', running: 'Running', givenUp: 'Given up',
    failures: 'Jobs that failed', tries: 'Tries', next: 'Next try', reason: 'Reason', of: 'of', runs: 'runs now', never: 'given up, anew with the next run', all: 'all',
  },
  de: {
    ledgers: 'Was von jedem Token gelesen ist', protocol: 'Protokoll', token: 'Token', block: 'Letzter Block', time: 'Zeitpunkt', lag: 'Blöcke zurück', rate: 'Transfers je Sekunde',
    rows: 'Zeilen', audit: 'Prüfung', error: 'Letzter Fehler', passed: 'bestanden', failed: 'nicht bestanden', incomplete: 'unvollständig', none: 'noch keine', no: 'keiner',
    unknown: 'unbekannt', state: 'Gerade', idle: 'ruht', reading: 'wird gelesen', wait: 'in der Schlange', jobs: 'Aufträge', kind: 'Art', waiting: 'Wartend', running: 'Laufend', givenUp: 'Aufgegeben',
    failures: 'Gescheiterte Aufträge', tries: 'Versuche', next: 'Nächster Versuch', reason: 'Grund', of: 'von', runs: 'läuft gerade', never: 'aufgegeben, neu beim nächsten Lauf', all: 'alle',
  },
} as const

/**
 * Each followed token: how far its ledger reaches, how fast it was read, whether it was held against the chain, and what went wrong.
 *
 * @param names slug → the protocol's name
 * @example ledgersTable(status, new Map([['uniswap', 'Uniswap']]), 'en').rows[0]?.[1]?.text // 'UNI'
 */
export function ledgersTable(status: readonly TokenStatus[], names: ReadonlyMap<string, string>, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number | null): Cell => (value === null ? { value, text: word.unknown } : { value, text: formatNumber(value, 'count', locale) })
  return {
    caption: word.ledgers,
    columns: [
      { id: 'protocol', label: word.protocol, numeric: false },
      { id: 'token', label: word.token, numeric: false },
      { id: 'block', label: word.block, numeric: true },
      { id: 'time', label: word.time, numeric: false },
      { id: 'lag', label: word.lag, numeric: true },
      { id: 'rate', label: word.rate, numeric: true },
      { id: 'rows', label: word.rows, numeric: true },
      { id: 'audit', label: word.audit, numeric: false },
      { id: 'state', label: word.state, numeric: false },
      { id: 'error', label: word.error, numeric: false },
    ],
    rows: status.map((token) => [
      { value: token.protocol, text: names.get(token.protocol) ?? token.protocol, href: toHref(locale, `/protocols/${token.protocol}`) },
      { value: token.symbol, text: token.symbol },
      count(token.lastBlock),
      token.lastTimestamp === null ? { value: null, text: word.unknown } : { value: token.lastTimestamp, text: formatTime(token.lastTimestamp, locale) },
      count(token.lag),
      count(token.rate),
      count(token.rows),
      { value: token.audit, text: word[token.audit ?? 'none'] },
      toState(token, locale),
      { value: token.error, text: token.error ?? word.no },
    ]),
  }
}

function toState({ readers }: TokenStatus, locale: Locale): Cell {
  const word = words[locale]
  if (readers === null) return { value: null, text: word.unknown }
  const waiting = readers.waiting > 0 ? `, ${formatNumber(readers.waiting, 'count', locale)} ${word.wait}` : ''
  return { value: readers.reading ? 'reading' : 'idle', text: `${readers.reading ? word.reading : word.idle}${waiting}` }
}

/** How many jobs of each kind wait, run and were given up. */
export function jobsTable({ kinds }: QueueStatus, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.jobs,
    columns: [
      { id: 'kind', label: word.kind, numeric: false },
      { id: 'waiting', label: word.waiting, numeric: true },
      { id: 'running', label: word.running, numeric: true },
      { id: 'failed', label: word.givenUp, numeric: true },
    ],
    rows: kinds.map(({ kind, waiting, running, failed }) => [
      { value: kind, text: jobNames[kind][locale] },
      ...[waiting, running, failed].map((value) => ({ value, text: formatNumber(value, 'count', locale) })),
    ]),
  }
}

/** The jobs that did not end well, the last one first: why, and when they are tried again. No rows where there is none. */
export function failuresTable({ failures }: QueueStatus, names: ReadonlyMap<string, string>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.failures,
    columns: [
      { id: 'kind', label: word.kind, numeric: false },
      { id: 'protocol', label: word.protocol, numeric: false },
      { id: 'tries', label: word.tries, numeric: false },
      { id: 'next', label: word.next, numeric: false },
      { id: 'reason', label: word.reason, numeric: false },
    ],
    rows: failures.map(({ kind, protocol, attempts, maxAttempts, nextTry, reason }) => [
      { value: kind, text: jobNames[kind][locale] },
      { value: protocol, text: protocol === null ? word.all : (names.get(protocol) ?? protocol) },
      { value: attempts, text: `${attempts} ${word.of} ${maxAttempts}` },
      { value: nextTry, text: nextTry !== null ? formatTime(nextTry, locale) : attempts < maxAttempts ? word.runs : word.never },
      { value: reason, text: reason },
    ]),
  }
}
