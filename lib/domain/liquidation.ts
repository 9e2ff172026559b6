import type { Address } from './address'

/** Collateral that somebody took from a borrower, who had too little of it, by paying a part of the debt. */
export interface Liquidation {
  /** The wrapper that lends the collateral out */
  contract: Address
  borrower: Address
  liquidator: Address
  /** In what `seized` counts: the collateral itself, or, where the contract counts in shares, the contract's own */
  token: Address
  /** What the borrower lost */
  seized: bigint
  /** What was owed: a token, or, at Compound, the market that had lent it */
  debt: Address
  repaid: bigint
  blockNumber: number
  logIndex: number
}
