import type { Address } from '../domain/address'
import type { RewardPayment } from '../domain/provider'
import { fewestStakers } from './farming'
import type { StakeRecord } from './stakers'

/** What was paid in one calendar month, and how much of it to those who had most at stake when they were paid. */
export interface RewardMonth {
  /** As in 2026-04 */
  month: string
  /** Unix seconds of its first moment, UTC */
  timestamp: number
  rewards: bigint
  /** Of payments on days that began with at least 30 stakers: only of those there is a largest tenth */
  ranked: bigint
  /** Of these, to accounts whose stake was among the largest tenth when the day began */
  toLargest: bigint
  /** Σ over these payments of amount · the largest tenth's share of all that was staked, in units of the amount: what it would have got by its stake alone */
  byStake: bigint
}

/**
 * Who got the rewards, month by month: the share of accounts that already were among the largest tenth of stakers when the UTC day of the payment
 * began (whoever leaves is paid when its stake ends). Of n stakers the ⌊n / 10⌋ largest, ties by address.
 *
 * @returns months with payments, oldest first
 * @example toRewardMonths(record)[0] // { month: '2026-04', rewards: 100n, ranked: 100n, toLargest: 80n, byStake: 75n, … }
 */
export function toRewardMonths({ changes, payments, timeOf, end }: StakeRecord): RewardMonth[] {
  const stakes = new Map<Address, bigint>()
  const months = new Map<string, RewardMonth>()
  let next = 0
  let largest = toLargestTenth(stakes)
  for (const payment of payments) {
    if (payment.blockNumber > end.block) break
    const time = timeOf(payment.blockNumber)
    const from = next
    for (let change = changes[next]; change && timeOf(change.blockNumber) < time - (time % daySeconds); change = changes[++next]) {
      const stake = (stakes.get(change.account) ?? 0n) + change.change
      if (stake > 0n) stakes.set(change.account, stake)
      else stakes.delete(change.account)
    }
    if (next > from) largest = toLargestTenth(stakes)
    addPayment(toMonth(months, time), payment, largest)
  }
  return [...months.values()]
}

const daySeconds = 86_400

/** null of fewer than 30 stakers */
interface LargestTenth {
  accounts: ReadonlySet<Address> | null
  staked: bigint
  all: bigint
}

function toLargestTenth(stakes: ReadonlyMap<Address, bigint>): LargestTenth {
  const all = [...stakes.values()].reduce((sum, stake) => sum + stake, 0n)
  if (stakes.size < fewestStakers) return { accounts: null, staked: 0n, all }
  const sorted = [...stakes].sort(([one, a], [other, b]) => (a > b ? -1 : a < b ? 1 : one < other ? -1 : 1)).slice(0, Math.floor(stakes.size / 10))
  return { accounts: new Set(sorted.map(([account]) => account)), staked: sorted.reduce((sum, [, stake]) => sum + stake, 0n), all }
}

function addPayment(month: RewardMonth, { account, amount }: RewardPayment, { accounts, staked, all }: LargestTenth): void {
  month.rewards += amount
  if (!accounts) return
  month.ranked += amount
  month.byStake += (amount * staked) / all
  if (accounts.has(account)) month.toLargest += amount
}

function toMonth(months: Map<string, RewardMonth>, seconds: number): RewardMonth {
  const month = new Date(seconds * 1000).toISOString().slice(0, 7)
  let found = months.get(month)
  if (!found) months.set(month, (found = { month, timestamp: Date.parse(`${month}-01T00:00:00Z`) / 1000, rewards: 0n, ranked: 0n, toLargest: 0n, byStake: 0n }))
  return found
}
