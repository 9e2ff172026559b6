import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'
import { assertEvent, toParty, toPlace, toWord, toWordAddress } from '../eventWords'
import { pocoEvents, poolTransfer } from './pocoEvents'
import type { Bond, Earning } from './stakeNetworkSource'

/** Where stakes go that schedulers lose, until later tasks pay them out: address(uint256(keccak256('iExecKitty')) - 1). */
const kittyAddress = '0x99c2268479b93fde36232351229815df80837e23'

type EventName = keyof typeof pocoEvents
const nameOf = new Map<string, EventName>(Object.entries(pocoEvents).map(([name, { topic }]) => [topic, name as EventName]))

/** A task that is being paid: the logs of it follow one another. */
interface Payment {
  task: string
  /** Of those that were initialized, first the application and the data set are paid, then the pool's stake comes back, then workers and scheduler are paid */
  isClassic: boolean
  paid: number
  isStakeBack: boolean
}

/**
 * iExec's accounts replayed from the logs of its proxy and of its registry of workerpools: what everybody has deposited, what of it is locked for
 * orders and tasks, and what workers and schedulers were paid. What application and data owners were paid is no computing and is not counted.
 * https://github.com/iExecBlockchainComputing/PoCo/blob/v5.5.0/contracts/modules/delegates/IexecPoco2Delegate.sol
 */
export class PocoBook {
  readonly #proxy: Address
  readonly #registry: Address
  readonly #free = new Map<Address, bigint>()
  readonly #locked = new Map<Address, bigint>()
  /** By their pools: a pool's address is its token's number */
  readonly #schedulers = new Map<string, Address>()
  readonly #workers = new Set<Address>()
  readonly #initialized = new Set<string>()
  #payment: Payment | null = null

  constructor(proxy: Address, registry: Address) {
    this.#proxy = proxy
    this.#registry = registry
  }

  /**
   * What a log says, and what was earned with it, if anything.
   *
   * @param log the next one in the chain's order
   * @throws Error that names a log of another form, or one that takes more than there is
   */
  add(log: Log): Earning | null {
    if (log.address === this.#registry) return this.#passPool(log)
    const name = nameOf.get(log.topics[0] ?? '')
    if (!name) throw new Error(`${toPlace(log)} is no event of iExec’s proxy`)
    assertEvent(log, pocoEvents[name])
    return this.#steps[name](log)
  }

  /** What everybody has there, locked or not; what lost stakes brought together is nobody's. */
  claims(): Claim[] {
    return [...new Set([...this.#free.keys(), ...this.#locked.keys()])]
      .filter((account) => account !== kittyAddress && account !== this.#proxy)
      .map((account) => ({ account, amount: this.#depositOf(account) }))
      .filter(({ amount }) => amount > 0n)
  }

  /** Lost stakes that later tasks will pay out. */
  get kitty(): bigint {
    return this.#depositOf(kittyAddress)
  }

  /** What workers and schedulers have deposited: each for itself, nobody bonds to another. */
  bonds(): Bond[] {
    return [...new Set([...this.#workers, ...this.#schedulers.values()])].map((account) => ({ account, operator: account, amount: this.#depositOf(account) })).filter(({ amount }) => amount > 0n)
  }

  readonly #steps: Record<EventName, (log: Log) => Earning | null> = {
    transfer: (log) => {
      const [from, to, amount] = [toParty(log, 1), toParty(log, 2), toWord(log, 0)]
      if (from !== zeroAddress) this.#change(this.#free, log, from, -amount)
      if (to !== zeroAddress) this.#change(this.#free, log, to, amount)
      return null
    },
    lock: (log) => this.#change(this.#locked, log, toWordAddress(log, 0), toWord(log, 1)),
    unlock: (log) => {
      if (this.#payment) this.#payment.isStakeBack = true
      return this.#change(this.#locked, log, toWordAddress(log, 0), -toWord(log, 1))
    },
    seize: (log) => {
      const task = toTask(log)
      if (this.#payment?.task !== task) this.#payment = { task, isClassic: this.#initialized.delete(task), paid: 0, isStakeBack: false }
      return this.#change(this.#locked, log, toWordAddress(log, 0), -toWord(log, 1))
    },
    reward: (log) => this.#pay(log),
    initialized: (log) => {
      this.#initialized.add(log.topics[1]!)
      return null
    },
    contributed: (log) => {
      this.#workers.add(toParty(log, 2))
      return null
    },
  }

  /** Tasks that are not initialized (“boost”) pay their one worker first of all, and then in the same order. */
  #pay(log: Log): Earning | null {
    const operator = toWordAddress(log, 0)
    const payment = this.#payment
    if (payment?.task !== toTask(log)) throw new Error(`${toPlace(log)} pays for a task that nobody has paid for: logs before it are missing`)
    payment.paid += 1
    const isWork = payment.isStakeBack || (!payment.isClassic && payment.paid === 1)
    const amount = toWord(log, 1)
    if (!isWork || operator === kittyAddress) return null
    this.#workers.add(operator)
    return amount === 0n ? null : { operator, kind: 'fees', amount, kept: amount, blockNumber: log.blockNumber }
  }

  #passPool(log: Log): null {
    assertEvent(log, poolTransfer)
    const to = toParty(log, 2)
    if (to === zeroAddress) this.#schedulers.delete(log.topics[3]!)
    else this.#schedulers.set(log.topics[3]!, to)
    return null
  }

  #change(accounts: Map<Address, bigint>, log: Log, account: Address, change: bigint): null {
    const amount = (accounts.get(account) ?? 0n) + change
    if (amount < 0n) throw new Error(`${toPlace(log)} takes ${-amount} more than ${account} had there: logs before it are missing`)
    if (amount === 0n) accounts.delete(account)
    else accounts.set(account, amount)
    return null
  }

  #depositOf = (account: Address): bigint => (this.#free.get(account) ?? 0n) + (this.#locked.get(account) ?? 0n)
}

const toTask = ({ data }: Log): string => `0x${data.slice(-64)}`
