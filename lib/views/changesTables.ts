import { toRatio } from '@/lib/domain/amount'
import type { HoldingChange } from '@/lib/domain/changedDistribution'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import type { HolderChanges } from '@/lib/ownership/holderChanges'
import { toAccountCell, toAmountCell } from './accountCells'
import { formatNumber, formatTime } from './format'
import { roleText, type HolderRow } from './holderRow'

/** The ways to change, in the order in which they are told. The id is the CSV value too. */
export const changeKinds = ['entered', 'left', 'grew', 'shrank'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One of the two moments between which something changed. */
export interface Moment {
  block: number
  /** Unix seconds */
  timestamp: number
  /** What shares are taken of at this moment, smallest units; 0 where the lens leaves nothing */
  denominator: bigint
  holders: number
}

/** An account that changed, as a view reads it. */
export interface ChangeRow extends Pick<HoldingChange, 'before' | 'after'> {
  /** EIP-55 */
  address: string
  label: HolderRow['label']
}

/** What a table of changes needs to know beside them. */
export interface ChangesBasis {
  token: Pick<Token, 'symbol' | 'decimals'>
  from: Moment
  to: Moment
  /** What shares are taken of, as the lens calls it */
  denominator: string
}

const words = {
  en: {
    entered: 'Came in', left: 'Left', grew: 'Hold more', shrank: 'Hold less',
    kind: 'Who', accounts: 'Accounts', before: 'Before', after: 'After', change: 'Change', shareBefore: 'Share before', shareAfter: 'Share after',
    summary: 'What changed', moments: 'The two moments', moment: 'Moment', block: 'Block', time: 'Time', holders: 'Holders', sharesOf: 'Shares of',
    address: 'Address', label: 'Label',
  },
  de: {
    entered: 'Dazugekommen', left: 'Ausgestiegen', grew: 'Halten mehr', shrank: 'Halten weniger',
    kind: 'Wer', accounts: 'Konten', before: 'Vorher', after: 'Nachher', change: 'Veränderung', shareBefore: 'Anteil vorher', shareAfter: 'Anteil nachher',
    summary: 'Was sich verändert hat', moments: 'Die beiden Zeitpunkte', moment: 'Zeitpunkt', block: 'Block', time: 'Zeit', holders: 'Halter', sharesOf: 'Anteile an',
    address: 'Adresse', label: 'Bezeichnung',
  },
} as const

/** What a way to change is called. */
export const toKindName = (kind: ChangeKind, locale: Locale): string => words[locale][kind]

/**
 * The two moments: block, time, how many hold, and what shares are taken of.
 *
 * @example momentsTable(basis, 'en').rows[0]?.[1].text // '21,500,000'
 */
export function momentsTable({ token, from, to, denominator }: ChangesBasis, locale: Locale): Table {
  const word = words[locale]
  const toRow = (name: string, moment: Moment): Cell[] => [
    { value: name, text: name },
    { value: moment.block, text: formatNumber(moment.block, 'count', locale) },
    { value: moment.timestamp, text: formatTime(moment.timestamp, locale) },
    { value: moment.holders, text: formatNumber(moment.holders, 'count', locale) },
    toAmountCell(moment.denominator, token, locale),
  ]
  return {
    caption: word.moments,
    columns: [
      { id: 'moment', label: word.moment, numeric: false },
      { id: 'block', label: word.block, numeric: true },
      { id: 'time', label: word.time, numeric: true },
      { id: 'holders', label: word.holders, numeric: true },
      { id: 'denominator', label: `${word.sharesOf}: ${denominator} (${token.symbol})`, numeric: true },
    ],
    rows: [toRow(word.before, from), toRow(word.after, to)],
  }
}

/**
 * How many came, left, hold more and hold less, and what they held before and after.
 *
 * @example changesSummary(changes, basis, 'en').rows[0]?.map(({ text }) => text) // ['Came in', '12', '0', '340', '+340', '0.0%', '3.4%']
 */
export function changesSummary(changes: HolderChanges, basis: ChangesBasis, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.summary,
    columns: [{ id: 'kind', label: word.kind, numeric: false }, { id: 'accounts', label: word.accounts, numeric: true }, ...amountColumns(basis, locale)],
    rows: changeKinds.map((kind) => {
      const list = changes[kind]
      const sum = (which: 'before' | 'after') => list.reduce((total, change) => total + change[which], 0n)
      const held = { before: sum('before'), after: sum('after') }
      return [{ value: kind, text: word[kind] }, { value: list.length, text: formatNumber(list.length, 'count', locale) }, ...toAmountCells(held, basis, locale)]
    }),
  }
}

/**
 * Accounts that changed in one way, with what they held before and after.
 *
 * @example changesTable('left', [{ address: '0x…', label: null, before: 5n, after: 0n }], basis, 'de').caption // 'Ausgestiegen'
 */
export function changesTable(kind: ChangeKind, rows: readonly ChangeRow[], basis: ChangesBasis, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word[kind],
    columns: [{ id: 'address', label: word.address, numeric: false }, { id: 'label', label: word.label, numeric: false }, ...amountColumns(basis, locale)],
    rows: rows.map((row) => [toAccountCell(row.address, locale), toLabelCell(row, locale), ...toAmountCells(row, basis, locale)]),
  }
}

function amountColumns({ token }: ChangesBasis, locale: Locale): Table['columns'] {
  const word = words[locale]
  return [
    { id: 'before', label: `${word.before} (${token.symbol})`, numeric: true },
    { id: 'after', label: `${word.after} (${token.symbol})`, numeric: true },
    { id: 'change', label: `${word.change} (${token.symbol})`, numeric: true },
    { id: 'shareBefore', label: word.shareBefore, numeric: true },
    { id: 'shareAfter', label: word.shareAfter, numeric: true },
  ]
}

function toAmountCells({ before, after }: Pick<HoldingChange, 'before' | 'after'>, { token, from, to }: ChangesBasis, locale: Locale): Cell[] {
  const change = toAmountCell(after - before, token, locale)
  const toShare = (amount: bigint, { denominator }: Moment): Cell => {
    if (denominator === 0n) return { value: null, text: '–' }
    const share = toRatio(amount, denominator)
    return { value: share, text: formatNumber(share, 'share', locale) }
  }
  return [
    toAmountCell(before, token, locale),
    toAmountCell(after, token, locale),
    after > before ? { ...change, text: `+${change.text}` } : change,
    toShare(before, from),
    toShare(after, to),
  ]
}

function toLabelCell({ label }: ChangeRow, locale: Locale): Cell {
  if (!label) return { value: null, text: '' }
  const role = roleText(label.role, locale)
  return { value: label.name, text: role && role.toLowerCase() !== label.name.toLowerCase() ? `${label.name} (${role})` : label.name }
}
