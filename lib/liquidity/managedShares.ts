import type { Address } from '../domain/address'
import type { TokenPair } from '../domain/pool'
import type { Growth } from './poolTicks'
import { shareOut } from './shareUnit'

/** Whoever has, or had, shares of a manager. What they have earned and was not paid is shares · growth − debt, Q128: also when the shares are gone. */
export interface ManagedHolder {
  readonly account: Address
  shares: bigint
  debt: Growth
  /** What it paid in for what it has */
  basis: TokenPair
}


/**
 * Who has a manager's shares, and who earned how much of what its positions did: fees and losses belong to the shares of the moment in which they came,
 * and stay whose they are. While there are no shares, all is the manager's own, as if it had the only one.
 *
 * @example const shares = new ManagedShares(manager); shares.change(new Map([[ann, 3n], [bob, 1n]])); shares.byShares(8n) // [0n, 6n, 2n]: the manager has none
 */
export class ManagedShares {
  readonly account: Address
  readonly #holders = new Map<Address, ManagedHolder>()
  #supply = 1n
  /** No shares were given out, or none are left: the only one is the manager's own, and thought */
  #isAlone = true
  /** What one share has earned, Q128; and what all had when that was last written down */
  #growth: Growth = [0n, 0n, 0n]
  #earned: Growth = [0n, 0n, 0n]

  constructor(account: Address) {
    this.account = account
    this.holder(account).shares = 1n
  }

  get supply(): bigint {
    return this.#isAlone ? 0n : this.#supply
  }

  /** In the order in which they came. */
  get holders(): readonly ManagedHolder[] {
    return [...this.#holders.values()]
  }

  holder(account: Address): ManagedHolder {
    let known = this.#holders.get(account)
    if (!known) this.#holders.set(account, (known = { account, shares: 0n, debt: [0n, 0n, 0n], basis: [0n, 0n] }))
    return known
  }

  /** How many of its shares somebody has: of the one that is only thought nobody has any. */
  sharesOf(account: Address): bigint {
    return this.#isAlone ? 0n : (this.#holders.get(account)?.shares ?? 0n)
  }

  /** @param earned all that positions have earned and lost since they began */
  settle(earned: Growth): void {
    const grown = (line: 0 | 1 | 2) => {
      const more = earned[line] - this.#earned[line]
      return this.#growth[line] + (more > 0n ? (more << 128n) / this.#supply : 0n)
    }
    this.#growth = [grown(0), grown(1), grown(2)]
    this.#earned = earned
  }

  /**
   * Shares come and go, all at once.
   *
   * @throws Error where somebody had not so many: logs are missing
   */
  change(changes: ReadonlyMap<Address, bigint>): void {
    const after = [...changes.values()].reduce((sum, by) => sum + by, this.supply)
    if (this.#isAlone && after > 0n) this.#alone(-1n)
    for (const [account, by] of changes) this.#change(this.holder(account), by)
    if (!this.#isAlone && after === 0n) this.#alone(1n)
  }

  /** Pays fees out to those who have earned them, exactly: in proportion to what each had not been paid yet. */
  pay(fees: TokenPair): { holder: ManagedHolder; amounts: TokenPair }[] {
    const holders = this.holders
    const [parts0, parts1] = [this.byGains(fees[0], 0), this.byGains(fees[1], 1)]
    return holders.map((holder, place) => {
      const amounts: TokenPair = [parts0[place]!, parts1[place]!]
      const [debt0, debt1, loss] = holder.debt
      holder.debt = [debt0 + (amounts[0] << 128n), debt1 + (amounts[1] << 128n), loss]
      return { holder, amounts }
    })
  }

  /** An amount of what shares stand for, by how many each has: whole units, all of it. */
  byShares(amount: bigint): bigint[] {
    return shareOut(amount, this.holders.map(({ shares }) => shares))
  }

  /** An amount of what was earned on one line and not paid, by what each has earned: whole units, all of it. */
  byGains(amount: bigint, line: 0 | 1 | 2): bigint[] {
    const gains = this.holders.map(({ shares, debt }) => {
      const gain = shares * this.#growth[line] - debt[line]
      return gain > 0n ? gain : 0n
    })
    // What nobody is known to have earned, since it is less than can be shared, is by shares.
    return gains.every((gain) => gain === 0n) ? this.byShares(amount) : shareOut(amount, gains)
  }

  #alone(by: 1n | -1n): void {
    this.#isAlone = by === 1n
    this.#change(this.holder(this.account), by)
  }

  #change(holder: ManagedHolder, by: bigint): void {
    const shares = holder.shares + by
    if (shares < 0n) throw new Error(`${holder.account} passes on ${-by} shares of ${this.account} and has ${holder.shares}`)
    holder.shares = shares
    this.#supply += by
    const { debt } = holder
    holder.debt = [debt[0] + by * this.#growth[0], debt[1] + by * this.#growth[1], debt[2] + by * this.#growth[2]]
  }
}
