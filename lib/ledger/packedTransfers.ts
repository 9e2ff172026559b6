import type { Address } from '../domain/address'
import type { Transfer } from './foldTransfers'

/** Words of 32 bits that one transfer takes: sender 5, receiver 5, amount 8, each with its highest word first. */
export const wordsPerTransfer = 18

/** Many transfers as numbers in a few arrays: a tenth of the memory of objects, and nothing for the garbage collector to walk. */
export interface PackedTransfers {
  count: number
  blockNumbers: Float64Array
  logIndexes: Float64Array
  /** `wordsPerTransfer` for each transfer */
  words: Uint32Array
}

/** Packs transfers. The opposite of `unpackTransfers`. */
export function packTransfers(transfers: readonly Transfer[]): PackedTransfers {
  const words = new Uint32Array(transfers.length * wordsPerTransfer)
  transfers.forEach(({ from, to, amount }, index) => {
    const hex = `${from.slice(2)}${to.slice(2)}${amount.toString(16).padStart(64, '0')}`
    for (let word = 0; word < wordsPerTransfer; word += 1)
      words[index * wordsPerTransfer + word] = Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16)
  })
  return {
    count: transfers.length,
    blockNumbers: Float64Array.from(transfers, ({ blockNumber }) => blockNumber),
    logIndexes: Float64Array.from(transfers, ({ logIndex }) => logIndex),
    words,
  }
}

/**
 * The transfers as objects: for tests, and for whoever has few.
 *
 * @example unpackTransfers(packTransfers([transfer])) // [transfer]
 */
export function unpackTransfers({ count, blockNumbers, logIndexes, words }: PackedTransfers): Transfer[] {
  const toHex = (from: number, length: number) =>
    `0x${Array.from(words.subarray(from, from + length), (word) => word.toString(16).padStart(8, '0')).join('')}` as Address
  return Array.from({ length: count }, (_, index) => {
    const at = index * wordsPerTransfer
    return {
      from: toHex(at, 5),
      to: toHex(at + 5, 5),
      amount: BigInt(toHex(at + 10, 8)),
      blockNumber: blockNumbers[index]!,
      logIndex: logIndexes[index]!,
    }
  })
}
