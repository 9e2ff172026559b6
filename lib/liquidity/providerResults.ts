import type { Address } from '../domain/address'
import type { OwedReward, ProviderFlow, ProviderHolding, ProviderResult, RewardPayment } from '../domain/provider'
import type { PoolValuer } from './poolValuer'
import { openProviderTally, type ProviderTally } from './providerTally'

/** An account's part of a transaction's gas: gasUsed · effectiveGasPrice; null where the receipt could not be read. */
export interface GasPayment {
  account: Address
  blockNumber: number
  wei: bigint | null
}

export interface ProviderRecord {
  /** By the prices known at the block for which results are asked: `valuer.at` */
  valuer: PoolValuer
  /** All up to that block, in the chain's order */
  flows: Iterable<ProviderFlow>
  /** At that block. Who has left stands here too where it bore a loss versus rebalancing: what is not told is 0 */
  holdings: Iterable<ProviderHolding>
  rewards: Iterable<RewardPayment>
  /** At that block: valued at the mark, as fees that are owed are */
  owed: Iterable<OwedReward>
  /** Each transaction once for each account that shares it; an account of which none is told has a gas that is not known */
  gas: Iterable<GasPayment>
}

/**
 * What every provider of a pool made of it, wallet by wallet: in the quote token, in ether and in dollars, against three benchmarks. Each flow is
 * valued at the mean price of the day in which it fell, what is still in at the mark (the mean of the newest whole day), each once rounded down.
 *
 * **At entry prices** (`net`): withdrawn + fees + rewards + mark − deposited − gas. What came out and would come out, less what went in at its
 * price then.
 *
 * **Against holding** (`versusHolding`): Σ over withdrawals (their value − the value of their basis, both at the price of that day)
 * + (mark − the basis that is left, at the mark) + fees + rewards − gas. The basis is what was paid in; of it ends with each withdrawal the share
 * of the position's liquidity that was taken out. Without fees, rewards and gas it is `impermanentLoss`; `net` − `versusHolding` is what plain
 * holding would have made.
 *
 * **Against rebalancing** (`versusRebalancing`): fees + rewards − gas − loss versus rebalancing, which the pool's book adds up swap by swap in the
 * quote token and which is told in other currencies at the mark.
 *
 * A worked example: 100 tokens and 100 dollars go into a v2 pool at 1 dollar; the price goes to 4, with 6 dollars of fees. √4 = 2: 50 tokens and 200
 * dollars are left, a mark of 400. Held they were 500: impermanent loss −100, a fifth. net = 6 + 400 − 200 = 206, versusHolding = 6 − 100 = −94.
 *
 * Fees of a position that is handed on count as fees of the giver; what it gives counts in `withdrawn` without them, so that nothing counts twice.
 * `size` is the most that an account had in at once, at what it had cost: with a withdrawal ends the share of that cost which its basis has of all
 * basis in, at that day's price. A currency is null for whoever did something that
 * has no price in it; whose gas is not known, or has no price, has results before gas.
 *
 * @returns everybody of whom there is a flow, a holding or a reward; largest size in the quote token first, those without one last, ties by address
 * @example toProviderResults({ valuer, flows, holdings, rewards: [], owed: [], gas: [{ account: a, blockNumber: 1, wei: 0n }] })[0]?.money.quote?.net // 206n
 */
export function toProviderResults({ valuer, flows, holdings, rewards, owed, gas }: ProviderRecord): ProviderResult[] {
  const tallies = new Map<Address, ProviderTally>()
  const open = (account: Address, blockNumber: number) => {
    let tally = tallies.get(account)
    if (!tally) tallies.set(account, (tally = openProviderTally(account, valuer)))
    tally.seen(blockNumber)
    return tally
  }
  for (const flow of flows) open(flow.account, flow.blockNumber).flow(flow)
  for (const holding of holdings) open(holding.account, valuer.at).holding(holding)
  for (const reward of rewards) open(reward.account, reward.blockNumber).reward(reward)
  for (const reward of owed) open(reward.account, valuer.at).owed(reward)
  // Gas alone makes nobody a provider.
  for (const payment of gas) tallies.get(payment.account)?.gas(payment)
  return [...tallies.values()].map((tally) => tally.result()).sort(bySize)
}

function bySize(one: ProviderResult, other: ProviderResult): number {
  const [size, otherSize] = [one.money.quote?.size ?? -1n, other.money.quote?.size ?? -1n]
  return size > otherSize ? -1 : size < otherSize ? 1 : one.account < other.account ? -1 : 1
}
