import type { Text } from './text'

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

/** What each part is called. */
export const hhiPartNames = {
  entry: { en: 'who came', de: 'wer dazukam' },
  exit: { en: 'who left', de: 'wer ausstieg' },
  largest: { en: 'gains and losses of the ten largest', de: 'Zu- und Abnahme der zehn Größten' },
  others: { en: 'gains and losses of the others', de: 'Zu- und Abnahme der anderen' },
  supply: { en: 'more or less supply', de: 'mehr oder weniger Menge' },
} as const satisfies Record<keyof HhiParts, Text>

/** The parts, in reading order. */
export const hhiPartIds = Object.keys(hhiPartNames) as (keyof HhiParts)[]

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
