import type { Log } from '../../chain/log'
import type { ContractCall } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { RewardPayment, RewardWindow } from '../../domain/provider'
import type { StakeChange } from '../../liquidity/stakers'
import type { LogFilter } from '../source'
import type { EarnedFor } from './earnedFor'

/** What a contract takes in and what it pays for it. */
export interface RewardProgram {
  /** What is staked; of a programme that pays for debts, what was borrowed */
  stakeToken: Address
  /** Tokens that were staked before it and were exchanged for it, as many */
  earlierTokens?: readonly Address[]
  rewardToken: Address
  /** Whether it pays for owing and not for having: such a stake is nobody's property */
  isDebt: boolean
}

/** By what stakes are told: by logs, or by the ledger of a token whose every unit is a stake, but for those that one account (the contract itself) has. */
export type Stakes = { logs: readonly LogFilter[]; toChanges: (logs: readonly Log[]) => StakeChange[] } | { ledger: Address; without: Address }

/** What a programme's logs tell so far, folded one by one in the chain's order. */
export interface RewardBook {
  /** @returns whoever did something for its stake or its reward in the log's transaction; null where nobody did. @throws Error that names a log of another form */
  add: (log: Log) => Address | null
  /** Everything paid so far, in the chain's order */
  payments: () => readonly RewardPayment[]
  /** What an account has accrued and was not paid, as the logs tell it, for this stake and for all that are paid together with it; null where they do not */
  accrued: (account: Address) => { own: bigint; all: bigint } | null
  /** Of a contract that names no stake in its payments: for which of them an account can have earned what is not paid yet */
  earnedFor?: (account: Address) => EarnedFor
  /** Payments of which nothing says for which stake they were: they are in no others */
  untold?: () => readonly RewardPayment[]
  /** For which time it was announced to pay; null where nothing was announced */
  window?: () => RewardWindow | null
  /** What else the contract is asked for what it owes an account: of parts of a stake that it keeps one by one */
  questions?: (account: Address) => readonly ContractCall[]
}

/**
 * What a contract answers of an account, in whole numbers: what it owes, or a reason why that cannot be told.
 *
 * @param more answers to what the book would ask besides
 */
export type ToOwed = (account: Address, answer: bigint, book: RewardBook, more: readonly bigint[]) => bigint | string

/** What a contract said at a block that it has paid accounts for one stake, all in all; of whom it did not answer is not in it. */
export interface PaidSums {
  block: number
  sums: ReadonlyMap<Address, bigint>
}

/** A family of contracts that pay rewards for a stake: which logs tell who was paid what. */
export interface RewardSource {
  id: string
  /** Id of the source in the registry above whose wrappers may pay so */
  wrapperSource: string
  /** Of a contract with several programmes beside each other: the wrapper as each of them sees it, all that stands below is asked with. Absent: one, the wrapper itself */
  toEach?: (wrapper: Wrapper) => readonly Wrapper[]
  /** What is staked and what is paid; null for a contract of the family of which nothing says that it pays */
  toProgram: (wrapper: Wrapper) => RewardProgram | null
  /** Logs that tell payments; asked only of a contract that pays */
  logs: (wrapper: Wrapper) => readonly LogFilter[]
  /** @param paid what `paidCall` was answered, where that is asked; without it a book takes every payment for its own */
  open: (wrapper: Wrapper, paid?: PaidSums) => RewardBook
  /** What a contract is asked that pays for several stakes, says in no log for which, and knows how much it has paid an account for each */
  paidCall?: (wrapper: Wrapper, account: Address) => ContractCall
  stakes: (wrapper: Wrapper) => Stakes
  /** What the contract is asked for what it owes an account at a block, and what its answer means */
  owed: {
    toCall: (wrapper: Wrapper, account: Address) => ContractCall
    /** The number in its answer, where that is not the answer itself */
    toAnswer?: (value: unknown) => bigint
    toOwed: ToOwed
    /** Whom it can owe anything: everybody who ever staked where this is absent */
    isOwedTo?: (account: Address, book: RewardBook) => boolean
  }
}
