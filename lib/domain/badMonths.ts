/** What became of one class of holders in one month: the class is that of its start. Values in the currency of the study. */
export interface ClassMonth {
  accounts: number
  /** How many held nothing at its end */
  gone: number
  /** Whole tokens at its start */
  held: number
  /** Σ of what those gave up who had less at its end, whole tokens */
  gaveUp: number
  /** What their tokens had cost */
  cost: number
  /** What was given up below its cost: Σ of the differences; and above it */
  lost: number
  gained: number
  /** How many began it with tokens that had cost more than they were worth */
  underWater: number
}

/** A month with a price at its start and at its end. */
export interface PricedMonth {
  /** As in '2026-04' */
  month: string
  /** Price at its end ÷ price at its start − 1 */
  change: number
  /** The ten largest first */
  classes: readonly ClassMonth[]
}

/** The deepest fall of the price between the ends of two months, and what the holders of its beginning had at its end. */
export interface DeepestFall {
  from: string
  to: string
  /** Below 0 */
  change: number
  /** The ten largest first: how many, how many of those held nothing at its end, whole tokens then and at its end */
  classes: readonly { accounts: number; gone: number; held: number; after: number }[]
}

/** What happened to holders by size while the token's price moved. */
export interface BadMonths {
  /** What prices are told in */
  currency: 'dollar' | 'ether'
  /** Pools by which they are known, from the token on */
  pools: readonly string[]
  /** Oldest first; those that began with at least 100 holders */
  months: readonly PricedMonth[]
  /** null where the price never fell, or nobody could be followed through it */
  fall: DeepestFall | null
}
