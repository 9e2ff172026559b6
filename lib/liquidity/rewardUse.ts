import type { Address } from '../domain/address'
import type { RewardPayment } from '../domain/provider'

/** What became of a reward: sold, put to work again (provided, staked, locked, lent), given on to whomever, or kept. */
export const rewardUses = ['sold', 'worked', 'given', 'kept'] as const
export type RewardUseKind = (typeof rewardUses)[number]

/** How an account's balance of the paid token changed in a block, all transfers of the block together. */
export interface BalanceMove {
  account: Address
  blockNumber: number
  change: bigint
}

/** What left an account in a block. */
export interface Outflow {
  account: Address
  blockNumber: number
  amount: bigint
}

/** A payment and what became of it: the four amounts add up to what was paid. */
export interface RewardUse extends Readonly<Record<RewardUseKind, bigint>> {
  payment: RewardPayment
  /** Its time is not over: what is kept may still leave */
  open: boolean
}

/**
 * What left accounts, block by block. The ledger keeps what an account held after each block and no single transfers: of a block in which it was
 * paid, what left is the payment less what its balance grew by (all of it, where its balance did not change: it went on, or to somebody else, at once); of
 * another, what its balance fell by.
 *
 * @param moves of accounts that were paid, in the order of blocks
 * @returns in that order
 * @example toOutflows([{ account, blockNumber: 7, change: 4n }], [{ account, blockNumber: 7, amount: 10n, … }]) // [{ account, blockNumber: 7, amount: 6n }]
 */
export function toOutflows(moves: readonly BalanceMove[], payments: readonly RewardPayment[]): Outflow[] {
  const paid = new Map<string, bigint>()
  const toKey = ({ account, blockNumber }: { account: Address; blockNumber: number }) => `${blockNumber}${account}`
  for (const payment of payments) paid.set(toKey(payment), (paid.get(toKey(payment)) ?? 0n) + payment.amount)
  const moved = new Set(moves.map(toKey))
  const passedOn = new Map(payments.flatMap((payment) => (moved.has(toKey(payment)) ? [] : [[toKey(payment), { account: payment.account, blockNumber: payment.blockNumber, change: 0n }] as const])))
  return [...moves, ...passedOn.values()].sort((one, other) => one.blockNumber - other.blockNumber).flatMap((move) => {
    const { account, blockNumber } = move
    const amount = (paid.get(toKey(move)) ?? 0n) - move.change
    return amount > 0n ? [{ account, blockNumber, amount }] : []
  })
}

/**
 * What became of each payment within its time, first in, first out: what leaves an account is counted against its oldest payment of which something
 * is left and whose time is not over, then against the next. Never more than was paid: what an account gives away beyond its payments it had from
 * elsewhere. So 'kept' is a lower bound, and what left is an upper one: tokens look all the same, and an account that sells others keeps its rewards here
 * only once all of them are counted.
 *
 * @param payments in the chain's order
 * @param outflows in the order of blocks, each with where it went
 * @param timeOf Unix seconds of a block
 * @param seconds a payment's time
 * @param now Unix seconds up to which outflows are known
 * @example
 * // 10 and 5 were paid; 12 were sold: all of the first and 2 of the second
 * toRewardUses(payments, [{ account, blockNumber: 9, amount: 12n, kind: 'sold' }], timeOf, 2_592_000, now).map(({ sold, kept }) => [sold, kept]) // [[10n, 0n], [2n, 3n]]
 */
export function toRewardUses(
  payments: readonly RewardPayment[],
  outflows: readonly (Outflow & { kind: Exclude<RewardUseKind, 'kept'> })[],
  timeOf: (block: number) => number,
  seconds: number,
  now: number,
): RewardUse[] {
  const uses = payments.map((payment) => {
    const last = timeOf(payment.blockNumber) + seconds
    return { payment, sold: 0n, worked: 0n, given: 0n, kept: payment.amount, open: last > now, last }
  })
  const queues = new Map<Address, typeof uses>()
  for (const use of uses) {
    const queue = queues.get(use.payment.account)
    if (queue) queue.push(use)
    else queues.set(use.payment.account, [use])
  }
  for (const { account, blockNumber, amount, kind } of outflows) {
    let left = amount
    const time = timeOf(blockNumber)
    for (const use of queues.get(account) ?? []) {
      if (left === 0n || use.payment.blockNumber > blockNumber) break
      if (use.kept === 0n || use.last < time) continue
      const part = left < use.kept ? left : use.kept
      use[kind] += part
      use.kept -= part
      left -= part
    }
  }
  return uses.map(({ last: _, ...use }) => use)
}

/** Amounts by what became of them. */
export type UseSums = Record<RewardUseKind, bigint>

/**
 * What became of all payments of some accounts whose time is over.
 *
 * @example sumUses(uses).sold // 12n
 */
export function sumUses(uses: readonly RewardUse[], isMeant: (account: Address) => boolean = () => true): UseSums {
  const sums: UseSums = { sold: 0n, worked: 0n, given: 0n, kept: 0n }
  for (const use of uses) if (!use.open && isMeant(use.payment.account)) for (const kind of rewardUses) sums[kind] += use[kind]
  return sums
}
