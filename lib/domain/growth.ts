/** An exponent of growth ∝ size^α, with its 95 % interval. */
export interface GrowthExponent {
  alpha: number
  low: number
  high: number
  /** Months in which something grew */
  months: number
  /** By the rank transform, and how far growth is from following it: 0 is exactly, 1 not at all */
  byRanks: number
  distance: number
}

/** Holders of about one size at the start of months, counted once in each, and what became of them to its end. Whole tokens. */
export interface GrowthBin {
  /** Half decades: holders of at least 10^(half/2) tokens and less than 10^((half + 1)/2) */
  half: number
  /** Once for each month */
  accounts: number
  held: number
  /** Σ of what those gained who had more at the end */
  gained: number
  /** Σ of what those lost who had less, those among them who left */
  lost: number
  /** How many held nothing at the end */
  gone: number
}

/** Where holders of each class were a year later, over all months from which a year can be looked ahead. */
export interface Mobility {
  /** So many months are looked ahead from */
  starts: number
  /** Row: class at the start, the ten largest first. Column: class a year later, in the same order, and last who holds nothing */
  moved: readonly (readonly number[])[]
  /** Of each class a year later: how many held nothing at the start */
  arrived: readonly number[]
}

/** What the largest tenth had of all that those held who held something at the start: then, and a year later, of the same accounts. Medians over starts. */
export interface LeadersYear {
  starts: number
  before: number
  after: number
  /** Median of the differences */
  change: number
  /** In how many of the starts the share rose */
  rose: number
}

/** How many of the largest are still among the largest after so many months, all starts together. */
export interface Staying {
  months: number
  starts: number
  /** Of the ten largest among the ten largest, 0 to 1 */
  ten: number
  /** Of the largest tenth in the largest tenth */
  tenth: number
}

/** How holdings grow by size, from end of month to end of month. */
export interface Growth {
  /** First and last month end, as in '2026-04' */
  from: string
  to: string
  /** Months that begin with at least 100 holders */
  months: number
  /** Median of how many held at their start */
  holders: number
  /** null where it cannot be told */
  gains: GrowthExponent | null
  losses: GrowthExponent | null
  /** Smallest first */
  sizes: readonly GrowthBin[]
  /** null where less than a year is known */
  mobility: Mobility | null
  leaders: LeadersYear | null
  /** Up to two years */
  staying: readonly Staying[]
}
