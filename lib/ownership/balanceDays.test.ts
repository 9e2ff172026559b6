import { expect, it } from 'vitest'
import { toBalanceDays } from './balanceDays'

const days = [4, 9, 12, 20].map((block) => ({ day: `day ${block}`, block, timestamp: block, origin: 'ledger' as const, denominator: 100n }))

it('a day ends with the last change up to its block, and begins with the first', () => {
  const changes = [{ block: 5, balance: 7n }, { block: 9, balance: 8n }, { block: 13, balance: -1n }, { block: 20, balance: 0n }, { block: 21, balance: 5n }]
  expect(toBalanceDays(changes, days).map(({ day, balance }) => [day, balance])).toEqual([['day 9', 8n], ['day 12', 8n], ['day 20', 0n]])
  expect(toBalanceDays([], days)).toEqual([])
  expect(toBalanceDays([{ block: 30, balance: 1n }], days)).toEqual([])
})
