import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openParcelTable } from './parcelTable'
import { gainsOf, toParcel, type Parcel } from './shareParcel'

const growth = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 2n ** 128n), fc.bigInt(0n, 2n ** 230n), fc.nat(500).map((whole) => BigInt(whole) << 128n), fc.nat(127).map((bit) => 1n << BigInt(bit)))
const shares = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 2n ** 112n - 1n), fc.nat(111).map((bit) => 1n << BigInt(bit)))
const row = fc.record({ shares, from: growth })

/** One by one, as whole numbers. */
const sumPlainly = (parcels: readonly Parcel[], now: bigint, { reserve, all }: { reserve: bigint; all: bigint }) =>
  parcels.reduce((sum, parcel) => {
    const [gained, paid] = [gainsOf(parcel, [now, 0n, 0n])[0], (parcel.shares * reserve) / all]
    return sum + (gained < paid ? gained : paid)
  }, 0n)

it('sums what parcels have gained, each rounded down and at most what is paid, as one by one; also when some have moved', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.array(row, { maxLength: 30 }), growth, fc.bigInt(0n, 2n ** 112n), fc.bigInt(1n, 2n ** 114n), (before, after, since, reserve, all) => {
      const most = [...before, ...after].reduce((max, { from }) => (from > max ? from : max), 0n)
      const now = most + since
      const table = openParcelTable()
      const parcels: Parcel[] = []
      for (const rows of [before, after]) {
        for (const [place, { shares: own, from }] of rows.entries()) parcels[place] = toParcel(own, [from, 0n, 0n], [0n, 0n])
        for (const [place, parcel] of parcels.entries()) table.set(place, parcel)
        for (const payment of [{ reserve, all }, { reserve: 2n ** 112n, all: 1n }]) expect(table.owed(0, now, payment)).toBe(sumPlainly(parcels, now, payment))
      }
    }),
    { numRuns: 2000 },
  )
})

it('is exact where what is rounded off adds up to many units', () => {
  const table = openParcelTable()
  // 10,000 times ⅔ and 10,000 times ⅓ of a unit (each a hair less): nothing is owed to anybody; 10,000 times 1⅔: 10,000.
  const third = 2n ** 128n / 3n
  for (let place = 0; place < 20_000; place++) table.set(place, toParcel(place < 10_000 ? 2n : 1n, [0n, 0n, 0n], [0n, 0n]))
  const plenty = { reserve: 10n ** 9n, all: 1n }
  expect(table.owed(0, third, plenty)).toBe(0n)
  for (let place = 10_000; place < 20_000; place++) table.set(place, toParcel(5n, [0n, 0n, 0n], [0n, 0n]))
  expect(table.owed(0, third, plenty)).toBe(10_000n)
})
