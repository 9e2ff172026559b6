import type { ShownSide } from '@/lib/domain/otherSide'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { exactAmount } from './exactAmount'
import { formatNumber, formatTime } from './format'

const words = {
  en: {
    block: (chain: number, block: string) => `chain ${chain}, block ${block}`,
    side: (name: string, place: string, time: string) => `${name}: its owners are those on ${place} (${time}).`,
    more: (there: string, held: string) => ` ${there} exist there, and ${held} lie here: what lies here is shared in proportion.`,
    enough: (there: string, held: string) => ` ${there} exist there, and ${held} lie here: each owner has as much as there.`,
    unknown: ' How many exist there could not be read.',
  },
  de: {
    block: (chain: number, block: string) => `Chain ${chain}, Block ${block}`,
    side: (name: string, place: string, time: string) => `${name}: Eigentümer sind die von ${place} (${time}).`,
    more: (there: string, held: string) => ` Dort gibt es ${there}, hier liegen ${held}: Was hier liegt, verteilt sich anteilig.`,
    enough: (there: string, held: string) => ` Dort gibt es ${there}, hier liegen ${held}: Jeder Eigentümer hat so viel wie dort.`,
    unknown: ' Wie viele es dort gibt, ließ sich nicht lesen.',
  },
} as const

/**
 * Which block of which chain it is.
 *
 * @example sideText({ chainId: 42161, block: { number: 300_000_000 } }, 'en') // 'chain 42161, block 300,000,000'
 */
export const sideText = ({ chainId, block }: { chainId: number; block: Pick<ShownSide['block'], 'number'> }, locale: Locale): string =>
  words[locale].block(chainId, formatNumber(block.number, 'count', locale))

/**
 * With whom on another chain an escrow was looked through, as of which block, and whether unit for unit.
 *
 * @param held what lies in the escrow, smallest units
 * @example otherSideNote('L1 escrow', side, 5n, token, 'en')
 * // 'L1 escrow: its owners are those on chain 42161, block 300,000,000 (1 January 2025, 00:00 UTC). 4 LPT exist there, and 5 LPT lie here: …'
 */
export function otherSideNote(name: string, side: ShownSide, held: bigint, { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string {
  const word = words[locale]
  const tell = (amount: bigint) => `${exactAmount(amount, decimals, locale)} ${symbol}`
  const amounts = side.supply === null ? word.unknown : (side.supply > held ? word.more : word.enough)(tell(side.supply), tell(held))
  return word.side(name, sideText(side, locale), formatTime(side.block.timestamp, locale)) + amounts
}
