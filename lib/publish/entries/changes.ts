import type { Locale, Text } from '@/lib/domain/text'
import { changeKinds, changesSummary as summaryTable, changesTable, momentsTable as momentsTableView, toKindName, type ChangeKind, type Moment } from '@/lib/views/changesTables'
import { formatDate, formatNumber } from '@/lib/views/format'
import { changesColumns, changesSumColumns, type ChangesSum } from '../changesCsv'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { Chart, Loaded } from '../view'
import { toTableView, toTitle } from './toTableView'

const shared = { kind: 'table', scopes: ['token'], lenses: true, days: 'between', fixed: true, needs: ['changes'], long: false } as const

/** So many rows are shown; files have all of them. */
const rowsShown = 100

const words = {
  en: {
    entered: (name: string, from: string, to: string) => `Accounts that held no ${name} on ${from} and some on ${to}`,
    left: (name: string, from: string, to: string) => `Accounts that held ${name} on ${from} and none on ${to}`,
    grew: (name: string, from: string, to: string) => `Accounts that held more ${name} on ${to} than on ${from}`,
    shrank: (name: string, from: string, to: string) => `Accounts that held less ${name} on ${to} than on ${from}`,
    holders: (from: string, before: string, to: string, after: string) => `${before} holders on ${from}, ${after} on ${to}.`,
    basis: (lens: string, of: string) => `Lens: ${lens}. Shares are taken of the ${of} of the same day.`,
    blocks: (from: string, to: string) => `Blocks ${from} and ${to}, the last of each day (UTC), replayed from the ledger of Transfer logs.`,
    shown: (rows: string, all: string) => `The ${rows} largest changes of ${all} are shown; the files have all of them.`,
  },
  de: {
    entered: (name: string, from: string, to: string) => `Konten, die am ${from} kein ${name} hielten und am ${to} welches`,
    left: (name: string, from: string, to: string) => `Konten, die am ${from} ${name} hielten und am ${to} keines mehr`,
    grew: (name: string, from: string, to: string) => `Konten, die am ${to} mehr ${name} hielten als am ${from}`,
    shrank: (name: string, from: string, to: string) => `Konten, die am ${to} weniger ${name} hielten als am ${from}`,
    holders: (from: string, before: string, to: string, after: string) => `${before} Halter am ${from}, ${after} am ${to}.`,
    basis: (lens: string, of: string) => `Sicht: ${lens}. Bezugsgröße der Anteile: ${of} des jeweiligen Tages.`,
    blocks: (from: string, to: string) => `Blöcke ${from} und ${to}, jeweils der letzte des Tages (UTC), aus den Transfer-Logs nachgerechnet.`,
    shown: (rows: string, all: string) => `Gezeigt sind die ${rows} größten Veränderungen von ${all}; die Dateien enthalten alle.`,
  },
} as const

const titles: Readonly<Record<ChangeKind, Text>> = {
  entered: { en: 'New holders', de: 'Neue Halter' },
  left: { en: 'Holders who left', de: 'Ausgestiegene Halter' },
  grew: { en: 'Who holds more', de: 'Wer mehr hält' },
  shrank: { en: 'Who holds less', de: 'Wer weniger hält' },
}

/** What all tables of changes begin with; null where no days can be compared. */
function toParts({ protocol, lens, changes: loaded, displayAddress }: Loaded, locale: Locale) {
  if (!protocol || !loaded) return null
  const basis = { ...loaded.basis, denominator: lens.denominator[locale] }
  const count = (value: number) => formatNumber(value, 'count', locale)
  const [from, to] = [basis.from, basis.to].map(({ timestamp }) => formatDate(timestamp, locale)) as [string, string]
  const word = words[locale]
  return {
    ...loaded, basis, count, from, to,
    name: protocol.token.symbol,
    of: { protocol: protocol.slug, tokenAddress: displayAddress(protocol.token.address), lens: lens.id },
    notes: [word.basis(lens.name[locale], basis.denominator), word.blocks(count(basis.from.block), count(basis.to.block))],
    holders: word.holders(from, count(basis.from.holders), to, count(basis.to.holders)),
  }
}

export const momentsTable: Chart = {
  ...shared,
  id: 'momentsTable',
  title: { en: 'Two days compared', de: 'Zwei Tage im Vergleich' },
  view: (loaded, locale) => {
    const parts = toParts(loaded, locale)
    if (!parts) return null
    const { basis, of, name, notes, holders } = parts
    type Row = Moment & { moment: 'before' | 'after' }
    const columns: CsvColumn<Row>[] = [
      { name: 'moment', kind: 'code', value: ({ moment }) => moment },
      { name: 'block_number', kind: 'number', value: ({ block }) => String(block) },
      { name: 'block_time', kind: 'code', value: ({ timestamp }) => toIsoTime(timestamp) },
      { name: 'holders', kind: 'number', value: (row) => String(row.holders) },
      { name: 'denominator_raw', kind: 'number', value: ({ denominator }) => String(denominator) },
      { name: 'protocol', kind: 'code', value: () => of.protocol },
      { name: 'token_address', kind: 'code', value: () => of.tokenAddress },
      { name: 'lens', kind: 'code', value: () => of.lens },
    ]
    const rows: Row[] = [{ moment: 'before', ...basis.from }, { moment: 'after', ...basis.to }]
    return toTableView({ id: 'momentsTable', title: toTitle(momentsTable.title, name, locale), sentence: holders, notes, table: momentsTableView(basis, locale), columns, rows }, locale)
  },
}

export const changesSummary: Chart = {
  ...shared,
  id: 'changesSummary',
  title: { en: 'Who came and who left', de: 'Wer kam und wer ging' },
  view: (loaded, locale) => {
    const parts = toParts(loaded, locale)
    if (!parts) return null
    const { basis, of, name, notes, changes, count, holders } = parts
    const sum = (kind: ChangeKind, which: 'before' | 'after') => changes[kind].reduce((total, change) => total + change[which], 0n)
    const rows = changeKinds.map((kind): ChangesSum => ({ kind, accounts: changes[kind].length, before: sum(kind, 'before'), after: sum(kind, 'after') }))
    const told = changeKinds.map((kind) => `${toKindName(kind, locale)}: ${count(changes[kind].length)}`).join('; ')
    return toTableView({
      id: 'changesSummary', title: toTitle(changesSummary.title, name, locale), sentence: `${holders} ${told}.`, notes,
      table: summaryTable(changes, basis, locale), columns: changesSumColumns(basis, of), rows,
    }, locale)
  },
}

/** One table for each way to change. */
export const changes: readonly Chart[] = changeKinds.map((kind): Chart => {
  const id = `changesTable-${kind}`
  const title = titles[kind]
  return {
    ...shared,
    id,
    title,
    view: (loaded, locale) => {
      const parts = toParts(loaded, locale)
      if (!parts) return null
      const { basis, of, name, from, to, count, notes } = parts
      const rows = parts.rows[kind].map((row) => ({ ...row, kind }))
      const shown = rows.length > rowsShown ? [words[locale].shown(count(rowsShown), count(rows.length))] : []
      return toTableView({
        id, title: toTitle(title, name, locale), sentence: `${words[locale][kind](name, from, to)}: ${count(rows.length)}.`, notes: [...notes, ...shown],
        table: changesTable(kind, rows.slice(0, rowsShown), basis, locale), columns: changesColumns(basis, of), rows,
      }, locale)
    },
  }
})
