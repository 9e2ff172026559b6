import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { NetworkMonth, StakeNetwork, StakeOperator } from '../../domain/delegatedStakes'
import type { Claim } from '../../domain/distribution'
import { toShareFigures } from '../../metrics/shareFigures'
import type { Bond, NetworkBook } from '../../sources/delegatedStakes/stakeNetworkSource'

/** What an operator earned. */
type Earned = Pick<StakeOperator, 'rewards' | 'kept' | 'rewardsOfYear' | 'fees' | 'feesOfYear'>

/**
 * Adds up a network's logs: who has what is bonded at the ends of months, and who earned what.
 *
 * @param yearStart what is paid after this block counts to the last 365 days
 * @example const tally = openNetworkTally(source.open(wrapper), 7); tally.add(log); tally.close('2026-01-31', 9); tally.end().months // [{ day: '2026-01-31', … }]
 */
export function openNetworkTally(book: NetworkBook, yearStart: number): {
  add: (log: Log) => void
  close: (day: string, block: number) => void
  end: () => Omit<StakeNetwork, 'contract' | 'name' | 'feesIn'>
} {
  const earned = new Map<Address, Earned>()
  const months: NetworkMonth[] = []
  let inMonth: Record<'rewards' | 'fees', Claim[]> = { rewards: [], fees: [] }

  return {
    add(log) {
      const earning = book.add(log)
      if (!earning) return
      const { operator, kind, amount, kept, blockNumber } = earning
      const known = earned.get(operator) ?? { rewards: 0n, kept: 0n, rewardsOfYear: 0n, fees: 0n, feesOfYear: 0n }
      known[kind] += amount
      if (blockNumber > yearStart) known[`${kind}OfYear`] += amount
      if (kind === 'rewards') known.kept = kept === null || known.kept === null ? null : known.kept + kept
      earned.set(operator, known)
      inMonth[kind].push({ account: operator, amount })
    },
    close(day, block) {
      const bonds = book.bonds()
      if (months.length > 0 || bonds.length > 0)
        months.push({ day, block, byOperator: toShareFigures(bonds.map(toOperatorClaim)), byDelegator: toShareFigures(bonds), rewards: toShareFigures(inMonth.rewards), fees: toShareFigures(inMonth.fees) })
      inMonth = { rewards: [], fees: [] }
    },
    end() {
      const bonds = book.bonds()
      const ofYear = (kind: 'rewardsOfYear' | 'feesOfYear') => toShareFigures([...earned].map(([account, one]) => ({ account, amount: one[kind] })))
      const each = book.earned()
      return {
        operators: toOperators(bonds, earned),
        byOperator: toShareFigures(bonds.map(toOperatorClaim)),
        byDelegator: toShareFigures(bonds),
        earnedByDelegator: each && toShareFigures(each),
        rewardsOfYear: ofYear('rewardsOfYear'),
        feesOfYear: ofYear('feesOfYear'),
        months,
      }
    },
  }
}

const toOperatorClaim = ({ operator, amount }: Bond): Claim => ({ account: operator, amount })

function toOperators(bonds: readonly Bond[], earned: ReadonlyMap<Address, Earned>): StakeOperator[] {
  const operators = new Map<Address, StakeOperator>()
  const operatorOf = (account: Address) => {
    const known = operators.get(account) ?? { account, stake: 0n, own: 0n, delegators: 0, ...(earned.get(account) ?? { rewards: 0n, kept: 0n, rewardsOfYear: 0n, fees: 0n, feesOfYear: 0n }) }
    operators.set(account, known)
    return known
  }
  for (const account of earned.keys()) operatorOf(account)
  for (const { account, operator, amount } of bonds) {
    const one = operatorOf(operator)
    one.stake += amount
    if (account === operator) one.own += amount
    else one.delegators += 1
  }
  return [...operators.values()].sort((a, b) => (a.stake === b.stake ? (a.account < b.account ? -1 : 1) : a.stake > b.stake ? -1 : 1))
}
