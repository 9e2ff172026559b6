import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { hhiPartIds } from '@/lib/domain/hhiDrivers'
import { toHeldSquares, toHhiParts } from './hhiParts'

const account = (i: number) => `0x${i.toString(16).padStart(40, '0')}` as Address
const toHeld = (amounts: readonly bigint[]) => toHeldSquares({ total: 0n, squares: 0n }, amounts.map((after, i) => ({ account: account(i), before: 0n, after })))
const toChanges = (before: readonly bigint[], after: readonly bigint[]) => before.map((amount, i) => ({ account: account(i), before: amount, after: after[i]! }))

it('of 6, 4, 0 that become 0, 10, 10 by hand', () => {
  // Before: 36/100 + 16/100 = 0.52. After: 100/400 + 100/400 = 0.5. Who came adds 0.25, who left takes 0.36. The one who stayed held 4 of 10 and holds
  // 10 of 20: (100 − 16) × (1/100 + 1/400)/2 = 0.525 for what it has more, (16 + 100)/2 × (1/400 − 1/100) = −0.435 because all hold more.
  const parts = toHhiParts(toHeld([6n, 4n, 0n]), toChanges([6n, 4n, 0n], [0n, 10n, 10n]), new Set())!
  expect(parts).toEqual({ entry: 0.25, exit: -0.36, largest: 0, others: 0.525, supply: -0.435 })
  expect(toHhiParts(toHeld([6n, 4n, 0n]), toChanges([6n, 4n, 0n], [0n, 10n, 10n]), new Set([account(1)]))).toMatchObject({ largest: 0.525, others: 0 })
})

it('twice as much for everybody changes nothing: growth and supply cancel', () => {
  const parts = toHhiParts(toHeld([3n, 1n]), toChanges([3n, 1n], [6n, 2n]), new Set([account(0)]))!
  // 10 × (1/16 + 1/64)/2 less of each: (36 − 9) and (4 − 1) times 5/128; (10 + 40)/2 × (1/64 − 1/16)
  expect(parts).toEqual({ entry: 0, exit: 0, largest: 27 * 5 / 128, others: 3 * 5 / 128, supply: -25 * 3 / 64 })
  expect(parts.largest + parts.others + parts.supply).toBe(0)
})

it('counts who did not change among those who stayed: only the supply moves their shares', () => {
  // 2 and 2 of 4 become 2 and 2 of 8, as 4 come: 0.5 → 4/64·2 + 16/64 = 0.375. Entry 0.25, supply 8 × (1/64 − 1/16) = −0.375.
  expect(toHhiParts({ total: 4n, squares: 8n }, [{ account: account(9), before: 0n, after: 4n }], new Set())).toEqual({ entry: 0.25, exit: 0, largest: 0, others: 0, supply: -0.375 })
})

it('there are no parts where nobody holds anything before or after', () => {
  expect(toHhiParts(toHeld([]), toChanges([0n], [5n]), new Set())).toBeNull()
  expect(toHhiParts(toHeld([5n]), toChanges([5n], [0n]), new Set())).toBeNull()
})

it('adds up to the change, whoever comes, leaves and grows', () => {
  const amount = fc.oneof(fc.constant(0n), fc.bigInt(1n, 10n ** 27n))
  fc.assert(fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 30 }), fc.nat(29), (pairs, large) => {
    const [before, after] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
    const [was, is] = [toHeld(before), toHeld(after)]
    const parts = toHhiParts(was, toChanges(before, after), new Set([account(large)]))
    if (was.total === 0n || is.total === 0n) {
      expect(parts).toBeNull()
      return
    }
    // The difference of the two as one exact fraction, in millionths of a millionth
    const change = Number(((is.squares * was.total ** 2n - was.squares * is.total ** 2n) * 10n ** 15n) / (is.total ** 2n * was.total ** 2n)) / 1e15
    const size = hhiPartIds.reduce((sum, id) => sum + Math.abs(parts![id]), 1)
    expect(Math.abs(hhiPartIds.reduce((sum, id) => sum + parts![id], 0) - change)).toBeLessThan(4e-15 * size)
  }))
})
