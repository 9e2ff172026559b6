import type { Address } from '../domain/address'
import type { HoldingChange } from '../domain/changedDistribution'
import type { Claim } from '../domain/distribution'
import type { ExcludedPart } from '../domain/excludedPart'
import type { AccountRole } from '../domain/label'
import type { Lens } from '../domain/lens'
import type { Owned, Sight } from './throughLens'

/** What stands behind a token's addresses, as far as it is anything else than the addresses themselves. */
export interface Behind extends Pick<Sight, 'representatives'>, Pick<Owned, 'unresolved'> {
  /** Contracts that hand on all they hold */
  emptied: readonly Address[]
  /** Who gets it; several claims of one account add up */
  gained: readonly Claim[]
}

/** What a lens makes of what accounts hold: who has something else under it, and what it leaves out. */
export interface SeenChanges {
  /** Each account once; `before` is what it holds itself */
  changes: readonly HoldingChange[]
  left: readonly { role: ExcludedPart; amount: bigint }[]
  /** What an account has under the lens */
  amountOf: (account: Address) => bigint
}

/**
 * What `throughLens` does, told as changes of what the addresses hold themselves: most holders are neither contracts that hand on nor any of
 * those they hold for, so that nobody has to be put in order anew. Not for lenses that drop dust, which look at everybody.
 *
 * @param balanceOf what an address holds itself; never negative
 * @param roles the accounts that the lens leaves out, as `toExcludedRoles` gives them
 * @param behind null where each address is its own owner
 * @example toSeenChanges(balanceOf, new Map(), { emptied: [pool], gained: [{ account: a, amount: 5n }], unresolved: [], representatives: new Map() }, toLens('raw-owners')).changes
 * // [{ account: pool, before: 5n, after: 0n }, { account: a, before: 1n, after: 6n }]
 */
export function toSeenChanges(
  balanceOf: (account: Address) => bigint,
  roles: ReadonlyMap<Address, AccountRole>,
  behind: Behind | null,
  { looksThrough, mergesEntities }: Pick<Lens, 'looksThrough' | 'mergesEntities'>,
): SeenChanges {
  const amounts = new Map<Address, bigint>()
  const amountOf = (account: Address) => amounts.get(account) ?? balanceOf(account)
  const left: { role: ExcludedPart; amount: bigint }[] = []
  if (behind && looksThrough) {
    for (const account of behind.emptied) amounts.set(account, 0n)
    for (const { account, amount } of behind.gained) amounts.set(account, amountOf(account) + amount)
  }
  for (const [account, role] of roles) {
    const amount = amountOf(account)
    if (amount === 0n) continue
    left.push({ role, amount })
    amounts.set(account, 0n)
  }
  if (behind && mergesEntities)
    for (const [account, representative] of behind.representatives) {
      const amount = amountOf(account)
      if (amount === 0n || account === representative) continue
      amounts.set(account, 0n)
      amounts.set(representative, amountOf(representative) + amount)
    }
  if (behind && looksThrough) left.push(...behind.unresolved.map(({ reason, amount }) => ({ role: reason, amount })))
  const changes: HoldingChange[] = []
  for (const [account, after] of amounts) {
    const before = balanceOf(account)
    if (before !== after) changes.push({ account, before, after })
  }
  return { changes, left, amountOf }
}
