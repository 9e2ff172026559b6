import type { Log } from '../../chain/log'
import type { RewardPayment } from '../../domain/provider'
import type { RewardBook } from './rewardSource'

/**
 * The book of a contract each of whose payments is one log.
 *
 * @param toPayment null for a log that tells no payment for this stake; one of nothing says who asked for it
 * @example openPaidBook(toPayment).payments() // []
 */
export function openPaidBook(toPayment: (log: Log) => RewardPayment | null): RewardBook {
  const payments: RewardPayment[] = []
  return {
    add(log) {
      const payment = toPayment(log)
      if (payment && payment.amount > 0n) payments.push(payment)
      return payment?.account ?? null
    },
    payments: () => payments,
    accrued: () => null,
  }
}
