import { expect, it } from 'vitest'
import { toAddends } from './addends'

it('tells which amounts add up to a sum where only one choice does', () => {
  expect(toAddends([5n, 3n, 4n], 9n)).toEqual([0, 2])
  expect(toAddends([5n, 3n, 4n], 12n)).toEqual([0, 1, 2])
  expect(toAddends([5n, 3n], 0n)).toEqual([])
  expect(toAddends([], 0n)).toEqual([])
  // 5 + 3 = 8 and 8 alone; nothing comes to 7; more than there is.
  expect([toAddends([5n, 3n, 8n], 8n), toAddends([5n, 3n], 7n), toAddends([5n, 3n], 9n)]).toEqual([null, null, null])
})

it('tries no more than sixteen, and says of more only whether it is all or none', () => {
  const powers = Array.from({ length: 17 }, (_, place) => 2n ** BigInt(place))
  expect(toAddends(powers.slice(0, 16), 0b1000_0000_0000_0101n)).toEqual([0, 2, 15])
  expect(toAddends(powers, 5n)).toBeNull()
  expect(toAddends(powers, 2n ** 17n - 1n)).toHaveLength(17)
})
