import type { Address } from '../domain/address'
import { currencies, type Currency, type TokenPair } from '../domain/pool'
import type { OwedReward, ProviderFlow, ProviderHolding, ProviderMoney, ProviderResult, RewardPayment } from '../domain/provider'
import type { PoolValuer } from './poolValuer'
import type { GasPayment } from './providerResults'
import { addPair, isNothing, noTokens, subtractPair } from './tokenPair'

/** What one account did in a pool, as it adds up: its flows in the chain's order, then the rest in any. */
export interface ProviderTally {
  /** It had to do with the pool at this block */
  seen(blockNumber: number): void
  flow(flow: ProviderFlow): void
  holding(holding: ProviderHolding): void
  reward(reward: RewardPayment): void
  /** A reward that it has not been paid */
  owed(reward: OwedReward): void
  gas(payment: GasPayment): void
  result(): ProviderResult
}


/** An account's money in one currency on its way; null from the moment on where something has no price. */
interface Sums extends Pick<ProviderMoney, 'deposited' | 'withdrawn' | 'fees' | 'rewards' | 'gas' | 'size' | 'impermanentLoss'> {
  /** What the basis that is in had cost */
  cost: bigint
}

const nothing: Omit<ProviderHolding, 'account'> = { positions: 0, inRange: 0, liquidity: 0n, principal: noTokens, owed: noTokens, basis: noTokens, lossVersusRebalancing: 0n }

/**
 * An empty tally; `toProviderResults` says what is reckoned and how.
 *
 * @example openProviderTally(account, valuer).result().positions // 0
 */
