import type { FlowKind } from '../domain/provider'
import { splitParcel, type Growth, type Parcel } from './shareParcel'
import type { Shareholder, ShareMoment } from './shareUnit'

/** Shares that moved, or were minted, within the block that is being read. */
export interface Lot {
  parcel: Parcel
  /** Whose it was when the block began; of new shares, who last had them. null where nobody did */
  owner: Shareholder | null
  /** How new shares came: by whose log */
  minted: { kind: Extract<FlowKind, 'deposit' | 'received'>; logIndex: number } | null
  /** The last move: what shares had gained then, and what they would have been paid */
  moved: { logIndex: number; moment: ShareMoment } | null
  /** Moved by a contract that keeps it for its owner, and not by the owner */
  passive?: true
}

/** @example sharesOf([lotOfTwo, lotOfThree]) // 5n */
export const sharesOf = (lots: readonly Lot[]): bigint => lots.reduce((all, { parcel }) => all + parcel.shares, 0n)

/**
 * Takes shares out of lots, those that came last first.
 *
 * @param lots what is left of them stays; it may be less than what is asked for
 * @example takeLots(lots, 5n) // [{ parcel: { shares: 5n, … }, … }]
 */
export function takeLots(lots: Lot[], shares: bigint): Lot[] {
  const taken: Lot[] = []
  for (let left = shares; left > 0n && lots.length > 0; ) {
    const last = lots.pop()!
    const [gone, kept] = splitParcel(last.parcel, left < last.parcel.shares ? left : last.parcel.shares)
    if (kept.shares > 0n) lots.push({ ...last, parcel: kept })
    taken.push({ ...last, parcel: gone })
    left -= gone.shares
  }
  return taken
}

/**
 * The same lot counted in another token, of which it is so many now: what it has gained so far stays with it, to the last bit, and so does what was paid
 * in for it.
 *
 * @param before what one of the token had gained in which it was counted
 * @param after the same of the other
 * @example recount(lot, 2n, [8n, 0n, 0n], [3n, 0n, 0n]) // 1 share with a debt of 0, so a gain of 8, is 2 with a debt of −2
 */
export function recount(lot: Lot, shares: bigint, before: Growth, after: Growth): Lot {
  const { parcel } = lot
  const debt = (line: 0 | 1 | 2) => shares * after[line] - (parcel.shares * before[line] - parcel.debt[line])
  return { ...lot, parcel: { ...parcel, shares, debt: [debt(0), debt(1), debt(2)] } }
}
