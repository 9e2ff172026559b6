import type { Text } from './text'
import type { Address } from './address'
import type { ProposalOrigin } from './proposal'

/** Why a window of proposals has no entropy. */
export const noEntropyReasons = {
  tooFewVoters: { en: 'too few voters', de: 'zu wenige Abstimmende' },
  noVotes: { en: 'nobody cast anything', de: 'niemand gab Stimmen ab' },
} as const satisfies Record<string, Text>

/** Entropy of the largest bloc in bits, or why there is none. */
export type BlocEntropy = { status: 'ok'; bits: number } | { status: 'undefined'; reason: keyof typeof noEntropyReasons }

/** Voters who voted alike. */
export interface Bloc {
  voters: number
  /** Σ of the most that each cast at once, in smallest units */
  votes: bigint
}

/** What ten decided proposals in a row say about blocs. */
export interface BlocWindow {
  /** Keys of its first and its last proposal */
  first: string
  last: string
  /** Unix seconds at which the first and the last were closed */
  from: number
  to: number
  voters: number
  /** Largest by votes first; empty where there are too few voters */
  blocs: readonly Bloc[]
  /** −log₂ of the largest bloc's share of votes, and of voters */
  byVotes: BlocEntropy
  byVoters: BlocEntropy
}

/** How often two voters voted alike. */
export interface Agreement {
  /** Proposals on which both voted */
  both: number
  /** Those of them on which they voted the same */
  alike: number
}

/** How often the largest voters voted alike, each pair once: `pairs[i][j]` for j < i. */
export interface AgreementMatrix {
  voters: readonly { voter: Address; votes: bigint; proposals: number }[]
  pairs: readonly (readonly Agreement[])[]
}

/** What is known of blocs in one place where proposals are voted on. */
export interface PlaceBlocs {
  origin: ProposalOrigin
  place: string
  /** Decided questions of for and against */
  proposals: number
  /** Oldest first; empty where there are fewer than ten */
  windows: readonly BlocWindow[]
  matrix: AgreementMatrix
}
