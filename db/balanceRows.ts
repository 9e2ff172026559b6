import { NumericBytes } from './numericBytes'

/** A balance by its account's id, in nine words of `words` from `at` on. */
export interface HeldBalance {
  id: number
  words: Uint32Array
  at: number
}

const columns = 3
const pieceLength = 1 << 18
/** Number of columns; token and account, each behind its length */
const headLength = 2 + 2 * 8

/** Rows of `balances` as the bytes that a binary COPY reads, in pieces of many. */
export function* toBalanceRows(tokenId: number, balances: Iterable<HeldBalance>): Generator<Buffer> {
  const numeric = new NumericBytes()
  let [buffer, at] = [Buffer.allocUnsafe(pieceLength), 0]
  for (const { id, words, at: from } of balances) {
    numeric.append(words, from)
    const balance = numeric.take()
    if (at + headLength + balance.length > buffer.length) {
      yield buffer.subarray(0, at)
      ;[buffer, at] = [Buffer.allocUnsafe(pieceLength), 0]
    }
    at = buffer.writeInt16BE(columns, at)
    at = buffer.writeInt32BE(4, at)
    at = buffer.writeInt32BE(tokenId, at)
    at = buffer.writeInt32BE(4, at)
    at = buffer.writeInt32BE(id, at)
    at += balance.copy(buffer, at)
  }
  if (at > 0) yield buffer.subarray(0, at)
}
