import type { ContractCall, ChainReader } from '../../chain/reader'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { HoldingChange } from '../../domain/changedDistribution'
import type { VotesContract } from '../../domain/governance'
import type { Clock } from '../../domain/proposal'
import type { Block, Gap } from '../../domain/snapshot'
import type { Text } from '../../domain/text'
import type { LogFilter } from '../source'

/** An account that gives votes to a delegate, itself among them, and how many. */
export interface GivenVotes {
  giver: Address
  delegate: Address
  amount: bigint
}

/** Whose votes a contract counts, folded from its logs in the chain's order: from day to day only what is new is read. */
export interface VotesBooks {
  /** Further logs of its filters; lists end with whole blocks */
  add: (logs: readonly Log[]) => void
  /** What accounts hold of the contract's own token, where it is followed: those that changed, 0n for nothing */
  hold: (balances: ReadonlyMap<Address, bigint>) => void
  /**
   * Whose votes are others at the block than when it was last asked; 0n for none. Ask about one block after the other.
   *
   * @param moment null where nobody looked up the block's time: most votes do not hang on it
   * @param answers of `read`
   * @throws Error where the votes hang on answers, or on a time, that are not there
   */
  changesAt: (moment: Pick<Block, 'timestamp'> | null, answers: unknown) => readonly HoldingChange[]
  /** What an account could cast when it was last asked for changes */
  votesOf: (account: Address) => bigint
  /** Everybody who ever had a vote by the logs, none among them: whoever has lost all is asked too */
  accounts: () => Iterable<Address>
  /** Who gives how many votes to whom, when it was last asked for changes; nobody gives none */
  given: () => Iterable<GivenVotes>
  /** What of the logs does not fit together */
  gaps: () => readonly Gap[]
}

/** One family of contracts that count votes. Its id is its file name. */
export interface VotesSource {
  id: string
  name: Text
  /** Whose votes it counts, and how, in one or two sentences */
  description: Text
  /** Logs it folds */
  logs: (contract: VotesContract) => readonly LogFilter[]
  /** What balances of the contract's own token are needed for: its votes, to tell who delegates how much, or nothing */
  balances: 'votes' | 'givers' | 'none'
  /** Whether votes change without anything happening: they are told at a time, and hang on what only the contract answers */
  hangsOnTime: boolean
  open: (contract: VotesContract) => VotesBooks
  /** By which of its logs somebody takes its votes in hand: gives them to a delegate, itself among them, or locks tokens for them */
  giving: {
    topic: `0x${string}`
    /** @returns who does; null where the log does not give votes to anybody */
    toGiver: (log: Log) => Address | null
  }
  /**
   * What only the contract can tell: by which clock it counts, and what the votes hang on beside the logs. JSON.
   *
   * @param books folded up to the block; most need not look
   */
  read: (contract: VotesContract, books: () => Promise<VotesBooks>, reader: Pick<ChainReader, 'readContracts'>, blockNumber: number) => Promise<VotesAnswers>
  /** How an account is asked for its votes at the block; of several, the first that is answered counts */
  ask: (contract: VotesContract, account: Address, block: Block) => readonly ContractCall[]
  /** How the contract is asked for the sum of all votes; absent where it does not know it */
  askTotal?: (contract: VotesContract, block: Block) => ContractCall
  /** Blocks from which on the contract has other votes for an account than kept logs tell, the first of them first; absent where it keeps no past */
  findFaults?: (question: FaultQuestion) => AsyncIterable<number>
}

/** An account whose votes are others by the contract than by kept logs. */
export interface FaultQuestion {
  contract: VotesContract
  account: Address
  /** Kept logs of the contract that name it first, in the chain's order */
  logs: readonly Log[]
  reader: Pick<ChainReader, 'readContracts' | 'readBlock'>
  /** The block that both were asked about */
  block: Block
}

export interface VotesAnswers {
  clock: Clock
  answers: unknown
  gaps: readonly Gap[]
}
