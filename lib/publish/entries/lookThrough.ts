import { toDecimalString } from '@/lib/domain/amount'
import type { Address } from '@/lib/domain/address'
import type { Token } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import type { AtDepth, Flow, UnresolvedAmount } from '@/lib/ownership/lookThrough'
import { formatNumber } from '@/lib/views/format'
import { lookThroughFlow as flowSpec, wrappingDepth as depthSpec, wrappingTable } from '@/lib/views/lookThroughCharts'
import { otherSideNote } from '@/lib/views/otherSideNote'
import { flowTable, hasSide, toNames, toStepNames, toWrapperRows, unresolvedTable as unresolvedTableView, wrappersTable as wrappersTableView, type WrapperRow } from '@/lib/views/lookThroughTables'
import { shortAddress } from '@/lib/views/holderRow'
import type { CsvColumn } from '../csv'
import { basisColumns } from '../csvBasis'
import { toDataTable } from '../dataTable'
import { toPercent, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toSubjectParts } from './subjectParts'
import { toTableView, toTitle } from './toTableView'

/** What contracts hold belongs to the same owners under every lens. */
const shared = { scopes: ['token'], lenses: false, days: false, fixed: true, needs: ['lookThrough'], long: false } as const

const words = {
  en: {
    of: 'Shares are taken of the total supply, whatever lens is looked through.',
    gaps: (count: number) => (count === 1 ? 'One reading failed and is missing.' : `${count} readings failed and are missing.`),
    unresolved: (count: string) => `${count} ${count === '1' ? 'amount has' : 'amounts have'} no owner that could be named.`,
    resolved: 'Everything that contracts hold could be handed on to owners.',
    wrappers: (count: string) => `${count} ${count === '1' ? 'contract is' : 'contracts are'} looked through.`,
    none: 'No contract is looked through: every address is its own owner.',
    unread: (count: number) => ` Of ${count} of them something could not be read.`,
  },
  de: {
    of: 'Bezugsgröße der Anteile ist die Gesamtmenge, gleich in welcher Sicht.',
    gaps: (count: number) => (count === 1 ? 'Eine Abfrage ist gescheitert und fehlt.' : `${count} Abfragen sind gescheitert und fehlen.`),
    unresolved: (count: string) => (count === '1' ? 'Für einen Betrag ließ sich kein Eigentümer nennen.' : `Für ${count} Beträge ließ sich kein Eigentümer nennen.`),
    resolved: 'Alles, was Contracts halten, ließ sich Eigentümern zuordnen.',
    wrappers: (count: string) => (count === '1' ? 'Durch einen Contract wird geschaut.' : `Durch ${count} Contracts wird geschaut.`),
    none: 'Durch keinen Contract wird geschaut: Jede Adresse ist ihr eigener Eigentümer.',
    unread: (count: number) => ` Bei ${count} davon ließ sich etwas nicht lesen.`,
  },
} as const

function toThroughParts(loaded: Loaded, locale: Locale) {
  const parts = toSubjectParts(loaded, locale)
  const { lookThrough, displayAddress, protocol } = loaded
  if (!parts || !lookThrough || !protocol || lookThrough.total === 0n) return null
  const { basis, snapshot, csvBasis } = parts
  const wrappers = lookThrough.wrappers.map(({ wrapper }) => wrapper)
  const rows = toWrapperRows(lookThrough.wrappers, lookThrough, parts.snapshot.gaps)
  const nameOf = toNames(protocol.labels, wrappers, (address) => shortAddress(displayAddress(address)))
  return {
    ...parts,
    lookThrough,
    rows,
    words: { nameOf, nameOfStep: toStepNames(nameOf, parts.token.address, wrappers), displayAddress },
    csvBasis: { ...csvBasis, denominator: lookThrough.total },
    notes: [`${basis.block}, ${basis.date}.`, words[locale].of, ...rows.flatMap(({ wrapper, side, held }) => (side ? [otherSideNote(nameOf(wrapper.address), side, held, parts.token, locale)] : [])), ...(snapshot.gaps.length > 0 ? [words[locale].gaps(snapshot.gaps.length)] : [])],
  }
}

/** How much, and what share of everything. */
const amountColumns = <Row>({ decimals }: Pick<Token, 'decimals'>, total: bigint, amountOf: (row: Row) => bigint): CsvColumn<Row>[] => [
  { name: 'amount', kind: 'number', value: (row) => toDecimalString(amountOf(row), decimals) },
  { name: 'amount_raw', kind: 'number', value: (row) => String(amountOf(row)) },
  { name: 'share_pct', kind: 'number', value: (row) => toPercent(amountOf(row), total) },
]

const title = (en: string, de: string): Text => ({ en, de })

export const lookThroughFlow: Chart = {
  ...shared,
  id: 'lookThroughFlow',
  title: title('Where it lies, and whose it is', 'Wo es liegt und wem es gehört'),
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toThroughParts(loaded, locale)
    if (!parts) return null
    const { lookThrough, token, name, csvBasis, notes } = parts
    const write = (address: Address | undefined) => (address ? loaded.displayAddress(address) : null)
    const nameOf = (address: Address | undefined) => (address ? parts.words.nameOf(address) : null)
    const target = ({ to }: Flow) => (to.kind === 'contract' ? to.step : undefined)
    const columns: CsvColumn<Flow>[] = [
      { name: 'from_address', kind: 'code', value: ({ from }) => write(from?.contract) },
      { name: 'from_label', kind: 'text', value: ({ from }) => nameOf(from?.contract) },
      { name: 'from_asset', kind: 'code', value: ({ from }) => write(from?.asset) },
      { name: 'to_kind', kind: 'code', value: ({ to }) => to.kind },
      { name: 'to_address', kind: 'code', value: (flow) => write(target(flow)?.contract) },
      { name: 'to_label', kind: 'text', value: (flow) => nameOf(target(flow)?.contract) },
      { name: 'to_asset', kind: 'code', value: (flow) => write(target(flow)?.asset) },
      { name: 'reason', kind: 'code', value: ({ to }) => (to.kind === 'unresolved' ? to.reason : null) },
      ...amountColumns<Flow>(token, lookThrough.total, ({ amount }) => amount),
      ...basisColumns<Flow>(csvBasis),
    ]
    const view = toChartView(flowSpec(lookThrough, name, parts.words, notes, locale), 'lookThroughFlow', toDataTable(columns, lookThrough.flows), locale)
    return { ...view, table: { ...flowTable(lookThrough, token, parts.words, locale), caption: view.title } }
  },
}

