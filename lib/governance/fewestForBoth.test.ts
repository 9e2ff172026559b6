import { expect, it } from 'vitest'
import { fewestForBoth, type Gain } from './fewestForBoth'

const gain = (margin: number, quorum: number): Gain => ({ margin: BigInt(margin), quorum: BigInt(quorum) })

it('mixes where neither order is the best', () => {
  // 5 and 5 twice are 10 and 10; the two largest of one gain bring 17 of it and 1 of the other.
  const gains = [gain(9, 0), gain(8, 1), gain(0, 9), gain(1, 8), gain(5, 5), gain(5, 5)]
  expect(fewestForBoth(gains, gain(10, 10))).toEqual({ count: 2, exact: true })
  // 36 in all: the three that bring the most of both together have 10 + 10 + 9. Four do: 9 + 8 + 0 + 1 and 0 + 1 + 9 + 8.
  expect(fewestForBoth(gains, gain(18, 18))).toEqual({ count: 4, exact: true })
})

it('takes nothing where not even all are enough', () => expect(fewestForBoth([gain(5, 5)], gain(6, 1))).toBeNull())

it('says where fewer may do', () => {
  // Thirty proportions. 114 + 113 + 112 of each gain are 339: six are enough. Nobody brings more than 114 + 14 of both: for 600 it takes five.
  const many = Array.from({ length: 15 }, (_, place) => [gain(100 + place, place), gain(place, 100 + place)]).flat()
  const found = fewestForBoth(many, gain(300, 300))
  expect(found).toMatchObject({ exact: false })
  expect([5, 6]).toContain(found?.count)
})

it('of thousands who split their votes each in another way', () => {
  const many = Array.from({ length: 5000 }, (_, place) => gain(1000 + place * 7, 9000 - place))
  // Nobody brings more than 9,000 of the quorum: at least 12 for 100,000. The 25 with the largest margins bring 4,001 and more of it each: enough.
  const found = fewestForBoth(many, gain(100_000, 100_000))
  expect(found!.count).toBeGreaterThanOrEqual(12)
  expect(found!.count).toBeLessThanOrEqual(25)
})
