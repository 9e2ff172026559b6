import { toDecimalString } from '@/lib/domain/amount'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { formatCompact } from './format'
import type { HolderWay, WayContract } from './holderRow'
import { sideText } from './otherSideNote'

/** So many ways are told where there are more. */
const told = 2

const words = {
  en: {
    wallet: 'own wallet', inWallet: (amount: string) => `${amount} in the own wallet`, through: (amount: string, ways: string) => `${amount} through ${ways}`,
    inside: ', in ', merged: 'several contracts, the last being ', ways: (count: number) => `${count} ways: `, more: (count: number) => (count === 1 ? 'one more' : `${count} more`),
  },
  de: {
    wallet: 'eigene Wallet', inWallet: (amount: string) => `${amount} in der eigenen Wallet`, through: (amount: string, ways: string) => `${amount} über ${ways}`,
    inside: ', in ', merged: 'mehrere Contracts, zuletzt ', ways: (count: number) => `${count} Wege: `, more: (count: number) => (count === 1 ? 'ein weiterer' : `${count} weitere`),
  },
} as const

/**
 * One way as people read it, from the token down: the contract that holds the token, and in what that one's shares lie.
 *
 * @example wayText({ contracts: [{ name: 'Pool' }, { name: 'Vault' }], merged: false }, 'en') // 'Pool, in Vault'
 */
export function wayText({ contracts, merged }: { contracts: readonly Pick<WayContract, 'name' | 'side'>[]; merged: boolean }, locale: Locale): string {
  const word = words[locale]
  return contracts.length === 0 ? word.wallet : (merged ? word.merged : '') + contracts.map(({ name, side }) => (side ? `${name} (${sideText({ chainId: side.chainId, block: { number: side.block } }, locale)})` : name)).join(word.inside)
}

/**
 * How an owner came to what it owns, the largest part first: through which contract, and in what that one's shares lie.
 *
 * @param ways largest first
 * @example waysText([{ contracts: [pool, vault], merged: false, amount: 12_400_000n * unit }], token, 'en') // '12.4m through v3 pool, in Vault'
 */
export function waysText(ways: readonly HolderWay[], { decimals }: Pick<Token, 'decimals'>, locale: Locale): string {
  const word = words[locale]
  if (ways.every(({ contracts }) => contracts.length === 0)) return word.wallet
  const tell = (way: HolderWay): string => {
    const figure = formatCompact(Number(toDecimalString(way.amount, decimals)), locale)
    if (way.contracts.length === 0) return word.inWallet(figure)
    return word.through(figure, wayText(way, locale))
  }
  const shown = ways.length === told + 1 ? ways : ways.slice(0, told)
  const rest = ways.length - shown.length
  return (ways.length > 1 ? word.ways(ways.length) : '') + [...shown.map(tell), ...(rest > 0 ? [word.more(rest)] : [])].join('; ')
}
