import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recount, takeLots, type Lot } from './shareLot'
import { gainsOf, splitParcel, toParcel, type Growth } from './shareParcel'
import { shareOut } from './shareUnit'

const lotOf = (parcel: Lot['parcel']): Lot => ({ parcel, owner: null, minted: null, moved: null })
const amount = fc.bigInt(1n, 2n ** 112n)
const growths = fc.tuple(fc.bigInt(0n, 2n ** 140n), fc.bigInt(0n, 2n ** 140n))
const one = (growth: bigint): Growth => [growth, 0n, 0n]

it('counts a lot in another token without a loss: what it has gained and what was paid in stay, also where its debt falls below zero', () => {
  fc.assert(
    fc.property(amount, amount, growths, fc.bigInt(0n, 2n ** 140n), (shares, units, [begin, grown], other) => {
      const before = one(begin + grown)
      const lot = lotOf(toParcel(shares, one(begin), [5n, 7n]))
      const counted = recount(lot, units, before, one(other))
      // shares · grown, in 2⁻¹²⁸ of a unit, to the last bit.
      expect(units * other - counted.parcel.debt[0]).toBe(shares * grown)
      expect(counted.parcel).toMatchObject({ shares: units, basis: [5n, 7n] })
      expect(recount(counted, shares, one(other), before)).toEqual(lot)
    }),
  )
})

it('splits what was counted anew so that neither part has gained less than nothing, and both together all of it', () => {
  fc.assert(
    fc.property(amount, fc.bigInt(2n, 2n ** 112n), growths, fc.bigInt(1n, 1000n), (shares, units, [begin, grown], part) => {
      const { parcel } = recount(lotOf(toParcel(shares, one(begin), [0n, 0n])), units, one(begin + grown), one(0n))
      const some = (units * part) / 1001n + 1n
      const [taken, left] = splitParcel(parcel, some < units ? some : units)
      expect(taken.debt[0] + left.debt[0]).toBe(parcel.debt[0])
      for (const each of [taken, left]) expect(gainsOf(each, one(0n))[0]).toBeGreaterThanOrEqual(0n)
    }),
  )
})

it('takes the newest lots first, and leaves the rest of the last', () => {
  const lots = [1n, 10n, 4n].map((shares) => lotOf(toParcel(shares, one(0n), [0n, 0n])))
  expect(takeLots(lots, 6n).map(({ parcel }) => parcel.shares)).toEqual([4n, 2n])
  expect(lots.map(({ parcel }) => parcel.shares)).toEqual([1n, 8n])
  expect(takeLots(lots, 100n).map(({ parcel }) => parcel.shares)).toEqual([8n, 1n])
})

it('shares an amount out in whole parts, all of it', () => {
  // 10 · 1/3 = 3.3…; 10 · 3/3.
  expect(shareOut(10n, [1n, 2n])).toEqual([3n, 7n])
  expect(shareOut(2n, [1n, 1n, 1n])).toEqual([0n, 1n, 1n])
  expect(shareOut(5n, [0n])).toEqual([0n])
})
