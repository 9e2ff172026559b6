import type { Address } from '../../domain/address'
import type { Payout, PayoutMonth } from '../../domain/cohorts'

/** What an account received from a distributor in a block. */
export interface Receipt {
  account: Address
  block: number
  /** smallest units */
  amount: bigint
}

/** What became of a distributor's payments by the end of one month after the other. */
export interface KeptReceipts {
  /** At the end of a month: given what each holder has then. */
  measure: (month: Pick<PayoutMonth, 'day' | 'block'>, heldOf: (holder: Address) => bigint) => PayoutMonth
  /** How many of all receivers so far hold at least what they received, a part of it, or nothing */
  count: (heldOf: (holder: Address) => bigint) => Pick<Payout, 'holdAll' | 'holdPart' | 'holdNothing'>
  /** How many receivers do not count */
  leftOut: number
}

/**
 * How much of what was given away do its receivers still hold? Of each no more than it received counts as kept, whatever it bought beside.
 *
 * @param receipts in the order of blocks; an account may receive several times
 * @param leftOut accounts that do not count
 * @param representatives the address that stands for an owner, by each of its addresses
 * @example const kept = openKeptReceipts([{ account: a, block: 1, amount: 5n }], new Set(), new Map())
 * kept.measure({ day: '2023-01-31', block: 9 }, () => 2n) // { receivers: 1, holders: 1, received: 5n, kept: 2n, … }
 */
export function openKeptReceipts(receipts: readonly Receipt[], leftOut: ReadonlySet<Address>, representatives: ReadonlyMap<Address, Address>): KeptReceipts {
  const counted = receipts.filter(({ account }) => !leftOut.has(account))
  const received = new Map<Address, bigint>()
  let next = 0
  return {
    measure: ({ day, block }, heldOf) => {
      for (; next < counted.length && counted[next]!.block <= block; next++) {
        const { account, amount } = counted[next]!
        const holder = representatives.get(account) ?? account
        received.set(holder, (received.get(holder) ?? 0n) + amount)
      }
      const month = { day, block, receivers: received.size, holders: 0, received: 0n, kept: 0n }
      for (const [holder, amount] of received) {
        const held = heldOf(holder)
        if (held > 0n) month.holders++
        month.received += amount
        month.kept += held < amount ? held : amount
      }
      return month
    },
    count: (heldOf) => {
      const found = { holdAll: 0, holdPart: 0, holdNothing: 0 }
      for (const [holder, amount] of received) {
        const held = heldOf(holder)
        found[held >= amount ? 'holdAll' : held > 0n ? 'holdPart' : 'holdNothing']++
      }
      return found
    },
    leftOut: new Set(receipts.flatMap(({ account }) => (leftOut.has(account) ? [account] : []))).size,
  }
}
