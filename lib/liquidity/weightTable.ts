import type { Address } from '../domain/address'

/** What a position weighs: its owner, its bounds and its liquidity. */
export interface WeighedPosition {
  owner: Address
  tickLower: number
  tickUpper: number
  liquidity: bigint
}

/** What a provider's liquidity is worth in the quote token's smallest units, and how much of it is in use. */
type Weight = { account: Address; value: number; inRange: number }

/** Numbers of one position: owner, lower and upper tick, √price at both, liquidity. */
const [ownerAt, lowerTickAt, upperTickAt, lowerAt, upperAt, liquidityAt, width] = [0, 1, 2, 3, 4, 5, 6]

/**
 * Liquidity as doubles in one piece of memory, for a pool's concentration on each of thousands of days: from its exact positions every day would take
 * as long as a day's swaps.
 *
 * @example const table = new WeightTable(); table.set('5', position); table.weigh({ root: 1, tick: 0 }, 1) // [{ account: '0xaa…', value: 19.5, inRange: 10 }]
 */
export class WeightTable {
  #rows = new Float64Array(width * 64)
  /** Where each position stands, and which stands where: what is emptied gives its place to the last */
  readonly #places = new Map<string, number>()
  readonly #keys: string[] = []
  readonly #owners = new Map<Address, number>()
  readonly #accounts: Address[] = []

  /** Puts a position in, changes it, or takes it out where it has no liquidity. */
  set(key: string, { owner, tickLower, tickUpper, liquidity }: WeighedPosition): void {
    if (liquidity === 0n) return this.#remove(key)
    const place = this.#places.get(key) ?? this.#keys.push(key) - 1
    this.#places.set(key, place)
    if (this.#rows.length < width * (place + 1)) {
      const rows = new Float64Array(2 * this.#rows.length)
      rows.set(this.#rows)
      this.#rows = rows
    }
    this.#rows.set([this.#indexOf(owner), tickLower, tickUpper, toRoot(tickLower), toRoot(tickUpper), Number(liquidity)], width * place)
  }

  /** @param price √(token1 / token0) in smallest units, and its tick; `quote` is the token that values are told in */
  weigh({ root, tick }: { root: number; tick: number }, quote: 0 | 1): Weight[] {
    const rows = this.#rows
    const values = new Float64Array(this.#accounts.length)
    const used = new Float64Array(this.#accounts.length)
    const price = root * root
    for (let row = 0; row < width * this.#keys.length; row += width) {
      const owner = rows[row + ownerAt]!
      const [lower, upper, liquidity] = [rows[row + lowerAt]!, rows[row + upperAt]!, rows[row + liquidityAt]!]
      const at = root < lower ? lower : root > upper ? upper : root
      // Token1 lies below the price, token0 above it.
      values[owner]! += liquidity * (at - lower + (1 / at - 1 / upper) * price)
      if (tick >= rows[row + lowerTickAt]! && tick < rows[row + upperTickAt]!) used[owner]! += liquidity
    }
    const unit = quote === 1 ? 1 : price
    const weights: Weight[] = []
    for (const [index, account] of this.#accounts.entries()) if (values[index]! > 0) weights.push({ account, value: values[index]! / unit, inRange: used[index]! })
    return weights
  }

  #remove(key: string): void {
    const place = this.#places.get(key)
    if (place === undefined) return
    const last = this.#keys.pop()!
    this.#places.delete(key)
    if (last === key) return
    this.#keys[place] = last
    this.#places.set(last, place)
    this.#rows.copyWithin(width * place, width * this.#keys.length, width * (this.#keys.length + 1))
  }

  #indexOf(owner: Address): number {
    const known = this.#owners.get(owner)
    if (known !== undefined) return known
    const index = this.#accounts.push(owner) - 1
    this.#owners.set(owner, index)
    return index
  }
}

/** √1.0001^tick. */
const toRoot = (tick: number) => Math.exp((tick / 2) * Math.log1p(0.0001))
