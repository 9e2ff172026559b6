import type { Address } from '../../domain/address'
import type { MonthHoldings } from '../../domain/holderClass'
import { toLeftOut, toLeftOutOwners } from '../../ownership/leftOut'
import { dustFloor } from '../../ownership/throughLens'
import type { Ledger } from '../ledger'
import { toEntities } from '../ownership/representatives'
import type { SeenDay } from '../walkSeenBalances'

/**
 * What people and firms held at the end of each month, in whole tokens: looked through, addresses of one owner as one, without exchanges, contracts that
 * nobody is known for, the treasury and what cannot be spent, and without who holds less than a billionth of what all of them hold.
 *
 * @returns tells one month after the other
 * @example openMonthHoldings(ledger)({ day: '2026-01-31', held: new Map([[ann, 5n * 10n ** 18n]]) }) // { month: '2026-01', amounts: [5], names: [ann] }
 */
export function openMonthHoldings({ token, outlook }: Pick<Ledger, 'token' | 'outlook'>): (end: Pick<SeenDay, 'day' | 'held'>) => MonthHoldings {
  const leftOut = toLeftOutOwners(toLeftOut(outlook), toEntities(outlook))
  const numbers = new Map<Address, number>()
  const names: Address[] = []
  const unit = 10 ** token.decimals
  return ({ day, held }) => {
    let all = 0n
    for (const amount of held.values()) all += amount
    for (const account of leftOut) all -= held.get(account) ?? 0n
    // The least that is no dust, rounded up: so that nothing is to be multiplied for each of them.
    const least = (all + dustFloor - 1n) / dustFloor
    const amounts = new Float64Array(names.length + held.size)
    for (const [account, amount] of held) {
      if (amount < least || leftOut.has(account)) continue
      let number = numbers.get(account)
      if (number === undefined) numbers.set(account, (number = names.push(account) - 1))
      amounts[number] = Number(amount) / unit
    }
    return { month: day.slice(0, 7), amounts: amounts.slice(0, names.length), names }
  }
}
