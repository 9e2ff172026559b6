import type { Address } from './address'
import type { Inside } from './otherSide'
import type { Currency } from './pool'

/** How far down lists of holders are compared: the hundred largest, and the largest hundredth of all. */
export const depths = ['hundred', 'hundredth'] as const
export type Depth = (typeof depths)[number]

/** The largest holders of a protocol's token at its newest snapshot, under the headline's lens. */
export interface TopHolders {
  /** slug */
  protocol: string
  protocolName: string
  symbol: string
  demo: boolean
  /** UTC day */
  day: string
  block: number
  /** Unix seconds */
  timestamp: number
  /** What shares are taken of; smallest units, positive */
  denominator: bigint
  /** Down to which rank each list goes */
  depth: Readonly<Record<Depth, number>>
  /** Largest first, as far down as the longer list. Who holds for others is left out: its rank is missing */
  top: readonly TopHolder[]
}

export interface TopHolder {
  account: Address
  /** Its place among all whom the lens keeps */
  rank: number
  /** smallest units */
  amount: bigint
}

/** Who is among the largest holders of a protocol's token, owners with several addresses as one. */
export interface LargestOwners {
  /** slug */
  protocol: string
  /** Only lists of one kind are compared: nobody of a made-up chain can be on a real one */
  demo: boolean
  /** How many hold something, without those who hold it for others */
  holders: number
  members: Readonly<Record<Depth, ReadonlySet<Address>>>
}

/** All providers of a pool, as far as it is asked who is large. */
export interface PoolStakes {
  /** slug */
  protocol: string
  protocolName: string
  demo: boolean
  pool: Address
  name: string
  stakes: readonly PoolStake[]
}

/** What an account has in a pool, in smallest units of each currency; null where it could not be priced. */
export interface PoolStake {
  account: Address
  /** 1 is who had most in at once */
  rank: number
  /** What its liquidity is worth at the mark */
  value: Readonly<Record<Currency, bigint | null>>
  /** What it earned in fees so far */
  fees: Readonly<Record<Currency, bigint | null>>
}

/** An account, with the other addresses of its owner, that is large in several protocols or pools. */
export interface Superuser {
  /** The smallest of its owner's addresses: it stands for all of them */
  account: Address
  /** Those of them that are found in the lists and pools below, in their order */
  addresses: readonly Address[]
  /** By the first label that counts, in the registry's order of protocols; null where nobody says */
  name: string | null
  demo: boolean
  /** Among how many protocols' largest it is */
  among: Readonly<Record<Depth, number>>
  /** In the order of the lists */
  holdings: readonly SuperuserHolding[]
  /** Sum of its shares of those tokens of which it is among the hundred largest holders */
  shareSum: number
  /** In the order of the pools; those in which it is a large provider, and others in which it has something */
  pools: readonly SuperuserPool[]
  /** In how many pools it is a large provider */
  largeIn: number
  /** Of what all pools of its kind (made up or not) are worth and have earned their providers together; null where they have no currency in common, or it is in none of them */
  ofAll: ShareOfPools | null
}

/** One place in a list of holders, of the largest of its addresses there. */
export interface SuperuserHolding {
  /** slug */
  protocol: string
  rank: number
  /** Of all its addresses in the list; smallest units */
  amount: bigint
  /** 0 to 1 */
  share: number
  /** In which lists it stands */
  among: readonly Depth[]
}

export interface ShareOfPools {
  /** In which the pools are added up */
  currency: Currency
  /** 0 to 1; null where there is nothing at all */
  liquidity: number | null
  fees: number | null
}

export interface SuperuserPool {
  /** slug */
  protocol: string
  pool: Address
  rank: number
  isLarge: boolean
  /** Of what the pool's liquidity is worth, and of what it earned its providers; null where unpriced, or nothing at all */
  liquidity: number | null
  fees: number | null
}

/** How many two protocols' largest holders have in common, against chance. Logarithms are natural. */
export interface OverlapTest {
  /** Who is among the largest of the first, and of the second */
  first: number
  second: number
  common: number
  /** In common by chance, on average */
  expected: number
  /** Of as many in common or more by chance */
  logP: number
  /** The same, corrected for all pairs that are compared: Bonferroni, and Benjamini & Hochberg */
  logBonferroni: number
  logFalseDiscovery: number
}

export interface HolderOverlap {
  /** slugs, in the order of the lists */
  protocols: readonly [string, string]
  /** How many hold at least one of the two tokens: from them both lists could have been drawn */
  population: number
  /** How many hold both */
  both: number
  tests: Readonly<Record<Depth, OverlapTest>>
}

/** Who is large in several places at once. */
export interface Superusers {
  lists: readonly Omit<TopHolders, 'top'>[]
  pools: readonly Pick<PoolStakes, 'protocol' | 'protocolName' | 'demo' | 'pool' | 'name'>[]
  /** In most protocols first */
  superusers: readonly Superuser[]
  overlaps: readonly HolderOverlap[]
  /** Names of followed protocols of which no list of holders under the headline's lens is kept */
  missing: readonly string[]
  /** Followed protocols whose holders are among another one's already */
  insides: readonly Inside[]
}
