import type { Address } from '../../domain/address'
import type { MonthHoldings } from '../../domain/holderClass'
import { toLeftOut, toLeftOutOwners } from '../../ownership/leftOut'
import { headlineLens, toLens } from '../../ownership/lenses'
import { dustFloor } from '../../ownership/throughLens'
import { toEntities } from '../ownership/representatives'
import { walkSeenBalances } from '../walkSeenBalances'
import { toWholeMonths } from './monthEnds'
import type { StudyWork } from './study'

/**
 * What people and firms held at the end of each month, in whole tokens: looked through, addresses of one owner as one, without exchanges, contracts that
 * nobody is known for, the treasury and what cannot be spent, and without who holds less than a billionth of what all of them hold.
 *
 * @param label what is said of its progress
 */
export async function* walkMonths(work: Pick<StudyWork, 'database' | 'ledger' | 'days' | 'onProgress'>, label: string): AsyncGenerator<MonthHoldings> {
  const { database, ledger, onProgress } = work
  const ends = toWholeMonths(work.days)
  const leftOut = toLeftOutOwners(toLeftOut(ledger.outlook), toEntities(ledger.outlook))
  const numbers = new Map<Address, number>()
  const names: Address[] = []
  const unit = 10 ** ledger.token.decimals
  let done = 0
  for await (const { day, held } of walkSeenBalances({ database, ledger, lens: toLens(headlineLens) }, ends)) {
    const people = [...held].filter(([account]) => !leftOut.has(account))
    const all = people.reduce((sum, [, amount]) => sum + amount, 0n)
    const kept = people.filter(([, amount]) => amount * dustFloor >= all)
    for (const [account] of kept)
      if (!numbers.has(account)) {
        numbers.set(account, names.length)
        names.push(account)
      }
    const amounts = new Float64Array(names.length)
    for (const [account, amount] of kept) amounts[numbers.get(account)!] = Number(amount) / unit
    yield { month: day.slice(0, 7), amounts, names }
    onProgress?.({ label: `${label} ${ledger.token.symbol}`, unit: 'months', done: ++done, total: ends.length })
  }
}
