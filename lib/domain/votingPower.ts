import type { Address } from './address'
import type { Clock } from './proposal'
import type { Block, Gap } from './snapshot'
import type { Text } from './text'

/** Votes of one account, and from whom they come. */
export interface DelegateVotes {
  delegate: Address
  /** What it can cast, in smallest units */
  votes: bigint
  /** How many accounts with a balance have given it their votes, itself among them; null where the source cannot tell */
  delegators: number | null
  /** What of it are its own; null where the source cannot tell */
  own: bigint | null
}

/** Σ votes and sampled accounts against the contract, at the block. A mismatch is shown in red wherever these figures are. */
export interface VotesAudit {
  status: 'passed' | 'failed' | 'incomplete'
  /** Accounts that were asked */
  sampled: number
  mismatches: readonly { account: Address; folded: bigint; chain: bigint }[]
}

/** Who can cast how many votes at one block. */
export interface VotesSnapshot {
  block: Block
  clock: Clock
  /** Everybody with a vote, largest first, ties by address */
  delegates: readonly DelegateVotes[]
  /** Σ of all votes: what can be cast at all */
  delegated: bigint
  audit: VotesAudit | null
  gaps: readonly Gap[]
}

/** Why it cannot be told what everybody could cast at a block of the past. */
export const untoldVotes = {
  noContract: { en: 'the protocol’s file names no contract that counts votes', de: 'Die Datei des Protokolls nennt keinen Contract, der Stimmen zählt' },
  noLogs: { en: 'the logs of its votes are not read yet', de: 'Die Logs seiner Stimmen sind noch nicht gelesen' },
  noBalances: { en: 'votes hang on what accounts hold, and nobody keeps that token’s ledger', de: 'Die Stimmen hängen an den Beständen der Konten, und das Hauptbuch dieses Tokens wird nicht geführt' },
  noLongestLock: { en: 'votes of locks hang on how long the longest lock lasts, and that could not be read yet', de: 'Die Stimmen gesperrter Token hängen an der Dauer der längsten Sperre, und die ließ sich noch nicht lesen' },
  noDays: { en: 'no days are kept yet that tell when which block came', de: 'Noch sind keine Tage gespeichert, die sagen, wann welcher Block kam' },
  notReached: { en: 'its logs do not reach the block that counts', de: 'Die Logs reichen nicht bis zu dem Block, der zählt' },
  offChain: { en: 'votes off the chain are counted by the space’s own rules', de: 'Stimmen außerhalb der Chain werden nach den eigenen Regeln des Space gezählt' },
} as const satisfies Record<string, Text>
export type UntoldVotes = keyof typeof untoldVotes
