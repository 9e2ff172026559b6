import type { TokenPair } from '../domain/pool'

/** What one share has gained since a pool began, Q128: fees in token0, fees in token1, and the loss versus rebalancing in the quote token. It never falls. */
export type Growth = readonly [fee0: bigint, fee1: bigint, loss: bigint]

/**
 * Shares of a pool with what hangs on them. What they have gained is shares · growth − debt, Q128. Parcels add up line by line, and a debt does not
 * change with time: only when shares move is anything done about it.
 */
export interface Parcel {
  shares: bigint
  /** Q128 */
  debt: Growth
  /** What was paid in for them */
  basis: TokenPair
}

/** No shares. */
export const emptyParcel: Parcel = { shares: 0n, debt: [0n, 0n, 0n], basis: [0n, 0n] }

/**
 * Shares that have gained nothing yet.
 *
 * @param growth at this moment
 * @example toParcel(2n, [3n, 0n, 0n], [5n, 6n]) // { shares: 2n, debt: [6n, 0n, 0n], basis: [5n, 6n] }
 */
export const toParcel = (shares: bigint, growth: Growth, basis: TokenPair): Parcel => ({
  shares,
  debt: [shares * growth[0], shares * growth[1], shares * growth[2]],
  basis,
})

/**
 * What shares have gained up to a moment, in whole units, rounded down.
 *
 * @example gainsOf(toParcel(2n, [0n, 0n, 0n], [0n, 0n]), [2n ** 127n, 0n, 2n ** 128n]) // [1n, 0n, 2n]
 */
export function gainsOf({ shares, debt }: Parcel, growth: Growth): Growth {
  const gain = (line: 0 | 1 | 2) => (shares * growth[line] - debt[line]) >> 128n
  return [gain(0), gain(1), gain(2)]
}

/** Two parcels as one. */
export const joinParcels = (one: Parcel, other: Parcel): Parcel => ({
  shares: one.shares + other.shares,
  debt: [one.debt[0] + other.debt[0], one.debt[1] + other.debt[1], one.debt[2] + other.debt[2]],
  basis: [one.basis[0] + other.basis[0], one.basis[1] + other.basis[1]],
})

/**
 * Takes some shares out of a parcel, with their part of its gains and its basis. Together the two are what it was, to the last bit; of the gains
 * neither part goes below zero, since what is rounded down here is the debt, and growth is whole.
 *
 * @param shares from 1 to all of them
 * @returns what was taken, and what is left
 * @example splitParcel({ shares: 3n, debt: [0n, 0n, 0n], basis: [10n, 6n] }, 1n)[0].basis // [3n, 2n]
 */
export function splitParcel(parcel: Parcel, shares: bigint): [Parcel, Parcel] {
  if (shares === parcel.shares) return [parcel, emptyParcel]
  const part = (whole: bigint) => {
    const product = whole * shares
    // A debt may be below zero: of shares that brought gains along from another count.
    return product < 0n ? -((-product + parcel.shares - 1n) / parcel.shares) : product / parcel.shares
  }
  const { debt, basis } = parcel
  const taken: Parcel = { shares, debt: [part(debt[0]), part(debt[1]), part(debt[2])], basis: [part(basis[0]), part(basis[1])] }
  const left: Parcel = {
    shares: parcel.shares - shares,
    debt: [debt[0] - taken.debt[0], debt[1] - taken.debt[1], debt[2] - taken.debt[2]],
    basis: [basis[0] - taken.basis[0], basis[1] - taken.basis[1]],
  }
  return [taken, left]
}
