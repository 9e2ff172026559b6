import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { RewardPayment } from '../../domain/provider'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'
import { toAddends } from './addends'
import { cometRounding, followCometStakes, type CometChange } from './cometStakes'
import { openEarnings, type EarnedFor } from './earnedFor'
import type { PaidSums, RewardBook } from './rewardSource'

/** RewardClaimed(address indexed src, address indexed recipient, address indexed token, uint256 amount): for whichever market */
export const claimed: EventShape = { name: 'RewardClaimed', topic: '0x2422cac5e23c46c890fdcf42d0c64757409df6832174df639337558f09d99c68', indexed: 3, words: 1 }

interface Side {
  market: Address
  rewards: Address
  token: Address
  /** Of those who borrow */
  isDebt: boolean
}

/** What is known after the last log that was added. */
interface Told {
  payments: RewardPayment[]
  untold: RewardPayment[]
  earnedFor: (account: Address) => EarnedFor
}

/**
 * The book of one side of one market of Compound v3. One contract pays for all markets, and its logs name none: of an account's payments those are for this market
 * that add up to what the contract says that it has paid the account for it. The market counts what an account earns by lending and by borrowing as one: a payment is for
 * that side on which the account had something since the payment before.
 *
 * @param paid absent: every payment in the token is told, for whichever market
 * @example openCometBook({ market, rewards, token: comp, isDebt: false }, paid).payments() // []
 */
export function openCometBook({ market, rewards, token, isDebt }: Side, paid?: PaidSums): RewardBook {
  const stakes = followCometStakes()
  /** In the chain's order: whether an account has something on a side after a change, and payments */
  const course: (CometChange | RewardPayment)[] = []
  let known: Told | null = null
  const tell = (): Told => {
    course.push(...stakes.end())
    return (known ??= paid ? toTold(course, isDebt, paid) : { payments: course.filter(isPayment), untold: [], earnedFor: () => 'none' })
  }
  return {
    add(log: Log) {
      known = null
      if (log.address === market) {
        course.push(...stakes.add(log))
        return null
      }
      course.push(...stakes.end())
      assertEvent(log, claimed)
      const [account, amount] = [toParty(log, 1), toWord(log, 0)]
      if (toParty(log, 3) !== token || amount === 0n) return null
      course.push({ contract: rewards, account, token, amount, blockNumber: log.blockNumber, logIndex: log.logIndex })
      return account
    },
    payments: () => tell().payments,
    untold: () => tell().untold,
    accrued: () => null,
    earnedFor: (account) => tell().earnedFor(account),
  }
}

const isPayment = (one: CometChange | RewardPayment): one is RewardPayment => 'token' in one

/** Payments of this market by the sums; of whom the sum is not known, or is no sum of its payments, none can be told. */
function toOfMarket(payments: readonly RewardPayment[], { block, sums }: PaidSums): { own: Set<RewardPayment>; untold: RewardPayment[] } {
  const byAccount = new Map<Address, RewardPayment[]>()
  for (const payment of payments) byAccount.set(payment.account, [...(byAccount.get(payment.account) ?? []), payment])
  const [own, untold] = [new Set<RewardPayment>(), [] as RewardPayment[]]
  for (const [account, all] of byAccount) {
    const asked = all.filter(({ blockNumber }) => blockNumber <= block)
    const sum = sums.get(account)
    const places = sum === undefined ? null : toAddends(asked.map(({ amount }) => amount), sum)
    for (const place of places ?? []) own.add(asked[place]!)
    untold.push(...(places ? all.slice(asked.length) : all))
  }
  return { own, untold }
}

function toTold(course: readonly (CometChange | RewardPayment)[], isDebt: boolean, paid: PaidSums): Told {
  const { own, untold } = toOfMarket(course.filter(isPayment), paid)
  const earnings = openEarnings()
  const stakes = { lent: new Map<Address, bigint>(), owed: new Map<Address, bigint>() }
  const earnStanding = (account: Address) => {
    if ((stakes.lent.get(account) ?? 0n) > cometRounding) earnings.earn(account, !isDebt)
    if ((stakes.owed.get(account) ?? 0n) > cometRounding) earnings.earn(account, isDebt)
  }
  const payments: RewardPayment[] = []
  for (const one of course) {
    if (!isPayment(one)) {
      const side = one.isDebt ? stakes.owed : stakes.lent
      earnings.earn(one.account, one.isDebt === isDebt)
      side.set(one.account, (side.get(one.account) ?? 0n) + one.change)
    } else if (own.has(one)) {
      const earned = earnings.settle(one.account)
      if (earned === 'own') payments.push(one)
      else if (earned !== 'others') untold.push(one)
      earnStanding(one.account)
    }
  }
  return { payments, untold, earnedFor: earnings.of }
}