export function openProviderTally(account: Address, valuer: PoolValuer): ProviderTally {
  const sums = new Map<Currency, Sums | null>(
    currencies.map((currency) => [currency, { deposited: 0n, withdrawn: 0n, fees: 0n, rewards: 0n, gas: 0n, size: 0n, impermanentLoss: 0n, cost: 0n }]),
  )
  const totals = { deposited: noTokens, withdrawn: noTokens, received: noTokens, given: noTokens, feesPaid: noTokens }
  const rewards = new Map<Address, { amount: bigint; owed: bigint }>()
  const addReward = ({ token, amount }: { token: Address; amount: bigint }, which: 'amount' | 'owed', day: string | null) => {
    const known = rewards.get(token) ?? { amount: 0n, owed: 0n }
    rewards.set(token, { ...known, [which]: known[which] + amount })
    inEach((sum, currency) => {
      const value = valuer.token(token, amount, day, currency)
      if (value === null) return null
      sum.rewards += value
    })
  }
  let [first, last] = [Infinity, 0]
  let basisIn = noTokens
  let held: ProviderHolding | null = null
  /** Not told is not known: nothing is for nothing. */
  let gasWei: bigint | null | undefined
  /** Fees and hand-over of one log belong together, whichever comes first. */
  let log = { blockNumber: -1, logIndex: -1, fees: noTokens, given: false }

  /** Does something in every currency in which it has a price; `change` answers null where it has none. */
  const inEach = (change: (sum: Sums, currency: Currency) => null | void) => {
    for (const [currency, sum] of sums) if (sum && change(sum, currency) === null) sums.set(currency, null)
  }

  const putIn = (amounts: TokenPair, day: string | null) => {
    basisIn = addPair(basisIn, amounts)
    inEach((sum, currency) => {
      const value = valuer.pair(amounts, day, currency)
      if (value === null) return null
      sum.deposited += value
      sum.cost += value
      if (sum.cost > sum.size) sum.size = sum.cost
    })
  }
  const takeOut = (amounts: TokenPair, basis: TokenPair, day: string | null) => {
    const before = basisIn
    basisIn = subtractPair(basisIn, basis)
    inEach((sum, currency) => {
      const value = valuer.pair(amounts, day, currency)
      const ended = valuer.pair(basis, day, currency)
      if (value === null || ended === null) return null
      sum.withdrawn += value
      sum.impermanentLoss += value - ended
      if (ended === 0n) return
      const all = valuer.pair(before, day, currency)!
      sum.cost = ended < all ? sum.cost - (sum.cost * ended) / all : 0n
    })
  }
  const payFees = (amounts: TokenPair, day: string | null) =>
    inEach((sum, currency) => {
      const value = valuer.pair(amounts, day, currency)
      if (value === null) return null
      sum.fees += value
    })

  const toMoney = (sum: Sums | null, currency: Currency): ProviderMoney | null => {
    if (!sum) return null
    const { principal, owed, basis, lossVersusRebalancing } = held ?? nothing
    const mark = valuer.pair(principal, valuer.mark, currency)
    const owedFees = valuer.pair(owed, valuer.mark, currency)
    const left = valuer.pair(basis, valuer.mark, currency)
    const lost = valuer.token(valuer.facts.tokens[valuer.facts.quote].address, lossVersusRebalancing, valuer.mark, currency)
    if (mark === null || owedFees === null || left === null || lost === null) return null
    const { deposited, withdrawn, rewards, size } = sum
    const gas = gasWei === null || gasWei === undefined ? null : sum.gas
    const fees = sum.fees + owedFees
    const impermanentLoss = sum.impermanentLoss + mark - left
    const earned = fees + rewards - (gas ?? 0n)
    const net = withdrawn + mark - deposited + earned
    return { deposited, withdrawn, fees, rewards, gas, mark, net, versusHolding: impermanentLoss + earned, impermanentLoss, versusRebalancing: earned - lost, size }
  }

  return {
    seen: (blockNumber) => void (first = Math.min(first, blockNumber)),
    flow: ({ blockNumber, logIndex, kind, amounts, basis }) => {
      const day = valuer.dayOf(blockNumber)
      last = Math.max(last, blockNumber)
      if (log.blockNumber !== blockNumber || log.logIndex !== logIndex) log = { blockNumber, logIndex, fees: noTokens, given: false }
      if (kind === 'deposit') totals.deposited = addPair(totals.deposited, amounts)
      if (kind === 'received') totals.received = addPair(totals.received, amounts)
      if (kind === 'deposit' || kind === 'received') putIn(amounts, day)
      if (kind === 'withdrawal') {
        totals.withdrawn = addPair(totals.withdrawn, amounts)
        takeOut(amounts, basis, day)
      }
      if (kind === 'fees') {
        totals.feesPaid = addPair(totals.feesPaid, amounts)
        payFees(amounts, day)
        if (log.given) takeOut(subtractPair(noTokens, amounts), noTokens, day)
        else log.fees = addPair(log.fees, amounts)
      }
      if (kind === 'given') {
        totals.given = addPair(totals.given, amounts)
        takeOut(subtractPair(amounts, log.fees), basis, day)
        Object.assign(log, { given: true, fees: noTokens })
      }
    },
    holding: (holding) => void (held = holding),
    reward: (reward) => {
      last = Math.max(last, reward.blockNumber)
      addReward(reward, 'amount', valuer.dayOf(reward.blockNumber))
    },
    owed: (reward) => addReward(reward, 'owed', valuer.mark),
    gas: ({ wei, blockNumber }) => {
      if (wei === null || gasWei === null) return void (gasWei = null)
      gasWei = (gasWei ?? 0n) + wei
      inEach((sum, currency) => {
        const value = valuer.ether(wei, valuer.dayOf(blockNumber), currency)
        sum.gas = value === null || sum.gas === null ? null : sum.gas + value
      })
    },
    result: () => {
      const { positions, inRange, liquidity, principal, owed, lossVersusRebalancing } = held ?? nothing
      const left = positions === 0 && isNothing(principal) && isNothing(owed)
      return {
        account,
        firstBlock: first,
        lastBlock: left ? last : null,
        positions,
        inRange,
        liquidity,
        ...totals,
        feesOwed: owed,
        principal,
        lossVersusRebalancing,
        rewards: [...rewards].map(([token, amounts]) => ({ token, ...amounts })).sort((a, b) => (a.token < b.token ? -1 : 1)),
        gasWei: gasWei ?? null,
        money: Object.fromEntries(currencies.map((currency) => [currency, toMoney(sums.get(currency)!, currency)])) as ProviderResult['money'],
      }
    },
  }
}
