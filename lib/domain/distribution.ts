import type { Address } from './address'
import { reorder, toColumns, type Columns } from './columns'
import { mergeClaims } from './mergeClaims'
import { toOrder } from './order'

/** An account's right to some amount of a token, through one source (its wallet, a pool, a vault, a lock). */
export interface Claim {
  account: Address
  /** smallest units */
  amount: bigint
}

declare const made: unique symbol

/**
 * The amounts of one snapshot under one lens: largest first, ties by address, no zeros. Frozen, made only by `toDistribution` and
 * `toChangedDistribution`. `accounts[i]` holds `amounts[i]`.
 */
export interface Distribution {
  readonly accounts: readonly Address[]
  readonly amounts: readonly bigint[]
  /** Σ amounts: the denominator of every share taken from this distribution. */
  readonly total: bigint
  /** the amounts once more, as metrics read them */
  readonly columns: Columns
  readonly [made]: true
}

/**
 * Orders claims into a distribution. Claims of one account are added up; zeros are not holders and are dropped.
 *
 * @throws RangeError for a negative claim: what cannot be owned is a gap of the snapshot, not a holder.
 * @example toDistribution([{account: a, amount: 1n}, {account: b, amount: 3n}]).amounts // [3n, 1n]
 */
export function toDistribution(claims: Iterable<Claim>): Distribution {
  const { accounts, amounts, total } = mergeClaims(claims)
  const columns = toColumns(amounts)
  const order = toOrder(accounts, amounts, columns.doubles)
  return freezeDistribution({ accounts: pick(accounts, order), amounts: pick(amounts, order), total, columns: reorder(columns, order) })
}

function pick<Value>(values: readonly Value[], order: Uint32Array): Value[] {
  const picked = new Array<Value>(order.length)
  for (let i = 0; i < order.length; i++) picked[i] = values[order[i]!]!
  return picked
}

/** Only for the two constructors. */
export const freezeDistribution = (made: { accounts: Address[]; amounts: bigint[]; total: bigint; columns: Columns }): Distribution => {
  Object.freeze(made.accounts)
  Object.freeze(made.amounts)
  return Object.freeze(made) as unknown as Distribution
}
