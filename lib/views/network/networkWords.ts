import type { StakeNetwork } from '@/lib/domain/delegatedStakes'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatAmount, formatDate, formatNumber } from '../format'

const words = {
  en: {
    as: (block: string, date: string) => `As of the end of ${date}, block ${block}. From kept logs alone.`,
    who: 'Operators and those who bond to them are addresses, as the contract’s books have them: nobody is left out, nobody joined. Earnings not yet claimed are in a stake, what is being taken back is not.',
    one: (name: string, others: number) => `Shown is ${name}, with most bonded; ${others} more networks are left out.`,
    fees: { ether: 'Fees are paid in ether.', token: 'Fees are paid in the token.' },
  },
  de: {
    as: (block: string, date: string) => `Stand: Ende des ${date}, Block ${block}. Allein aus aufbewahrten Logs.`,
    who: 'Betreiber und Delegierende sind Adressen, wie sie in den Büchern des Contracts stehen: Niemand ist weggelassen, niemand zusammengefasst. Noch nicht abgerufene Erträge zählen zum Einsatz, was gerade zurückgeholt wird, nicht.',
    one: (name: string, others: number) => `Gezeigt ist ${name} mit dem größten Einsatz; ${others} weitere Netzwerke fehlen.`,
    fees: { ether: 'Gebühren werden in Ether gezahlt.', token: 'Gebühren werden im Token gezahlt.' },
  },
} as const

/** What the charts of a network say: its name in words, and up to when it was read. */
export interface NetworkBasis {
  network: StakeNetwork
  token: Pick<Token, 'symbol' | 'decimals'>
  /** How operators are called */
  nameOf: (account: StakeNetwork['contract']) => string
  notes: readonly string[]
}

/**
 * What stands below every chart of a network.
 *
 * @param others networks of the protocol that are not shown
 * @example toNetworkNotes(network, { day: '2025-12-31', block: 7 }, 0, 'en')[0] // 'As of the end of 31 Dec 2025, block 7. From kept logs alone.'
 */
export function toNetworkNotes({ name, feesIn }: Pick<StakeNetwork, 'name' | 'feesIn'>, { day, block }: { day: string; block: number }, others: number, locale: Locale): string[] {
  const word = words[locale]
  return [word.as(formatNumber(block, 'count', locale), formatDate(toTimestamp(day), locale)), word.who, word.fees[feesIn], ...(others > 0 ? [word.one(name, others)] : [])]
}

/** Fees as people read them: in ether, or in the token. */
export const toFeesText = (units: bigint, { feesIn }: Pick<StakeNetwork, 'feesIn'>, { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string =>
  feesIn === 'ether' ? `${formatAmount({ units, decimals: 18 }, locale)} ETH` : `${formatAmount({ units, decimals }, locale)} ${symbol}`
