import type { Address } from '../domain/address'

/** What a borrower lost to liquidators. */
export interface BorrowerLoss {
  borrower: Address
  liquidations: number
  /** Smallest units of the token; of those whose amount is known */
  amount: bigint
  /** How many of its liquidations have no known amount */
  unknown: number
  /** How many liquidators took it */
  liquidators: number
  /** Unix seconds */
  first: number
  last: number
}

/**
 * Who bore the losses of liquidations, the largest loss first, ties by address.
 *
 * @param liquidations in any order
 * @example toLossesByBorrower([{ borrower, liquidator, amount: 5n, timestamp: 7 }]) // [{ borrower, liquidations: 1, amount: 5n, … }]
 */
export function toLossesByBorrower(liquidations: readonly { borrower: Address; liquidator: Address; amount: bigint | null; timestamp: number }[]): BorrowerLoss[] {
  const losses = new Map<Address, BorrowerLoss & { by: Set<Address> }>()
  for (const { borrower, liquidator, amount, timestamp } of liquidations) {
    const loss = losses.get(borrower) ?? { borrower, liquidations: 0, amount: 0n, unknown: 0, liquidators: 0, first: timestamp, last: timestamp, by: new Set<Address>() }
    losses.set(borrower, loss)
    loss.liquidations++
    loss.by.add(liquidator)
    loss.first = Math.min(loss.first, timestamp)
    loss.last = Math.max(loss.last, timestamp)
    if (amount === null) loss.unknown++
    else loss.amount += amount
  }
  return [...losses.values()]
    .map(({ by, ...loss }) => ({ ...loss, liquidators: by.size }))
    .sort((one, other) => (one.amount > other.amount ? -1 : one.amount < other.amount ? 1 : one.borrower < other.borrower ? -1 : 1))
}
