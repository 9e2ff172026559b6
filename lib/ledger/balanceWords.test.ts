import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addAmount, setBalance, subtractAmount, toBalance, wordsPerBalance } from './balanceWords'

const largest = 2n ** 256n - 1n
const amount = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, largest), fc.constantFrom(0n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 64n, largest))
const balance = fc.oneof(fc.bigInt(-(2n ** 287n), 2n ** 287n - 1n), fc.constantFrom(0n, -1n, 2n ** 32n, -(2n ** 32n), largest, -largest))
const toAmountWords = (value: bigint) =>
  Uint32Array.from({ length: 8 }, (_, word) => Number((value >> BigInt(32 * (7 - word))) & 0xffff_ffffn))

describe('balances in words', () => {
  it('come back as they were written, and touch no neighbour', () => {
    fc.assert(
      fc.property(balance, (value) => {
        const words = new Uint32Array(3 * wordsPerBalance).fill(9)
        setBalance(words, wordsPerBalance, value)
        expect(toBalance(words, wordsPerBalance)).toBe(value)
        expect([...words.subarray(0, 9), ...words.subarray(18)]).toEqual(new Array(18).fill(9))
      }),
    )
  })

  it('add and subtract as bigints do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), amount), { maxLength: 20 }), (steps) => {
        const words = new Uint32Array(wordsPerBalance)
        let expected = 0n
        for (const [isAdded, value] of steps) {
          expected += isAdded ? value : -value
          if (isAdded) addAmount(words, 0, toAmountWords(value), 0)
          else subtractAmount(words, 0, toAmountWords(value), 0)
          expect(toBalance(words, 0)).toBe(expected)
        }
      }),
    )
  })
})
