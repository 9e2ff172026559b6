import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { toHolderChanges } from './holderChanges'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [a, b, c, d, e] = [1, 2, 3, 4, 5].map(toAccount) as [Address, Address, Address, Address, Address]

it('tells who entered, left, grew and shrank, the largest move first, ties by address', () => {
  const before = new Map([[a, 5n], [b, 7n], [c, 1n], [d, 4n]])
  const after = new Map([[a, 2n], [b, 7n], [c, 4n], [e, 3n], [toAccount(6), 3n], [toAccount(7), 9n]])
  expect(toHolderChanges(before, after)).toEqual({
    entered: [
      { account: toAccount(7), before: 0n, after: 9n },
      { account: e, before: 0n, after: 3n },
      { account: toAccount(6), before: 0n, after: 3n },
    ],
    left: [{ account: d, before: 4n, after: 0n }],
    grew: [{ account: c, before: 1n, after: 4n }],
    shrank: [{ account: a, before: 5n, after: 2n }],
  })
})

it('takes a balance below zero for nothing', () => {
  expect(toHolderChanges(new Map([[a, -3n], [b, -1n]]), new Map([[a, 2n], [b, -2n]]))).toEqual({
    entered: [{ account: a, before: 0n, after: 2n }],
    left: [],
    grew: [],
    shrank: [],
  })
})

it('accounts for all that changed: the sum of the moves is what the holders have more', () => {
  const balances = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }).map(toAccount), fc.bigInt(0n, 10n ** 30n))).map((list) => new Map(list))
  const sum = (list: Iterable<bigint>) => [...list].reduce((one, other) => one + other, 0n)
  fc.assert(
    fc.property(balances, balances, (before, after) => {
      const { entered, left, grew, shrank } = toHolderChanges(before, after)
      const changes = [...entered, ...left, ...grew, ...shrank]
      expect(sum(changes.map((change) => change.after - change.before))).toBe(sum(after.values()) - sum(before.values()))
      expect(new Set(changes.map(({ account }) => account)).size).toBe(changes.length)
    }),
  )
})
