import type { Address } from '../../domain/address'
import type { Tally } from '../../domain/ballot'
import type { ProposalCall } from '../../domain/proposal'

/** What a log of a Governor says, in the words of all families. `key` is the proposal's number in decimal. */
export type GovernorEvent =
  | {
      kind: 'created'
      key: string
      proposer: Address
      calls: readonly ProposalCall[]
      /** When votes are counted, and the last moment at which one can be cast: a block or Unix seconds, as the Governor counts time */
      start: number
      end: number
      description: string
    }
  | {
      kind: 'cast'
      key: string
      voter: Address
      votes: bigint
      /** null where the kind of support is none of the three */
      parts: Tally | null
      /** What its parameters say where the Governor takes votes in parts: of this cast alone */
      fraction: Tally | null
    }
  | { kind: 'canceled' | 'executed'; key: string }
  /** `eta` in Unix seconds */
  | { kind: 'queued'; key: string; eta: number }
  /** Votes can be cast until then */
  | { kind: 'extended'; key: string; end: number }
  /** Votes that it takes to propose, before and after */
  | { kind: 'thresholdSet'; before: bigint; after: bigint }
  /** Whoever may propose without votes, until then in Unix seconds */
  | { kind: 'exempted'; account: Address; until: bigint }
  /** Its code is another one from here on */
  | { kind: 'upgraded' }