export const wrappingDepth: Chart = {
  ...shared,
  id: 'wrappingDepth',
  title: title('How deep it is wrapped', 'Wie tief es verschachtelt ist'),
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toThroughParts(loaded, locale)
    if (!parts) return null
    const { lookThrough, token, name, csvBasis, notes } = parts
    const columns: CsvColumn<AtDepth>[] = [
      { name: 'depth', kind: 'number', value: ({ depth }) => String(depth) },
      ...amountColumns<AtDepth>(token, lookThrough.total, ({ owned, unresolved }) => owned + unresolved),
      { name: 'owned_raw', kind: 'number', value: ({ owned }) => String(owned) },
      { name: 'unresolved_raw', kind: 'number', value: ({ unresolved }) => String(unresolved) },
      { name: 'mean_depth', kind: 'number', value: () => (lookThrough.meanDepth === null ? null : toPlainDecimal(lookThrough.meanDepth)) },
      ...basisColumns<AtDepth>(csvBasis),
    ]
    const view = toChartView(depthSpec(lookThrough, name, notes, locale), 'wrappingDepth', toDataTable(columns, lookThrough.byDepth), locale)
    return { ...view, table: { ...wrappingTable(lookThrough, token, locale), caption: view.title } }
  },
}

export const unresolvedTable: Chart = {
  ...shared,
  id: 'unresolvedTable',
  title: title('What has no owner that could be named', 'Wofür sich kein Eigentümer nennen ließ'),
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toThroughParts(loaded, locale)
    if (!parts) return null
    const { lookThrough, token, name, csvBasis, notes } = parts
    const { unresolved, total } = lookThrough
    const columns: CsvColumn<UnresolvedAmount>[] = [
      { name: 'address', kind: 'code', value: ({ contract }) => loaded.displayAddress(contract) },
      { name: 'label', kind: 'text', value: ({ contract }) => parts.words.nameOf(contract) },
      { name: 'asset', kind: 'code', value: ({ asset }) => loaded.displayAddress(asset) },
      { name: 'source', kind: 'code', value: ({ source }) => source },
      { name: 'reason', kind: 'code', value: ({ reason }) => reason },
      ...amountColumns<UnresolvedAmount>(token, total, ({ amount }) => amount),
      ...basisColumns<UnresolvedAmount>(csvBasis),
    ]
    return toTableView({
      id: 'unresolvedTable',
      title: toTitle(unresolvedTable.title, name, locale),
      sentence: unresolved.length === 0 ? words[locale].resolved : words[locale].unresolved(formatNumber(unresolved.length, 'count', locale)),
      notes,
      table: unresolvedTableView(lookThrough, token, parts.words, locale),
      columns,
      rows: unresolved,
    }, locale)
  },
}

/** Only where a bridge is looked through: files of all others stay as they are. */
const sideColumns: readonly CsvColumn<WrapperRow>[] = [
  { name: 'other_chain', kind: 'number', value: ({ side }) => (side ? String(side.chainId) : null) },
  { name: 'other_block', kind: 'number', value: ({ side }) => (side ? String(side.block.number) : null) },
]

export const wrappersTable: Chart = {
  ...shared,
  id: 'wrappersTable',
  title: title('Contracts that are looked through', 'Contracts, durch die geschaut wird'),
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toThroughParts(loaded, locale)
    if (!parts) return null
    const { lookThrough, rows, token, name, csvBasis, notes } = parts
    const columns: CsvColumn<WrapperRow>[] = [
      { name: 'address', kind: 'code', value: ({ wrapper }) => loaded.displayAddress(wrapper.address) },
      { name: 'label', kind: 'text', value: ({ wrapper }) => wrapper.name },
      { name: 'source', kind: 'code', value: ({ wrapper }) => wrapper.source },
      ...(rows.some(hasSide) ? sideColumns : []),
      { name: 'fact', kind: 'text', value: ({ wrapper }) => wrapper.fact },
      { name: 'gaps', kind: 'text', value: ({ gaps }) => gaps.join('; ') || null },
      ...amountColumns<WrapperRow>(token, lookThrough.total, ({ held }) => held),
      ...basisColumns<WrapperRow>(csvBasis),
    ]
    const unread = rows.filter(({ gaps }) => gaps.length > 0).length
    return toTableView({
      id: 'wrappersTable',
      title: toTitle(wrappersTable.title, name, locale),
      sentence: rows.length === 0 ? words[locale].none : words[locale].wrappers(formatNumber(rows.length, 'count', locale)) + (unread > 0 ? words[locale].unread(unread) : ''),
      notes,
      table: wrappersTableView(rows, lookThrough.total, token, parts.words, locale),
      columns,
      rows,
    }, locale)
  },
}
