import type { Address } from './address'

/**
 * In which order holders stand: largest amount first, ties by address.
 *
 * Amounts are sorted as the bits of doubles, which for positive numbers sort as the doubles do: each bit pattern's last bits give way to
 * the holder's place in the list, so that one native sort of 64-bit numbers brings the places along. Holders whose remaining bits are
 * equal are then settled by bigint and address: the order is exact.
 *
 * @param doubles the amounts as doubles
 * @param amounts positive
 * @returns places in the list
 * @example toOrder([a, b], [1n, 3n], Float64Array.of(1, 3)) // Uint32Array [1, 0]
 */
export function toOrder(accounts: readonly Address[], amounts: readonly bigint[], doubles: Float64Array): Uint32Array {
  const count = amounts.length
  const keys = doubles.slice()
  const words = new Uint32Array(keys.buffer)
  const placeMask = 2 ** (32 - Math.clz32(Math.max(1, count - 1))) - 1
  for (let i = 0; i < count; i++) words[2 * i + low] = (words[2 * i + low]! & ~placeMask) | i
  new BigUint64Array(keys.buffer).sort()
  const order = new Uint32Array(count)
  for (let i = 0, from = count - 1; i < count; i++, from--) order[i] = words[2 * from + low]! & placeMask
  const isTied = (i: number) => {
    const one = 2 * (count - 1 - i)
    return words[one + high] === words[one - 2 + high] && ((words[one + low]! ^ words[one - 2 + low]!) & ~placeMask) === 0
  }
  for (let start = 0, end = 1; start < count; start = end++) {
    while (end < count && isTied(end - 1)) end++
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compare(accounts, amounts, a, b))
  }
  return order
}

const [low, high] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]

function compare(accounts: readonly Address[], amounts: readonly bigint[], a: number, b: number): number {
  const [x, y] = [amounts[a]!, amounts[b]!]
  return x > y ? -1 : x < y ? 1 : accounts[a]! < accounts[b]! ? -1 : 1
}
