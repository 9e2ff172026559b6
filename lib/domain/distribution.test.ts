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
