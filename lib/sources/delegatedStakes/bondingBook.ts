import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import { assertEvent, toParty, toPlace, toWord } from '../eventWords'
import { bondingEvents, newRound } from './bondingEvents'
import { OperatorPool } from './operatorPool'

interface Delegator {
  /** As of its last claim */
  bonded: bigint
  /** To whom it bonds; null where it has nothing bonded */
  operator: Address | null
  claimedRound: bigint
  /** Unbonded and not yet taken back */
  leaving: bigint
  /** Rewards that it has claimed */
  claimed: bigint
}

type EventName = keyof typeof bondingEvents
const nameOf = new Map<string, EventName>(Object.entries(bondingEvents).map(([name, { topic }]) => [topic, name as EventName]))

/** A reward that came to an operator's pool. */
export interface PoolReward {
  operator: Address
  amount: bigint
  /** What of it the operator keeps before it is shared by stakes */
  kept: bigint
  blockNumber: number
}

/**
 * Livepeer's BondingManager replayed from its logs and those of its RoundsManager, by the contract's own steps (since LIP-36, as on Arbitrum): what each
 * delegator has bonded equals `pendingStake`, to the smallest unit.
 * https://github.com/livepeer/protocol/blob/delta/contracts/bonding/BondingManager.sol
 */
export class BondingBook {
  readonly operators = new Map<Address, OperatorPool>()
  readonly delegators = new Map<Address, Delegator>()
  #round = 0n
  /** Whoever joins those who earn is told before the stake that comes with it */
  #joining: { operator: Address; round: bigint }[] = []

  /**
   * What a log says, and the reward in it, if it is one.
   *
   * @param log the next one in the chain's order
   * @throws Error that names a log of another form, or one that takes back more than there is
   */
  add(log: Log): PoolReward | null {
    const topic = log.topics[0]
    if (topic === newRound.topic) {
      assertEvent(log, newRound)
      this.#round = BigInt(log.topics[1]!)
      return null
    }
    const name = nameOf.get(topic ?? '')
    if (!name) throw new Error(`${toPlace(log)} is no event of a bonding manager`)
    assertEvent(log, bondingEvents[name])
    if (name === 'reward') return this.#reward(log)
    this.#steps[name](log)
    return null
  }

  /** What a delegator has bonded, with all that it has earned. */
  bondedOf(account: Address): bigint {
    const delegator = this.delegators.get(account)
    if (!delegator?.operator) return delegator?.bonded ?? 0n
    const pool = this.#pool(delegator.operator)
    return pool.grow(delegator.bonded, delegator.claimedRound, this.#round) + (delegator.operator === account ? pool.kept : 0n)
  }

  #reward(log: Log): PoolReward {
    const operator = toParty(log, 1)
    const amount = toWord(log, 0)
    const kept = this.#pool(operator).reward(amount, this.#round)
    this.#join(operator)
    return { operator, amount, kept, blockNumber: log.blockNumber }
  }

  readonly #steps: Record<Exclude<EventName, 'reward'>, (log: Log) => void> = {
    activated: (log) => void this.#joining.push({ operator: toParty(log, 1), round: toWord(log, 0) }),
    deactivated: (log) => void (this.#pool(toParty(log, 1)).isInPool = false),
    update: (log) => {
      this.#pool(toParty(log, 1)).rewardCut = toWord(log, 0)
      this.#join(toParty(log, 1))
    },
    bond: (log) => {
      const operator = toParty(log, 1)
      const delegator = this.#delegator(toParty(log, 3))
      const moved = delegator.operator && delegator.operator !== operator ? delegator.bonded : 0n
      if (moved > 0n) this.#pool(delegator.operator!).change(-moved, this.#round)
      this.#pool(operator).mark(this.#round)
      Object.assign(delegator, { operator, bonded: toWord(log, 1) })
      this.#change(operator, toWord(log, 0) + moved)
    },
    unbond: (log) => {
      const delegator = this.#delegator(toParty(log, 2))
      const amount = toWord(log, 1)
      this.#bond(log, delegator, -amount)
      if (delegator.bonded === 0n) delegator.operator = null
      this.#leave(log, delegator, amount)
      this.#change(toParty(log, 1), -amount)
    },
    rebond: (log) => {
      const delegator = this.#delegator(toParty(log, 2))
      const amount = toWord(log, 1)
      delegator.operator = toParty(log, 1)
      this.#bond(log, delegator, amount)
      this.#leave(log, delegator, -amount)
      this.#change(delegator.operator, amount)
    },
    transferBond: (log) => {
      this.#leave(log, this.#delegator(toParty(log, 1)), -toWord(log, 2))
      this.#leave(log, this.#delegator(toParty(log, 2)), toWord(log, 2))
    },
    withdrawStake: (log) => this.#leave(log, this.#delegator(toParty(log, 1)), -toWord(log, 1)),
    earningsClaimed: (log) => {
      const [operator, account] = [toParty(log, 1), toParty(log, 2)]
      const delegator = this.#delegator(account)
      delegator.claimedRound = toWord(log, 3)
      delegator.claimed += toWord(log, 0)
      this.#bond(log, delegator, toWord(log, 0))
      if (operator === zeroAddress) return
      this.#pool(operator).mark(delegator.claimedRound)
      if (operator === account) this.#pool(operator).kept = 0n
    },
    slashed: (log) => {
      const delegator = this.#delegator(toParty(log, 1))
      this.#bond(log, delegator, -toWord(log, 1))
      if (delegator.operator) this.#pool(delegator.operator).delegated -= toWord(log, 1)
    },
  }

  #change(operator: Address, amount: bigint): void {
    this.#pool(operator).change(amount, this.#round)
    this.#join(operator)
  }

  #join(operator: Address): void {
    for (const { round } of this.#joining.filter((one) => one.operator === operator)) this.#pool(operator).join(round)
    this.#joining = this.#joining.filter((one) => one.operator !== operator)
  }

  #bond(log: Log, delegator: Delegator, change: bigint): void {
    delegator.bonded += change
    if (delegator.bonded < 0n) throw new Error(`${toPlace(log)} takes ${-delegator.bonded} more than was bonded: logs before it are missing`)
  }

  #leave(log: Log, delegator: Delegator, change: bigint): void {
    delegator.leaving += change
    if (delegator.leaving < 0n) throw new Error(`${toPlace(log)} takes back ${-delegator.leaving} more than was unbonded: logs before it are missing`)
  }

  #pool(operator: Address): OperatorPool {
    const known = this.operators.get(operator) ?? new OperatorPool()
    this.operators.set(operator, known)
    return known
  }

  #delegator(account: Address): Delegator {
    const known = this.delegators.get(account) ?? { bonded: 0n, operator: null, claimedRound: 0n, leaving: 0n, claimed: 0n }
    this.delegators.set(account, known)
    return known
  }
}
