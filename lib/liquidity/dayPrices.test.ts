import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openDayPrices, toDayPrices } from './dayPrices'

const days = [
  { day: '2026-04-01', firstBlock: 10, lastBlock: 19 },
  { day: '2026-04-02', firstBlock: 20, lastBlock: 24 },
  { day: '2026-04-03', firstBlock: 25, lastBlock: 34 },
]

it('weighs each block at the price after its last log, and rounds the mean down', () => {
  // First price at block 12: 12 to 16 cost 7 (five blocks), the 100 of block 17 is replaced within it by 10: 17 to 19 (three): 65 / 8 = 8.125.
  // The second day has no trade: 10. On the third, block 25 to 33 cost 10 (nine), block 34 costs 21: 111 / 10 = 11.1.
  const prices = [
    { blockNumber: 12, price: 7n },
    { blockNumber: 17, price: 100n },
    { blockNumber: 17, price: 10n },
    { blockNumber: 34, price: 21n },
  ]
  expect(toDayPrices(prices, days)).toEqual([
    { day: '2026-04-01', block: 19, mean: 8n, close: 10n },
    { day: '2026-04-02', block: 24, mean: 10n, close: 10n },
    { day: '2026-04-03', block: 34, mean: 11n, close: 21n },
  ])
})

it('leaves out days before the first price, ignores what comes after the last day, and goes on from an earlier close', () => {
  expect(toDayPrices([{ blockNumber: 24, price: 5n }, { blockNumber: 35, price: 9n }], days)).toEqual([
    { day: '2026-04-02', block: 24, mean: 5n, close: 5n },
    { day: '2026-04-03', block: 34, mean: 5n, close: 5n },
  ])
  expect(toDayPrices([], days)).toEqual([])
  expect(toDayPrices([], days.slice(1, 2), 4n)).toEqual([{ day: '2026-04-02', block: 24, mean: 4n, close: 4n }])
})

it('does not take blocks out of order', () => {
  const fold = openDayPrices(days)
  fold.add(20, 1n)
  expect(() => fold.add(19, 1n)).toThrow('block 19 comes after block 20')
})

it('is what asking each block for its price gives, in one piece or in two', () => {
  const log = fc.record({ blockNumber: fc.integer({ min: 0, max: 40 }), price: fc.bigInt(1n, 2n ** 200n) })
  fc.assert(
    fc.property(fc.array(log, { maxLength: 30 }), fc.integer({ min: 0, max: 3 }), (logs, cut) => {
      const sorted = [...logs].sort((a, b) => a.blockNumber - b.blockNumber)
      const priceAt = (block: number) => sorted.filter(({ blockNumber }) => blockNumber <= block).at(-1)?.price
      const expected = days.flatMap(({ day, firstBlock, lastBlock }) => {
        const known = Array.from({ length: lastBlock - firstBlock + 1 }, (_, i) => priceAt(firstBlock + i)).filter((price) => price !== undefined)
        return known.length ? [{ day, block: lastBlock, mean: known.reduce((a, b) => a + b) / BigInt(known.length), close: known.at(-1)! }] : []
      })
      expect(toDayPrices(sorted, days)).toEqual(expected)
      const end = days[cut - 1]?.lastBlock ?? 9
      const begun = toDayPrices(sorted.filter(({ blockNumber }) => blockNumber <= end), days.slice(0, cut))
      const before = begun.at(-1)?.close ?? priceAt(end) ?? null
      expect([...begun, ...toDayPrices(sorted.filter(({ blockNumber }) => blockNumber > end), days.slice(cut), before)]).toEqual(expected)
    }),
  )
})
