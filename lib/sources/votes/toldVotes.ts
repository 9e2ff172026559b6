import type { Address } from '../../domain/address'
import type { HoldingChange } from '../../domain/changedDistribution'

/** Remembers what was told of votes, so that only changes are told again. */
export interface ToldVotes {
  /** @param accounts whose votes may have changed */
  changes: (accounts: Iterable<Address>, votesNow: (account: Address) => bigint) => HoldingChange[]
  of: (account: Address) => bigint
}

/**
 * What of votes changed since they were last asked for.
 *
 * @example const told = toToldVotes(); told.changes([ann], () => 5n) // [{ account: ann, before: 0n, after: 5n }]; the same again: []
 */
export function toToldVotes(): ToldVotes {
  const told = new Map<Address, bigint>()
  const of = (account: Address) => told.get(account) ?? 0n
  return {
    of,
    changes: (accounts, votesNow) => {
      const changes: HoldingChange[] = []
      for (const account of accounts) {
        const [before, after] = [of(account), votesNow(account)]
        if (before === after) continue
        if (after === 0n) told.delete(account)
        else told.set(account, after)
        changes.push({ account, before, after })
      }
      return changes
    },
  }
}
