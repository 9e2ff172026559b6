import type { Address } from './address'

/** An account's right to some amount of a token, through one source (its wallet, a pool, a vault, a lock). */
export interface Claim {
  account: Address
  /** smallest units */
  amount: bigint
}

declare const made: unique symbol

/**
 * The amounts of one snapshot under one lens: largest first, ties by address, no zeros. Frozen, made only by `toDistribution`.
 * `accounts[i]` holds `amounts[i]`.
 */
export interface Distribution {
  readonly accounts: readonly Address[]
  readonly amounts: readonly bigint[]
  /** Σ amounts: the denominator of every share taken from this distribution. */
  readonly total: bigint
  readonly [made]: true
}

/**
 * Orders claims into a distribution. Claims of one account are added up; zeros are not holders and are dropped.
 *
 * @throws RangeError for a negative claim: what cannot be owned is a gap of the snapshot, not a holder.
 * @example toDistribution([{account: a, amount: 1n}, {account: b, amount: 3n}]).amounts // [3n, 1n]
 */
export function toDistribution(claims: Iterable<Claim>): Distribution {
  const sums = new Map<Address, bigint>()
  for (const { account, amount } of claims) {
    if (amount < 0n) throw new RangeError(`toDistribution: ${account} has the negative amount ${amount}`)
    if (amount > 0n) sums.set(account, (sums.get(account) ?? 0n) + amount)
  }
  const rows = [...sums].sort(([a, x], [b, y]) => (x > y ? -1 : x < y ? 1 : a < b ? -1 : 1))
  return Object.freeze({
    accounts: Object.freeze(rows.map(([account]) => account)),
    amounts: Object.freeze(rows.map(([, amount]) => amount)),
    total: rows.reduce((sum, [, amount]) => sum + amount, 0n),
  }) as Distribution
}
