import { expect, it } from 'vitest'
import { columnWordLists, toColumnWords } from './columnWords'

it('a column is described once: two lists that said something of it would hide one another', () => {
  const names = columnWordLists.flatMap((list) => Object.keys(list))
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

it('knows the columns of lists, of pools and of pairs, and no other', () => {
  expect(toColumnWords('balance_raw').en).toBe('Amount in smallest units')
  expect(toColumnWords('token1_amount_raw').en).toBe('Part of the reserve in smallest units')
  expect(toColumnWords('both_with_3').en).toMatch(/place 3/)
  expect(toColumnWords('share_in_demo_swap_pct').de).toMatch(/Halter von demo_swap/)
  expect(toColumnWords('hundredth_in_common').en).toBe('Of the largest hundredth instead of the 100 largest: How many are on both lists')
  expect(() => toColumnWords('nobody')).toThrow(/says nothing of the column "nobody"/)
})
