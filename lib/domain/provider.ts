import type { Address } from './address'
import type { Currency, TokenPair } from './pool'

/**
 * What an account did in a pool, whole block by whole block.
 * - deposit: what it paid in
 * - withdrawal: what it was owed for liquidity taken out, without fees, from that block on, fetched or not
 * - fees: fees that were paid out to it; of a position that it hands on, all that had been earned and not paid out
 * - received, given: what a position was worth, fees not paid out included, that came from another account or went to one
 */
export const flowKinds = ['deposit', 'withdrawal', 'fees', 'received', 'given'] as const
export type FlowKind = (typeof flowKinds)[number]

export interface ProviderFlow {
  account: Address
  blockNumber: number
  /** Of the log that it follows from: its transaction is the one whose gas it cost */
  logIndex: number
  kind: FlowKind
  amounts: TokenPair
  /**
   * Of deposit and received: the same as amounts. Of withdrawal and given: the part of what was paid in that ends with it, by the share of the
   * position's liquidity that went. Of fees: none. Over all flows and holdings, what begins is what ends and what is left.
   */
  basis: TokenPair
  /** Done by a contract with what it keeps for its owners: its gas is none of theirs */
  passive?: true
}

/** What an account has in a pool at a block. */
export interface ProviderHolding {
  account: Address
  /** Positions with liquidity, and how many of them are in range; a v2 share counts as one that always is */
  positions: number
  inRange: number
  /** Liquidity in use at the price */
  liquidity: bigint
  /** What its liquidity would pay now, without fees */
  principal: TokenPair
  /** Fees earned and not paid out */
  owed: TokenPair
  /** What it paid in for what it still has */
  basis: TokenPair
  /** Loss versus rebalancing so far (Milionis et al. 2022), swap by swap at the pool's own price, in smallest units of the quote token; never negative */
  lossVersusRebalancing: bigint
}

/** Liquidity of one account between two prices (√ in Q64.96): what depth is drawn from. A v2 share spans all prices. */
export interface ProviderRange {
  account: Address
  lower: bigint
  upper: bigint
  liquidity: bigint
}

/** An account's money in one currency, in its smallest units. What is put in counts as positive. */
export interface ProviderMoney {
  /** Deposits and received, each at its day's mean price */
  deposited: bigint
  /** Withdrawals and given, each at its day's mean price; of what is given without the fees in it, which count as fees */
  withdrawn: bigint
  /** Fees: paid out at the mean price of that day, not paid out at the mark */
  fees: bigint
  /** The same of rewards; what a contract did not answer is in none of it, and a gap */
  rewards: bigint
  /** null where it is not known, since a receipt or a price of ether is missing: `net` and all that is reckoned with it are then before gas */
  gas: bigint | null
  /** What its liquidity is worth at the mark, without fees */
  mark: bigint
  /** withdrawn + fees + rewards + mark − deposited − gas, of which 0 is taken where it is not known */
  net: bigint
  /** Against holding what was put in until it was taken out: withdrawals and mark less their basis at the same price, + fees + rewards − gas */
  versusHolding: bigint
  /**
   * The part of that which moves with prices: versusHolding without fees, rewards and gas (impermanent loss). Never above 0 at the prices of the
   * moment; at a day's mean it can be, by a little
   */
  impermanentLoss: bigint
  /** fees + rewards − gas − loss versus rebalancing */
  versusRebalancing: bigint
  /** Most that it had in at once, at what it had cost: the size by which providers are ordered */
  size: bigint
}

/** One account's result in one pool, from its first deposit to a block. */
export interface ProviderResult {
  account: Address
  firstBlock: number
  /** null while it still has something in */
  lastBlock: number | null
  positions: number
  inRange: number
  liquidity: bigint
  deposited: TokenPair
  withdrawn: TokenPair
  received: TokenPair
  given: TokenPair
  feesPaid: TokenPair
  feesOwed: TokenPair
  principal: TokenPair
  lossVersusRebalancing: bigint
  /** Rewards for its stake in the pool, by token: what was paid, and what contracts say that they owe it */
  rewards: readonly { token: Address; amount: bigint; owed: bigint }[]
  /** wei of its transactions in the pool; null where a receipt could not be read */
  gasWei: bigint | null
  /** null where something could not be priced in that currency */
  money: Readonly<Record<Currency, ProviderMoney | null>>
}

/** What a contract owes an account for its stake at a block. */
export interface OwedReward {
  account: Address
  token: Address
  amount: bigint
}

/** From when to when rewards were announced, in Unix seconds. */
export interface RewardWindow {
  from: number
  to: number
}

/** What a contract paid an account for its stake. */
export interface RewardPayment {
  /** Who paid */
  contract: Address
  account: Address
  token: Address
  amount: bigint
  blockNumber: number
  logIndex: number
}
