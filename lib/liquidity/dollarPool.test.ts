import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { toDollarPool } from './dollarPool'
import { toPriceRoutes } from './priceRoutes'

const toAddress = (end: string): Address => `0x${end.padStart(40, '0')}`
const [pool, ether, dollar] = ['1', '2', '3'].map(toAddress) as [Address, Address, Address]
const money = { wrappedEther: ether, dollars: [dollar] }
const unit = 1n << 128n
const day = '2026-04-01'
const toDays = (mean: bigint) => [{ day: '2026-03-31', block: 1, mean: mean * 2n, close: mean }, { day, block: 2, mean, close: mean }]

/** An ether is worth 2,500 dollars: 2,500 units of 10⁻¹⁸ dollars for a wei. Some token is worth half an ether. */
const known = { day, ether: { values: [unit, unit / 2n] as const }, dollar: { values: [2500n * unit, 1250n * unit] as const } }

it('tells which token is ether, and the decimals of the dollar', () => {
  // One wei is 2500 / 10^12 units of a dollar with six decimals.
  const six = toDollarPool(pool, toDays((2500n * unit) / 10n ** 12n), known, money)
  expect(six?.facts.tokens.map(({ address, decimals }) => [address, decimals])).toEqual([[ether, 18], [dollar, 6]])
  // The other way round, with eighteen: a 2,500th of a wei for a unit.
  const eighteen = toDollarPool(pool, toDays(unit / 2500n), known, money)
  expect(eighteen?.facts.tokens.map(({ address, decimals }) => [address, decimals])).toEqual([[dollar, 18], [ether, 18]])
  // The day before six decimals cost twice as much, eighteen half as much.
  for (const [found, before] of [[six, 5000], [eighteen, 1250]] as const) {
    const routes = toPriceRoutes({ pools: [], dollarPool: found, money })
    for (const [on, dollars] of [[day, 2500], ['2026-03-31', before]] as const) {
      const price = routes.price(ether, 'dollar', on)
      if (price.status !== 'ok') throw new Error(price.reason)
      expect(Number(price.price) / 2 ** 128 / dollars).toBeCloseTo(1, 9)
    }
  }
})

it('tells nothing where that cannot be told', () => {
  const days = toDays(unit / 2500n)
  expect(toDollarPool(pool, days, { ...known, day: '2026-04-02' }, money)).toBeNull()
  expect(toDollarPool(pool, days, known, { wrappedEther: ether, dollars: [] })).toBeNull()
  expect(toDollarPool(pool, days, known, { dollars: [dollar] })).toBeNull()
  // 2,600 dollars are no power of ten of 2,500.
  expect(toDollarPool(pool, days, { ...known, dollar: { values: [2600n * unit, 1300n * unit] } }, money)).toBeNull()
  // At 1,000 dollars an ether either could be one.
  expect(toDollarPool(pool, toDays(unit / 1000n), { ...known, dollar: { values: [1000n * unit, 500n * unit] } }, money)).toBeNull()
})
