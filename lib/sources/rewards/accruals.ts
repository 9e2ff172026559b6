import type { Address } from '../../domain/address'

/** What one account has accrued and was not paid, oldest first: for one stake, and for others that are paid together with it. */
type Queue = { amount: bigint; isOwn: boolean }[]

/** Rewards that are added up first and paid later, for several stakes in one payment: of which of them a payment is, first in, first out. */
export interface Accruals {
  accrue: (account: Address, amount: bigint, isOwn: boolean) => void
  /** @returns how much of a payment is for the one stake. What is paid beyond all that has accrued is for none */
  pay: (account: Address, amount: bigint) => bigint
  left: (account: Address) => { own: bigint; all: bigint }
}

/**
 * Nothing accrued yet.
 *
 * @example
 * const accruals = openAccruals()
 * accruals.accrue(ann, 5n, true)
 * accruals.accrue(ann, 3n, false)
 * accruals.pay(ann, 6n) // 5n, and 1 of the 3 for the other stake
 * accruals.left(ann) // { own: 0n, all: 2n }
 */
export function openAccruals(): Accruals {
  const queues = new Map<Address, Queue>()
  return {
    accrue(account, amount, isOwn) {
      if (amount === 0n) return
      const queue = queues.get(account)
      const last = queue?.at(-1)
      if (!queue) queues.set(account, [{ amount, isOwn }])
      else if (last?.isOwn === isOwn) last.amount += amount
      else queue.push({ amount, isOwn })
    },
    pay(account, amount) {
      const queue = queues.get(account) ?? []
      let [left, own, done] = [amount, 0n, 0]
      for (const one of queue) {
        const part = left < one.amount ? left : one.amount
        one.amount -= part
        left -= part
        if (one.isOwn) own += part
        if (one.amount > 0n) break
        done++
      }
      queue.splice(0, done)
      return own
    },
    left: (account) => (queues.get(account) ?? []).reduce(({ own, all }, { amount, isOwn }) => ({ own: isOwn ? own + amount : own, all: all + amount }), { own: 0n, all: 0n }),
  }
}
