import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyParcel, gainsOf, joinParcels, splitParcel, toParcel, type Growth, type Parcel } from './shareParcel'

const lines = [0, 1, 2] as const
const shares = fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 2n ** 112n))
const step = fc.oneof(fc.constant(0n), fc.bigInt(0n, 2n ** 128n), fc.bigInt(0n, 2n ** 200n))
const growth: fc.Arbitrary<Growth> = fc.tuple(step, step, step)
const add = (one: Growth, other: Growth): Growth => [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
const amount = fc.bigInt(0n, 2n ** 112n)

/** Parcels that came in at some growth, and the growth since. */
const history = fc.array(fc.record({ shares, since: growth, basis: fc.tuple(amount, amount) }), { minLength: 1, maxLength: 6 })
const play = (steps: readonly { shares: bigint; since: Growth; basis: readonly [bigint, bigint] }[]) => {
  let now: Growth = [0n, 0n, 0n]
  const parcels: Parcel[] = []
  /** What every share has gained since its own beginning, Q128, added up without any parcel */
  let gained: Growth = [0n, 0n, 0n]
  let held = 0n
  for (const { shares: some, since, basis } of steps) {
    parcels.push(toParcel(some, now, basis))
    held += some
    now = add(now, since)
    gained = [gained[0] + held * since[0], gained[1] + held * since[1], gained[2] + held * since[2]]
  }
  return { parcels, now, gained, whole: parcels.reduce(joinParcels, emptyParcel) }
}

it('gains nothing at its beginning, and by its shares from then on', () => {
  // 3 shares, ½, ⅓ (rounded down) and 2 each: 1.5, a hair less than 1, and 6.
  const parcel = toParcel(3n, [7n, 8n, 9n], [1n, 2n])
  expect(gainsOf(parcel, [7n, 8n, 9n])).toEqual([0n, 0n, 0n])
  expect(gainsOf(parcel, [7n + 2n ** 127n, 8n + 2n ** 128n / 3n, 9n + 2n ** 129n])).toEqual([1n, 0n, 6n])
})

it('joined, has gained what its shares have gained one by one, rounded down once', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { now, gained, whole } = play(steps)
      expect(gainsOf(whole, now)).toEqual(lines.map((line) => gained[line] / 2n ** 128n))
    }),
  )
})

it('split, is the same in two: shares, basis and debt to the last bit, gains but for one unit, none below zero', () => {
  fc.assert(
    fc.property(history, fc.bigInt(0n, 2n ** 128n), growth, (steps, where, later) => {
      const { now, whole } = play(steps)
      const part = 1n + (where * (whole.shares - 1n)) / 2n ** 128n
      const [taken, left] = splitParcel(whole, part)
      expect(taken.shares).toBe(part)
      expect(joinParcels(taken, left)).toEqual(whole)
      for (const moment of [now, add(now, later)]) {
        const [one, other, both] = [gainsOf(taken, moment), gainsOf(left, moment), gainsOf(whole, moment)]
        for (const line of lines) {
          expect(one[line] >= 0n && other[line] >= 0n).toBe(true)
          expect([0n, 1n]).toContain(both[line] - one[line] - other[line])
        }
      }
      // Its part of the gains up to the split, but for one unit.
      const [one, both] = [gainsOf(taken, now), gainsOf(whole, now)]
      for (const line of lines) expect([-1n, 0n, 1n]).toContain(one[line] - (both[line] * part) / whole.shares)
    }),
  )
})
