import type { Address } from '@/lib/domain/address'
import type { Protocol } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import { notLookedThroughSentence, toNotLookedThrough } from '@/lib/views/market/contractProviders'
import { shareManagersNote } from '@/lib/views/market/shareManagers'
import { toMarketNotes, toPoolName, toReadingNotes, type MarketSeen } from '@/lib/views/market/marketBasis'
import { toMoneyUnit, type MoneyUnit } from '@/lib/views/market/money'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import type { LoadedMarket } from '../loadedMarket'
import type { Chart, Loaded } from '../view'

/** What every chart of a pool has in common: it is of the newest reading alone. */
export const ofMarket = { scopes: ['market'], lenses: false, days: false, fixed: false, long: false, needs: ['market'] } as const satisfies Partial<Chart>

/** What the charts of a pool begin with. */
export interface MarketParts extends LoadedMarket {
  protocol: Protocol
  /** As people call it */
  name: string
  unit: MoneyUnit
  seen: MarketSeen
  /** For what is not money */
  readingNotes: readonly string[]
  notes: readonly string[]
  nameOf: (account: Address) => string | null
  display: Loaded['displayAddress']
}

/** A pool with what its figures rest on in words; null for charts of anything else, and before the first reading. */
export function toMarketParts({ market, protocol, displayAddress }: Loaded, locale: Locale): MarketParts | null {
  if (!market || !protocol) return null
  const { facts, reading, currency } = market
  const seen = { facts, reading, currency, displayAddress }
  const hidden = toNotLookedThrough(market)
  const managed = shareManagersNote(reading, locale)
  const hiddenNote = [...(hidden && hidden.contracts.length > 0 ? [notLookedThroughSentence(hidden, locale)] : []), ...(managed === null ? [] : [managed])]
  const names = new Map(protocol.labels.map(({ address, name }) => [address, name]))
  return {
    ...market, protocol, seen, display: displayAddress, name: toPoolName(facts, locale), unit: toMoneyUnit(facts, currency),
    readingNotes: [...toReadingNotes(seen, locale), ...hiddenNote], notes: [...toMarketNotes(seen, locale), ...hiddenNote], nameOf: (account) => names.get(account) ?? null,
  }
}

/** A title with the pool that it is of. */
export const toMarketTitle = (title: Text, { name }: Pick<MarketParts, 'name'>, locale: Locale): string => `${title[locale]}: ${name}`

/** Of which pool a row is, and what its figures were read at: what every file of pools ends with. */
export function marketColumns<Row>({ protocol, facts, reading: { block, markDay }, display }: MarketParts): CsvColumn<Row>[] {
  return [
    { name: 'protocol', kind: 'code', value: () => protocol.slug, constant: true },
    { name: 'pool_address', kind: 'code', value: () => display(facts.address), constant: true },
    { name: 'pool_name', kind: 'text', value: () => toPoolName(facts, 'en'), constant: true },
    { name: 'mark_day', kind: 'code', value: () => markDay, constant: true },
    { name: 'block_number', kind: 'number', value: () => String(block.number), constant: true },
    { name: 'block_time', kind: 'code', value: () => toIsoTime(block.timestamp), constant: true },
  ]
}
