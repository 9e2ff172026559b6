import type { Address } from './address'

/**
 * In which order holders stand: largest amount first, ties by address.
 *
 * Amounts are sorted as the bits of doubles, which for positive numbers sort as the doubles do. Holders whose bits are equal are then
 * settled by bigint and address: the order is exact.
 *
 * @param doubles the amounts as doubles
 * @param amounts positive
 * @returns places in the list
 * @example toOrder([a, b], [1n, 3n], Float64Array.of(1, 3)) // Uint32Array [1, 0]
 */
export function toOrder(accounts: readonly Address[], amounts: readonly bigint[], doubles: Float64Array): Uint32Array {
  return sortLargestFirst(new Uint32Array(doubles.slice().buffer), (tied) => {
    const amount = amounts[tied[0]!]!
    // After an airdrop thousands hold the same.
    if (tied.length > fewTied && tied.every((place) => amounts[place] === amount)) sortByAddress(accounts, tied)
    else tied.sort((a, b) => compare(accounts, amounts, a, b))
  })
}

/** So few are settled one by one. */
const fewTied = 16

const [low, high] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]

/**
 * Sorts 64-bit keys, each given as two words. A key's last bits give way to its place in the list, so that one native sort of numbers
 * brings the places along; those whose remaining bits are equal are handed to `settle`, which orders them.
 */
function sortLargestFirst(words: Uint32Array, settle: (tied: Uint32Array) => void): Uint32Array {
  const count = words.length / 2
  const placeMask = 2 ** (32 - Math.clz32(Math.max(1, count - 1))) - 1
  for (let i = 0; i < count; i++) words[2 * i + low] = (words[2 * i + low]! & ~placeMask) | i
  new BigUint64Array(words.buffer).sort()
  const order = new Uint32Array(count)
  for (let i = 0, from = count - 1; i < count; i++, from--) order[i] = words[2 * from + low]! & placeMask
  const isTied = (from: number) =>
    words[2 * from + high] === words[2 * from - 2 + high] && ((words[2 * from + low]! ^ words[2 * from - 2 + low]!) & ~placeMask) === 0
  for (let start = 0, end = 1; start < count; start = end++) {
    while (end < count && isTied(count - end)) end++
    if (end - start > 1) settle(order.subarray(start, end))
  }
  return order
}

/** The first 16 digits of an address are its key; those that share them are compared. */
function sortByAddress(accounts: readonly Address[], tied: Uint32Array): void {
  const words = new Uint32Array(2 * tied.length)
  // The smallest address is to stand first.
  tied.forEach((place, i) => {
    words[2 * i + high] = ~toWord(accounts[place]!, 2)
    words[2 * i + low] = ~toWord(accounts[place]!, 10)
  })
  const order = sortLargestFirst(words, (same) => same.sort((a, b) => (accounts[tied[a]!]! < accounts[tied[b]!]! ? -1 : 1)))
  tied.set(order.map((i) => tied[i]!))
}

/** Eight hexadecimal digits as a number. */
function toWord(account: Address, from: number): number {
  let word = 0
  for (let i = from; i < from + 8; i++) {
    const code = account.charCodeAt(i)
    word = (word << 4) | ((code & 15) + (code >> 6) * 9)
  }
  return word
}

function compare(accounts: readonly Address[], amounts: readonly bigint[], a: number, b: number): number {
  const [x, y] = [amounts[a]!, amounts[b]!]
  return x > y ? -1 : x < y ? 1 : accounts[a]! < accounts[b]! ? -1 : 1
}
