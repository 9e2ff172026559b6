import type { Address } from '../../domain/address'
import { insiderRoles, type InsiderMonth, type InsiderRole } from '../../domain/cohorts'
import type { Label } from '../../domain/label'
import type { BalanceAfter } from '../compositionDays'

/**
 * Which accounts are insiders' own, by their labels.
 *
 * @param labels of several for one account the last counts
 * @example toInsiders([label(ann, 'team'), label(exchange, 'exchange')]) // Map { ann => 'team' }
 */
export function toInsiders(labels: readonly Label[]): ReadonlyMap<Address, InsiderRole> {
  const known = new Map(labels.map(({ address, role }) => [address, role]))
  return new Map([...known].flatMap(([address, role]) => insiderRoles.flatMap((one) => (one === role ? [[address, one] as const] : []))))
}

/** Something for each role of insiders. */
export const forEachRole = <Value>(make: (role: InsiderRole) => Value): Record<InsiderRole, Value> => Object.fromEntries(insiderRoles.map((role) => [role, make(role)])) as Record<InsiderRole, Value>

/**
 * What insiders' own accounts held at the end of each month, and what left vesting contracts meanwhile. Roles are those known at the end. What lies in
 * contracts for them is not theirs here: what is vested and not fetched is with `vesting`.
 *
 * @param ends of months, oldest first
 * @param changes of the insiders' balances, in the order of their blocks
 * @example toInsiderMonths([{ day: '2023-01-31', block: 9, supply: 100n }], new Map([[ann, 'team']]), [{ account: ann, block: 3, balance: 4n }])[0]?.byRole.team // 4n
 */
export function toInsiderMonths(ends: readonly Pick<InsiderMonth, 'day' | 'block' | 'supply'>[], insiders: ReadonlyMap<Address, InsiderRole>, changes: readonly BalanceAfter[]): InsiderMonth[] {
  const balances = new Map<Address, bigint>()
  const sums = forEachRole(() => 0n)
  let next = 0
  return ends.map((end) => {
    let paidOut = 0n
    for (; next < changes.length && changes[next]!.block <= end.block; next++) {
      const { account, balance } = changes[next]!
      const role = insiders.get(account)
      if (!role) continue
      const change = balance - (balances.get(account) ?? 0n)
      balances.set(account, balance)
      sums[role] += change
      if (role === 'vesting' && change < 0n) paidOut -= change
    }
    return { ...end, byRole: { ...sums }, paidOut }
  })
}
