import type { Address } from '@/lib/domain/address'
import type { Locale } from '@/lib/domain/text'
import { controlFigures, type ControlFigure } from '@/lib/governance/controlFigures'
import { controlTree as toSteps, type ControlStep } from '@/lib/governance/controlTree'
import { controlNotes, controlTree as controlTreeView, controlTreeSentence, keysSentence, keysTable as keysTableView, type ControlWords } from '@/lib/views/controlTables'
import { gapText, toControlNames } from '@/lib/views/controlWords'
import { formatNumber, formatTime } from '@/lib/views/format'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { Chart, Loaded } from '../view'
import { toTableView, toTitle } from './toTableView'

const shared = { kind: 'table', scopes: ['token'], lenses: false, days: false, fixed: false, needs: ['control'], long: false } as const satisfies Partial<Chart>

interface ControlParts extends ControlWords, NonNullable<Loaded['control']> {
  name: string
  slug: string
  /** 'Block 21,500,000, 1 Apr 2026, 12:00 UTC' */
  blockNote: string
}

/** A control map with what its accounts are called; null before it was first read. */
function toControlParts({ control, protocol, displayAddress }: Loaded, locale: Locale): ControlParts | null {
  if (!control || !protocol) return null
  const { number, timestamp } = control.block
  return { ...control, name: protocol.name, slug: protocol.slug, displayAddress, nameOf: toControlNames(control.map, protocol.labels), blockNote: `Block ${formatNumber(number, 'count', locale)}, ${formatTime(timestamp, locale)}` }
}

const toPlace = ({ slug, block }: ControlParts): CsvColumn<unknown>[] => [
  { name: 'protocol', kind: 'code', value: () => slug },
  { name: 'block_number', kind: 'number', value: () => String(block.number) },
  { name: 'block_time', kind: 'code', value: () => toIsoTime(block.timestamp) },
]
const toGaps = (gaps: readonly Parameters<typeof gapText>[0][]): string | null => gaps.map((gap) => gapText(gap, 'en')).join('; ') || null
const toNumber = (value: number | undefined): string | null => (value === undefined ? null : String(value))

export const keysTable: Chart = {
  ...shared,
  id: 'keysTable',
  title: { en: 'How many keys', de: 'Wie viele Schlüssel' },
  view: (loaded, locale) => {
    const parts = toControlParts(loaded, locale)
    if (!parts) return null
    const write = (accounts: readonly Address[] | undefined) => accounts?.map(parts.displayAddress).join(':') || null
    const figures = controlFigures(parts.map)
    const columns: CsvColumn<ControlFigure>[] = [
      { name: 'address', kind: 'code', value: ({ root }) => parts.displayAddress(root.address) },
      { name: 'label', kind: 'text', value: ({ root }) => root.name },
      { name: 'fact', kind: 'text', value: ({ root }) => root.fact },
      { name: 'power', kind: 'code', value: ({ power }) => power },
      { name: 'control', kind: 'code', value: ({ status }) => status },
      { name: 'signatures', kind: 'number', value: ({ weakest }) => toNumber(weakest?.signatures) },
      { name: 'is_bound', kind: 'code', value: ({ isBound }) => (isBound ? 'yes' : 'no') },
      { name: 'delay_seconds', kind: 'number', value: ({ weakest }) => toNumber(weakest?.delay) },
      { name: 'signers', kind: 'code', value: ({ weakest }) => write(weakest?.keys) },
      { name: 'governors', kind: 'code', value: ({ byVote }) => write(byVote) },
      { name: 'quickest_signatures', kind: 'number', value: ({ quickest }) => toNumber(quickest?.signatures) },
      { name: 'quickest_delay_seconds', kind: 'number', value: ({ quickest }) => toNumber(quickest?.delay) },
      { name: 'gaps', kind: 'text', value: ({ gaps }) => toGaps(gaps) },
      ...toPlace(parts),
    ]
    return toTableView({
      id: 'keysTable', title: toTitle(keysTable.title, parts.name, locale), sentence: keysSentence(figures, locale), notes: [parts.blockNote, ...controlNotes('keys', true, locale)],
      table: keysTableView(figures, parts, locale), columns, rows: figures,
    }, locale)
  },
}

export const controlTree: Chart = {
  ...shared,
  id: 'controlTree',
  title: { en: 'Who controls whom', de: 'Wer wen kontrolliert' },
  view: (loaded, locale) => {
    const parts = toControlParts(loaded, locale)
    if (!parts) return null
    const { steps, whole } = toSteps(parts.map)
    const columns: CsvColumn<ControlStep>[] = [
      { name: 'level', kind: 'number', value: ({ depth }) => String(depth) },
      { name: 'address', kind: 'code', value: ({ account }) => account && parts.displayAddress(account) },
      { name: 'label', kind: 'text', value: ({ account }) => account && parts.nameOf(account) },
      { name: 'control_kind', kind: 'code', value: ({ kind }) => kind ?? 'anybody' },
      { name: 'power', kind: 'code', value: ({ way }) => way?.power ?? null },
      { name: 'means', kind: 'code', value: ({ way }) => way?.means ?? null },
      { name: 'means_detail', kind: 'text', value: ({ way }) => way?.detail ?? null },
      { name: 'group_threshold', kind: 'number', value: ({ group }) => toNumber(group?.threshold) },
      { name: 'members', kind: 'number', value: ({ group }) => toNumber(group?.members) },
      { name: 'delay_seconds', kind: 'number', value: ({ way }) => toNumber(way?.delay) },
      { name: 'evidence', kind: 'text', value: ({ way, said }) => [way?.evidence, ...said].filter(Boolean).join('; ') || null },
      { name: 'implementation', kind: 'code', value: ({ implementation }) => implementation && parts.displayAddress(implementation) },
      { name: 'again', kind: 'code', value: ({ again }) => again },
      { name: 'gaps', kind: 'text', value: ({ gaps }) => toGaps(gaps) },
      ...toPlace(parts),
    ]
    return toTableView({
      id: 'controlTree', title: toTitle(controlTree.title, parts.name, locale), sentence: controlTreeSentence(steps, locale), notes: [parts.blockNote, ...controlNotes('tree', whole, locale)],
      table: controlTreeView(steps, parts, locale), columns, rows: steps,
    }, locale)
  },
}
