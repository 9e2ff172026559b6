import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'

/** Deposit(address indexed provider, uint256 value, uint256 indexed locktime, int128 type, uint256 ts): locktime is when the lock now ends. */
const deposit: EventShape = { name: 'Deposit', topic: '0x4566dfc29f6f11d13a418c26a02bef7c28bae749d4de47e4e6a7cddea6730d59', indexed: 2, words: 3 }
/** Withdraw(address indexed provider, uint256 value, uint256 ts): always all of it. */
const withdraw: EventShape = { name: 'Withdraw', topic: '0xf279e6a1f5e320cca91135676d9cb6e44ca8a08c0b88342bcdb1144f6511b568', indexed: 1, words: 2 }

/** By which logs accounts lock tokens, and who does: the account whose lock it is. */
export const locking = {
  topic: deposit.topic,
  toGiver: (log: Log): Address => {
    assertEvent(log, deposit)
    return toParty(log, 1)
  },
}

/** First topics of what changes a lock. */
export const lockTopics: readonly `0x${string}`[] = [deposit.topic, withdraw.topic]

/** What an account has locked, and until when. */
export interface Lock {
  /** smallest units */
  amount: bigint
  /** Unix seconds */
  end: number
}

/**
 * Folds a log of a vote escrow into the locks that it keeps, in place. A lock that was withdrawn stays, empty: its account is asked too when the
 * contract is asked.
 *
 * @throws Error that names a log which is neither a deposit nor a withdrawal
 */
export function addLock(locks: Map<Address, Lock>, log: Log): void {
  const isDeposit = log.topics[0] === deposit.topic
  assertEvent(log, isDeposit ? deposit : withdraw)
  const account = toParty(log, 1)
  const before = locks.get(account)?.amount ?? 0n
  locks.set(account, isDeposit ? { amount: before + toWord(log, 0), end: Number(BigInt(log.topics[2]!)) } : { amount: 0n, end: 0 })
}
