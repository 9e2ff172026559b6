import type { AccountDay } from '../domain/account'

/**
 * What an account held after each day, from the day of its first change on: its last change up to the day's block. What was below zero is
 * shown as it is: the ledger does not tell all.
 *
 * @param changes in the order of blocks
 * @param days oldest first
 * @example toBalanceDays([{ block: 5, balance: 7n }], [{ block: 4, … }, { block: 9, … }, { block: 12, … }]).map(({ balance }) => balance) // [7n, 7n]
 */
export function toBalanceDays<Day extends Omit<AccountDay, 'balance'>>(changes: readonly { block: number; balance: bigint }[], days: readonly Day[]): AccountDay[] {
  let [next, balance] = [0, 0n]
  return days.flatMap(({ day, block, timestamp, origin, denominator }) => {
    for (; next < changes.length && changes[next]!.block <= block; next++) balance = changes[next]!.balance
    return next === 0 ? [] : [{ day, block, timestamp, origin, denominator, balance }]
  })
}
