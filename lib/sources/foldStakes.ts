import type { Log } from '../chain/log'
import type { Address } from '../domain/address'
import type { Claim } from '../domain/distribution'
import { foldOn } from './foldOn'
import type { LogFilter, SourceInput } from './source'
import { assertEvent, toParty, toPlace, toWord, type EventShape } from './eventWords'

/** The two events of a contract that keeps books of who put in how much: both name the account in their first topic, the amount in their first word. */
export interface StakeEvents {
  putIn: EventShape
  takenBack: EventShape
}

/** What one log says of somebody's stake: it put so much in, or took it back. */
export interface ToldStake {
  account: Address
  amount: bigint
  isPutIn: boolean
}

/** By which logs of a contract stakes are told, and what one of them says; null where it is of other books of the same contract. */
export interface StakeLogs extends Omit<LogFilter, 'address'> {
  /** @throws Error that names a log of another form */
  toStake: (log: Log) => ToldStake | null
}

/** The logs of a contract that writes two events. */
export const toStakeLogs = ({ putIn, takenBack }: StakeEvents): StakeLogs => ({
  topics: [putIn.topic, takenBack.topic],
  toStake: (log) => {
    const isPutIn = log.topics[0] !== takenBack.topic
    assertEvent(log, isPutIn ? putIn : takenBack)
    return { account: toParty(log, 1), amount: toWord(log, 0), isPutIn }
  },
})

/** Which logs of a contract tell stakes. */
export const toStakeFilter = (address: Address, { topics, third }: StakeLogs): LogFilter => ({ address, topics, ...(third && { third }) })

/**
 * What each account has in, from what it put in and took back. Whoever took back everything stays, with zero: rewards may still belong to it.
 *
 * @param logs in the chain's order
 * @returns by account, in the order in which they first put something in; none is negative
 * @throws Error that names the log which is none of the events, comes too late in the list, or takes back more than there is
 * @example foldStakes(logs, toStakeLogs(events)) // Map { '0xaa…' => 5n, '0xbb…' => 0n }
 */
export function foldStakes(logs: readonly Log[], told: StakeLogs): Map<Address, bigint> {
  const books: StakeBooks = { stakes: new Map(), last: undefined }
  addStakes(books, logs, told)
  return books.stakes
}

/** What each account has in, and the log after which it is so. */
interface StakeBooks {
  stakes: Map<Address, bigint>
  last: Log | undefined
}

/**
 * The same for the logs of a wrapper, which is asked about one block after the other: it goes on where it ended.
 *
 * @example const stakesOf = followStakes(toStakeLogs(events)); stakesOf(input) // Map { '0xaa…' => 5n }
 */
export function followStakes(told: StakeLogs): (input: Pick<SourceInput, 'wrapper' | 'logs'>) => ReadonlyMap<Address, bigint> {
  const follow = foldOn((): StakeBooks => ({ stakes: new Map(), last: undefined }), (books, logs) => addStakes(books, logs, told))
  return (input) => follow(input).stakes
}

function addStakes(books: StakeBooks, logs: readonly Log[], { toStake }: StakeLogs): void {
  const { stakes } = books
  for (const log of logs) {
    const { last } = books
    if (last && (log.blockNumber < last.blockNumber || (log.blockNumber === last.blockNumber && log.logIndex <= last.logIndex)))
      throw new Error(`${toPlace(log)} comes after ${toPlace(last)}`)
    books.last = log
    const told = toStake(log)
    if (!told) continue
    const { account, amount, isPutIn } = told
    const stake = (stakes.get(account) ?? 0n) + (isPutIn ? amount : -amount)
    if (stake < 0n) throw new Error(`${toPlace(log)}: ${account} takes back ${-stake} more than it put in: logs before it are missing`)
    stakes.set(account, stake)
  }
}

/**
 * The claims of books: whoever has nothing claims nothing.
 *
 * @example toClaims(new Map([['0xaa…', 5n], ['0xbb…', 0n]])) // [{ account: '0xaa…', amount: 5n }]
 */
export function toClaims(books: ReadonlyMap<Address, bigint>): Claim[] {
  return [...books].flatMap(([account, amount]) => (amount === 0n ? [] : [{ account, amount }]))
}
