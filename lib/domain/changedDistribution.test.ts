import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from './address'
import { toChangedDistribution } from './changedDistribution'
import { toDistribution } from './distribution'

const toAccount = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [a, b, c] = [toAccount(1), toAccount(2), toAccount(3)] as const

it('by hand: one leaves, one enters, one grows past another', () => {
  const before = toDistribution([{ account: a, amount: 9n }, { account: b, amount: 5n }])
  const after = toChangedDistribution(before, [{ account: a, before: 9n, after: 0n }, { account: c, before: 0n, after: 5n }, { account: b, before: 5n, after: 7n }])
  expect([after.accounts, after.amounts, after.total]).toEqual([[b, c], [7n, 5n], 12n])
  expect(before.amounts).toEqual([9n, 5n])
})

it('is what sorting everything gives, near ties, large amounts and columns included', () => {
  // Few accounts and amounts that a double cannot tell apart, so that ties are met often.
  const amount = fc.oneof(fc.constant(0n), fc.bigInt(1n, 5n), fc.bigInt(2n ** 90n, 2n ** 90n + 5n), fc.bigInt(1n, 2n ** 256n - 1n))
  const day = fc.uniqueArray(fc.record({ index: fc.integer({ min: 0, max: 40 }), after: amount }), { selector: ({ index }) => index })
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 6 }), (days) => {
      const held = new Map<Address, bigint>()
      let running = toDistribution([])
      for (const changes of days) {
        running = toChangedDistribution(
          running,
          changes.map(({ index, after }) => ({ account: toAccount(index), before: held.get(toAccount(index)) ?? 0n, after })),
        )
        for (const { index, after } of changes) held.set(toAccount(index), after)
        expect(running).toEqual(toDistribution([...held].map(([account, amount]) => ({ account, amount }))))
      }
    }),
  )
})

it('refuses what cannot be', () => {
  const before = toDistribution([{ account: a, amount: 9n }])
  expect(() => toChangedDistribution(before, [{ account: a, before: 9n, after: -1n }])).toThrow('negative amount -1')
  expect(() => toChangedDistribution(before, [{ account: a, before: 8n, after: 1n }])).toThrow('did not hold 8')
  expect(() => toChangedDistribution(before, [{ account: b, before: 9n, after: 1n }])).toThrow('did not hold 9')
})
