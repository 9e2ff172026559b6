import type { Address } from '../../domain/address'

/** For which stakes an account can have earned: for the one that a book is kept of, for others that are paid by the same contract, for both, or for none that is known. */
export type EarnedFor = 'own' | 'others' | 'both' | 'none'

/** For which stakes accounts have earned since they were paid last. */
export interface Earnings {
  earn: (account: Address, isOwn: boolean) => void
  of: (account: Address) => EarnedFor
  /** What `of` says, and that it is paid: what it earns from now on is for another payment */
  settle: (account: Address) => EarnedFor
}

/**
 * Of a contract that names no stake in its payments: whoever has earned for one stake alone since it was paid last is paid for that one. Who has earned for none since is
 * paid what an earlier payment left over: for the same as that.
 *
 * @example
 * const earnings = openEarnings()
 * earnings.earn(ann, true)
 * earnings.settle(ann) // 'own'
 * earnings.of(ann) // 'own', of what that left
 * earnings.earn(ann, false)
 * earnings.of(ann) // 'others'
 */
export function openEarnings(): Earnings {
  const since = new Map<Address, EarnedFor>()
  const before = new Map<Address, EarnedFor>()
  const of = (account: Address): EarnedFor => since.get(account) ?? before.get(account) ?? 'none'
  return {
    earn(account, isOwn) {
      const one = isOwn ? 'own' : 'others'
      const known = since.get(account)
      since.set(account, known === undefined || known === one ? one : 'both')
    },
    of,
    settle(account) {
      const earned = of(account)
      since.delete(account)
      before.set(account, earned)
      return earned
    },
  }
}
