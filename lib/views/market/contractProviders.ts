import { toRatio } from '@/lib/domain/amount'
import type { Address } from '@/lib/domain/address'
import type { TokenPair } from '@/lib/domain/pool'
import type { PoolReading } from '@/lib/domain/poolReading'
import type { ProviderResult } from '@/lib/domain/provider'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'

/** What of a pool's liquidity stands under the names of contracts, and for whom they have it is not known. */
export interface NotLookedThrough {
  /** How many providers were asked, the largest */
  asked: number
  contracts: readonly { account: Address; name: string }[]
  /** Their part of what all positions are worth at the mark; null where nothing is in, or has no price */
  share: number | null
}

/**
 * How much of a pool is not looked through.
 *
 * @returns null where it was not asked, or nobody was there to be asked
 * @example toNotLookedThrough({ reading, results })?.share // 0.125
 */
export function toNotLookedThrough({ reading: { contractProviders, marks }, results }: { reading: PoolReading; results: readonly Pick<ProviderResult, 'account' | 'principal'>[] }): NotLookedThrough | null {
  if (!contractProviders || contractProviders.asked === 0) return null
  const values = marks.quote?.values
  const worth = ([one, other]: TokenPair) => (values ? one * values[0] + other * values[1] : 0n)
  const named = new Set(contractProviders.contracts.map(({ account }) => account))
  const sum = (of: typeof results) => of.reduce((all, { principal }) => all + worth(principal), 0n)
  const all = sum(results)
  return { ...contractProviders, share: all === 0n ? null : toRatio(sum(results.filter(({ account }) => named.has(account))), all) }
}

const words = {
  en: {
    none: (asked: string) => `None of the ${asked} largest providers is a contract that is not looked through.`, noneAlone: 'The only provider is no contract, or one that is looked through.',
    alone: 'The only provider is a contract that is not looked through', one: (asked: string) => `One of the ${asked} largest providers is a contract that is not looked through`,
    some: (count: string, asked: string) => `${count} of the ${asked} largest providers are contracts that are not looked through`,
    share: (share: string) => `: ${share} of the liquidity by value, of which it is not known whose it is.`, unpriced: ': of what they have it is not known whose it is.',
  },
  de: {
    none: (asked: string) => `Keiner der ${asked} größten Anbieter ist ein Contract, durch den nicht geschaut wird.`, noneAlone: 'Der einzige Anbieter ist kein Contract oder einer, durch den geschaut wird.',
    alone: 'Der einzige Anbieter ist ein Contract, durch den nicht geschaut wird', one: (asked: string) => `Einer der ${asked} größten Anbieter ist ein Contract, durch den nicht geschaut wird`,
    some: (count: string, asked: string) => `${count} der ${asked} größten Anbieter sind Contracts, durch die nicht geschaut wird`,
    share: (share: string) => `: ${share} der Liquidität nach Wert, von der unbekannt ist, wem sie gehört.`, unpriced: ': Wem gehört, was sie haben, ist unbekannt.',
  },
} as const

/**
 * The same in a sentence.
 *
 * @example notLookedThroughSentence({ asked: 50, contracts: [], share: 0 }, 'en') // 'None of the 50 largest providers is a contract that is not looked through.'
 */
export function notLookedThroughSentence({ asked, contracts, share }: NotLookedThrough, locale: Locale): string {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  if (contracts.length === 0) return asked === 1 ? word.noneAlone : word.none(count(asked))
  const begin = asked === 1 ? word.alone : contracts.length === 1 ? word.one(count(asked)) : word.some(count(contracts.length), count(asked))
  return begin + (share === null ? word.unpriced : word.share(formatNumber(share, 'share', locale)))
}
