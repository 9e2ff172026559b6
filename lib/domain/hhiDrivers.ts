/** By what the HHI of a token changed from one moment to the next. The parts add up to the change. */
export interface HhiParts {
  /** Who held nothing before and something after */
  entry: number
  /** Who held something before and nothing after */
  exit: number
  /** What the ten largest of the first moment had more or less, as far as they stayed */
  largest: number
  /** What all others who stayed had more or less */
  others: number
  /** That everything which is held became more or less, and each share of those who stayed smaller or larger for it */
  supply: number
}

/** The parts, in reading order. */
export const hhiPartIds = ['entry', 'exit', 'largest', 'others', 'supply'] as const satisfies readonly (keyof HhiParts)[]

/** The end of a month of a token's history. */
export interface HhiMonth {
  /** UTC day */
  day: string
  block: number
  holders: number
  /** Σ of what is held, smallest units */
  total: bigint
  /** 0 where nobody holds anything */
  hhi: number
  /** Since the month before; null for the first, and where nobody held anything at either end */
  parts: HhiParts | null
  /** How many came and went since the month before */
  entered: number
  left: number
}

/** By what a token's HHI changed, month by month, under the lens of the headlines. Oldest first. */
export interface HhiDrivers {
  months: readonly HhiMonth[]
}
