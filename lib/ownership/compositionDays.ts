import type { Address } from '../domain/address'
import { toHolderGroup, type CompositionDay, type GroupShare, type HolderGroup } from '../domain/holderGroup'
import type { Label } from '../domain/label'
import type { Lens } from '../domain/lens'

/** What an account held after a block in which that changed. */
export interface BalanceAfter {
  account: Address
  block: number
  balance: bigint
}

/** What is known of a day without its list of holders. */
export interface DayTotals extends Pick<CompositionDay, 'day' | 'block' | 'timestamp' | 'denominator'> {
  /** how many hold something under the lens */
  holders: number
}

/**
 * Who held by role on each day, from what the labelled accounts held and from the day's totals: whoever has no label is what is left. So no
 * day's list of holders is needed. For lenses under which an account holds what its own balance is.
 *
 * @param days oldest first, measured under the lens
 * @param changes of the labelled accounts, from the ledger's beginning, in the order of their blocks; of others they do no harm
 * @param labels of several for one account the last counts
 * @example toCompositionDays([{ denominator: 10n, holders: 3, … }], [{ account: treasury, block: 1, balance: 4n }], labels, toLens('raw'))[0]?.shares
 * // [{ group: 'otherAccounts', accounts: 2, amount: 6n }, { group: 'treasury', accounts: 1, amount: 4n }]
 */
export function toCompositionDays<Day extends DayTotals>(
  days: readonly Day[],
  changes: readonly BalanceAfter[],
  labels: readonly Label[],
  { excludedRoles }: Pick<Lens, 'excludedRoles'>,
): (Day & { shares: GroupShare[] })[] {
  const known = new Map(labels.map((label) => [label.address, label]))
  const kept = [...known.values()].filter(({ role }) => role === null || !excludedRoles.includes(role))
  const groups = new Map(kept.map((label) => [label.address, toHolderGroup(label)]))
  const balances = new Map<Address, bigint>()
  let next = 0
  return days.map((day) => {
    for (; next < changes.length && changes[next]!.block <= day.block; next++) {
      const { account, balance } = changes[next]!
      if (groups.has(account)) balances.set(account, balance)
    }
    const labelled = [...balances].map(([account, amount]) => ({ group: groups.get(account)!, amount }))
    return { ...day, shares: toGroupShares(day.denominator, day.holders, labelled) }
  })
}

/**
 * Who holds by group, the group with most first, from what the labelled accounts hold: whoever has no label is what they leave.
 *
 * @param total of all holders
 * @param holders how many there are
 * @param labelled each account once; what is not above zero is no holding
 * @example toGroupShares(10n, 3, [{ group: 'treasury', amount: 4n }])
 * // [{ group: 'otherAccounts', accounts: 2, amount: 6n }, { group: 'treasury', accounts: 1, amount: 4n }]
 */
export function toGroupShares(total: bigint, holders: number, labelled: Iterable<{ group: HolderGroup; amount: bigint }>): GroupShare[] {
  const rest = toHolderGroup(undefined)
  const shares = new Map<HolderGroup, GroupShare>()
  let [left, accounts] = [total, holders]
  for (const { group, amount } of labelled) {
    if (group === rest || amount <= 0n) continue
    const share = shares.get(group) ?? { group, accounts: 0, amount: 0n }
    shares.set(group, { group, accounts: share.accounts + 1, amount: share.amount + amount })
    left -= amount
    accounts--
  }
  if (left > 0n) shares.set(rest, { group: rest, accounts, amount: left })
  return [...shares.values()].sort((a, b) => (a.amount === b.amount ? (a.group < b.group ? -1 : 1) : a.amount > b.amount ? -1 : 1))
}
