import type { Category } from './protocol'
import type { Inside } from './otherSide'
import type { Text } from './text'

/** By what protocols are held against one another. The id is the word in addresses, files and figures. */
export const rivalMeasures = {
  liquidity: { en: 'liquidity', de: 'Liquidität' },
  fees: { en: 'fees', de: 'Gebühren' },
  holders: { en: 'holders', de: 'Halter' },
  votes: { en: 'votes cast', de: 'Stimmabgaben' },
} as const satisfies Record<string, Text>
export type RivalMeasure = keyof typeof rivalMeasures
export const rivalMeasureIds = Object.keys(rivalMeasures) as RivalMeasure[]

/** What several protocols had over the twelve months up to the end of one, as shares of what they had together. */
export interface ShareMonth {
  /** The last of the twelve, as in '2026-04' */
  month: string
  /** In the order of the protocols; adds up to 1 */
  shares: readonly number[]
  /** Σ shares², 1/n to 1 */
  hhi: number
  /** Place of the one with the largest share; of equal ones whoever led before, or else the first */
  leader: number
}

/** One measure of several protocols from month to month. */
export interface Rivalry {
  measure: RivalMeasure
  /** Only those that ever had something of it */
  protocols: readonly { slug: string; name: string }[]
  /** Months that could be told of all of them, oldest first; amounts in the order of the protocols: ether, holders or votes */
  months: readonly { month: string; amounts: readonly number[] }[]
  /** From the twelfth of these months on; empty before there are twelve */
  path: readonly ShareMonth[]
}

/** Protocols that are compared with one another: of one category, or all; made-up ones apart from real ones. */
export interface RivalGroup {
  /** null for all of them together */
  category: Category | null
  demo: boolean
  /** All that are followed, in the registry's order */
  protocols: readonly { slug: string; name: string }[]
  /** Those of them whose holders are among another one's already: they are in no rivalry for holders */
  insides: readonly Inside[]
  /** One for each measure of which two protocols or more have something, in the order of the measures */
  rivalries: readonly Rivalry[]
}
