import type { Text } from './text'

/** A share of all votes, exact. */
export interface VoteShare {
  numerator: bigint
  denominator: bigint
}

/** A half: above it there is more for than against. What most votes ask. */
export const half: VoteShare = { numerator: 1n, denominator: 2n }

/** How somebody voted. */
export const supports = {
  for: { en: 'for', de: 'dafür' },
  against: { en: 'against', de: 'dagegen' },
  abstain: { en: 'abstention', de: 'Enthaltung' },
} as const satisfies Record<string, Text>
export type Support = keyof typeof supports

/** What was cast for, against and in abstention, in smallest units. */
export type Tally = Record<Support, bigint>

/** When a proposal passes. */
export interface CountingRule {
  /** how many votes it takes at least */
  quorum: bigint
  /** whose votes count towards the quorum */
  quorumOf: readonly Support[]
  /** the share of for and against that for must be above; a half is more for than against */
  majority: VoteShare
}
