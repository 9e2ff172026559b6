import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from './address'
import { toDistribution } from './distribution'

const account = (digit: string) => `0x${digit.repeat(40)}` as Address

it('orders by amount, then by address, whatever order the claims come in', () => {
  const claims = [
    { account: account('c'), amount: 5n },
    { account: account('a'), amount: 5n },
    { account: account('b'), amount: 9n },
  ]
  const there = toDistribution(claims)
  expect(there.accounts).toEqual([account('b'), account('a'), account('c')])
  expect(toDistribution(claims.toReversed())).toEqual(there)
})

it('adds up the claims of one account and drops zeros', () => {
  const distribution = toDistribution([
    { account: account('a'), amount: 1n },
    { account: account('b'), amount: 0n },
    { account: account('a'), amount: 2n },
  ])
  expect(distribution.amounts).toEqual([3n])
  expect(distribution.total).toBe(3n)
})

it('refuses a negative amount and cannot be changed', () => {
  expect(() => toDistribution([{ account: account('a'), amount: -1n }])).toThrow('negative amount -1')
  const distribution = toDistribution([{ account: account('a'), amount: 1n }])
  expect(() => (distribution.amounts as bigint[]).push(2n)).toThrow(TypeError)
})

it('orders exactly where doubles cannot: many near ties, and amounts up to 2^256 − 1', () => {
  const amount = fc.oneof(fc.bigInt(1n, 3n), fc.bigInt(2n ** 70n, 2n ** 70n + 3n), fc.bigInt(1n, 2n ** 256n - 1n))
  const index = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(fc.array(fc.record({ index, amount }), { maxLength: 200 }), (claims) => {
      const sums = new Map<Address, bigint>()
      const list = claims.map(({ index, amount }) => ({ account: `0x${index.toString(16).padStart(2, '0').repeat(20)}` as Address, amount }))
      for (const { account, amount } of list) sums.set(account, (sums.get(account) ?? 0n) + amount)
      const sorted = [...sums].sort(([one, x], [other, y]) => (x > y ? -1 : x < y ? 1 : one < other ? -1 : 1))
      const { accounts, amounts, columns } = toDistribution(list)
      expect(accounts.map((account, i) => [account, amounts[i]])).toEqual(sorted)
      amounts.forEach((amount, i) => expect(columns.digits.reduce((sum, column, d) => sum + (BigInt(column[i]!) << BigInt(32 * d)), 0n)).toBe(amount))
      expect([...columns.doubles]).toEqual(amounts.map(Number))
    }),
  )
})

it.each([
  ['begin differently', (digits: string) => `${digits}${'0'.repeat(37)}`],
  ['begin alike for whoever looks at eight digits only', (digits: string) => `${'0'.repeat(37)}${digits}`],
])('keeps thousands apart who hold the same and %s, and adds up those who come again', (_, toDigits) => {
  const toClaim = (index: number) => ({ account: `0x${toDigits(index.toString(16).padStart(3, '0'))}` as Address, amount: 10n ** 20n })
  const once = Array.from({ length: 4096 }, (_, index) => toClaim((index * 1001) % 4096))
  const distribution = toDistribution([...once, toClaim(5), { account: toClaim(6).account, amount: 0n }])
  expect(distribution.accounts).toEqual([toClaim(5).account, ...once.map(({ account }) => account).sort().filter((account) => account !== toClaim(5).account)])
  expect(distribution.amounts.slice(0, 2)).toEqual([2n * 10n ** 20n, 10n ** 20n])
  expect(distribution.total).toBe(4097n * 10n ** 20n)
})
