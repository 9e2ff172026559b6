import type { Text } from './text'

/** Holders by their place in the order of size, the largest first; each holder is in one. */
export const holderClasses = {
  ten: { en: 'the ten largest', de: 'die zehn größten' },
  tenth: { en: 'rest of the largest tenth', de: 'Rest des größten Zehntels' },
  half: { en: 'rest of the larger half', de: 'Rest der größeren Hälfte' },
  small: { en: 'smaller half', de: 'kleinere Hälfte' },
} as const satisfies Record<string, Text>
export type HolderClass = keyof typeof holderClasses
export const holderClassIds = Object.keys(holderClasses) as HolderClass[]

/** With fewer holders a tenth of them would be less than ten. */
export const fewestHolders = 100

/** What everybody held at the end of a month, told by the numbers of accounts: numbers are only ever added. */
export interface MonthHoldings {
  /** As in '2026-04' */
  month: string
  /** Whole tokens by account, 0 for who holds nothing */
  amounts: Float64Array
  /** Addresses by account, for the order of equal amounts */
  names: readonly string[]
}
