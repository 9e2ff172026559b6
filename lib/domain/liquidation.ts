import type { Address } from './address'

/** Collateral that was taken from a borrower, who had too little of it, against a part of the debt. */
export interface Liquidation {
  /** The wrapper that lends the collateral out */
  contract: Address
  borrower: Address
  /** Who took it, or, where the contract itself takes it, who had it do so */
  liquidator: Address
  /** In what `seized` counts: the collateral itself, or, where the contract counts in shares, the contract's own */
  token: Address
  /** What the borrower lost */
  seized: bigint
  /** What was owed: a token, or, at Compound, the market that had lent it */
  debt: Address
  /** What of it was paid for that; null where collateral of several tokens is taken together, and paid for together */
  repaid: bigint | null
  blockNumber: number
  logIndex: number
}
