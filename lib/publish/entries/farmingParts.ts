import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { formatAmount, formatDate, formatNumber } from '@/lib/views/format'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { LoadedFarming, RewardReading } from '../loadedFarming'
import type { Loaded } from '../view'

/** What all charts of rewards are like. */
export const farmingShape = { scopes: ['token'], lenses: false, days: false, fixed: false, long: false, needs: ['farming'] } as const

const words = {
  en: {
    block: (block: string, date: string) => `As of block ${block}, ${date}.`,
    others: (count: string) => `Contracts that pay another token are left out: ${count}.`,
    largest: (name: string) => `Shown is ${name}; the table of rewards by size of stake has the others.`,
    gap: (subject: string, reason: string) => `Missing: ${subject} (${reason}).`,
    owed: (name: string, amount: string, block: string, date: string) => `Owed: ${name} had ${amount} added up and not paid as of block ${block}, ${date}, as it says itself. That is in no other figure here.`,
    borrowed: (name: string) => `${name}, for borrowing`,
  },
  de: {
    block: (block: string, date: string) => `Stand: Block ${block}, ${date}.`,
    others: (count: string) => `Contracts, die einen anderen Token zahlen, fehlen: ${count}.`,
    largest: (name: string) => `Gezeigt ist ${name}; die Tabelle der Belohnungen nach Größe der Einlage enthält die anderen.`,
    gap: (subject: string, reason: string) => `Es fehlt: ${subject} (${reason}).`,
    owed: (name: string, amount: string, block: string, date: string) => `Geschuldet: ${name} hatte zu Block ${block}, ${date}, nach eigener Auskunft ${amount} gutgeschrieben und nicht ausgezahlt. Das steckt in keiner anderen Zahl hier.`,
    borrowed: (name: string) => `${name}, fürs Leihen`,
  },
} as const

/** Who pays, and whether for borrowing. */
export interface PayingContract {
  address: string
  name: string
  isDebt: boolean
}

/** What the charts of rewards are made of. */
export interface FarmingParts {
  token: Token
  farming: LoadedFarming
  /** A chart shows one: of the programmes with enough stakers for tenths the one that paid most, where there is none of all */
  largest: RewardReading
  notes: (ofOne: boolean) => string[]
  foot: CsvColumn<unknown>[]
  /** As people read it: both sides of a market have its name */
  nameOf: (reading: RewardReading) => string
  contractOf: (reading: RewardReading) => PayingContract
}

/** What the charts of rewards begin with; null where no programme is known that could be read. */
export function toFarmingParts({ protocol, farming, displayAddress }: Loaded, locale: Locale): FarmingParts | null {
  const largest = farming?.programs.find(({ farming: { status } }) => status === 'ok') ?? farming?.programs[0]
  if (!protocol || !farming || !largest) return null
  const word = words[locale]
  const { block, others, gaps, programs } = farming
  const nameOf = ({ wrapper, isDebt }: RewardReading) => (isDebt ? word.borrowed(wrapper.name) : wrapper.name)
  const { decimals, symbol } = protocol.token
  const count = (value: number) => formatNumber(value, 'count', locale)
  return {
    token: protocol.token, farming, largest,
    notes: (ofOne) => [
      word.block(count(block.number), formatDate(block.timestamp, locale)),
      ...(ofOne && programs.length > 1 ? [word.largest(nameOf(largest))] : []),
      ...(others > 0 ? [word.others(count(others))] : []),
      ...(ofOne ? [largest] : programs).flatMap((reading) => {
        const { owed } = reading
        return owed && owed.all > 0n ? [word.owed(nameOf(reading), `${formatAmount({ units: owed.all, decimals }, locale)} ${symbol}`, count(owed.block), formatDate(owed.timestamp, locale))] : []
      }),
      ...gaps.map(({ subject, reason }) => word.gap(subject, reason)),
    ],
    nameOf,
    foot: [
      { name: 'protocol', kind: 'code', value: () => protocol.slug },
      { name: 'token_address', kind: 'code', value: () => displayAddress(protocol.token.address) },
      { name: 'block_number', kind: 'number', value: () => String(block.number) },
      { name: 'block_time', kind: 'code', value: () => toIsoTime(block.timestamp) },
    ],
    contractOf: ({ wrapper, isDebt }) => ({ address: displayAddress(wrapper.address), name: wrapper.name, isDebt }),
  }
}

/** Rows of which each belongs to a contract. */
export const contractColumns = <Row>(of: (row: Row) => PayingContract): CsvColumn<Row>[] => [
  { name: 'paid_by', kind: 'code', value: (row) => of(row).address },
  { name: 'paid_by_name', kind: 'text', value: (row) => of(row).name },
  { name: 'paid_for', kind: 'code', value: (row) => (of(row).isDebt ? 'debt' : 'stake') },
]
