import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { RewardPayment } from '../../domain/provider'
import type { RewardBook } from './rewardSource'

/** What one account has accrued and was not paid, oldest first: for one stake, and for others that are paid together with it. */
type Queue = { amount: bigint; isOwn: boolean }[]

/** Rewards that are added up first and paid later, for several stakes in one payment: of which of them a payment is, first in, first out. */
interface Accruals {
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
function openAccruals(): Accruals {
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

/** A book that is kept by accruals: whoever reads the logs says what accrued and what was paid. */
export interface AccrualBook extends Pick<Accruals, 'accrue'>, Pick<RewardBook, 'payments'> {
  /** @returns the account, where something of what it was paid is for the one stake */
  pay: (account: Address, amount: bigint, log: Pick<Log, 'blockNumber' | 'logIndex'>) => Address | null
  accrued: Accruals['left']
}

/**
 * The same with its payments: of each, as much as is for the one stake.
 *
 * @param contract whose stake it is
 * @param token what is paid
 * @example
 * const book = openAccrualBook(market, comp)
 * book.accrue(ann, 5n, true)
 * book.pay(ann, 5n, log) // ann
 * book.payments() // [{ contract: market, account: ann, token: comp, amount: 5n, … }]
 */
export function openAccrualBook(contract: Address, token: Address): AccrualBook {
  const accruals = openAccruals()
  const payments: RewardPayment[] = []
  return {
    accrue: accruals.accrue,
    pay(account, paid, { blockNumber, logIndex }) {
      const amount = accruals.pay(account, paid)
      if (amount === 0n) return null
      payments.push({ contract, account, token, amount, blockNumber, logIndex })
      return account
    },
    payments: () => payments,
    accrued: accruals.left,
  }
}
