import type { Address } from './address'
import { toClaimWords } from './claimWords'
import { amountAt, sumOf, type Columns } from './columns'
import { mergeClaims } from './mergeClaims'
import { sortClaims } from './order'
import { withScratch } from './scratch'

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
  /** how many hold something: `amounts.length`, without making the list */
  readonly count: number
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
  const list: readonly Claim[] = Array.isArray(claims) ? claims : [...claims]
  return withScratch((scratch) => {
    const each = toClaimWords(list, scratch)
    const merged = mergeClaims(list, each)
    const words = merged === list ? each : toClaimWords(merged, scratch)
    const { order, columns } = sortClaims(merged, words)
    return makeDistribution({ names: words.names, ids: order, columns, total: sumOf(columns) })
  })
}

/** Who stands where, as numbers: the holder at place i is `names[ids[i]]`. Names are only ever added. */
export interface Holders {
  names: Address[]
  ids: Uint32Array
}

/** Where a distribution keeps it: on itself, as one that is shared may be read by another copy of this file than made it (bundlers make several). */
const holdersKey = Symbol.for('lorenz.holders')

/** Who stands where in a distribution, without making the list. */
export const toHolders = (distribution: Distribution): Holders => (distribution as unknown as Record<symbol, Holders>)[holdersKey]!

/**
 * Only for the two constructors. The lists of accounts and amounts are made when they are first asked for: a day of history is measured
 * without them, and to copy them every day would cost more than all metrics.
 */
export function makeDistribution({ names, ids, columns, total }: Holders & { columns: Columns; total: bigint }): Distribution {
  let accounts: readonly Address[] | undefined
  let amounts: readonly bigint[] | undefined
  const made = {
    get accounts() {
      return (accounts ??= toList(ids.length, (place) => names[ids[place]!]!))
    },
    get amounts() {
      return (amounts ??= toList(ids.length, (place) => amountAt(columns, place)))
    },
    total,
    count: ids.length,
    columns,
  }
  Object.defineProperty(made, holdersKey, { value: { names, ids } })
  return Object.freeze(made) as unknown as Distribution
}

function toList<Value>(length: number, at: (place: number) => Value): readonly Value[] {
  const list = new Array<Value>(length)
  for (let place = 0; place < length; place++) list[place] = at(place)
  return Object.freeze(list)
}
