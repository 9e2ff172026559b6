import { toView, writeInteger } from './binaryRow'
import { longestNumeric, writeNumeric } from './writeNumeric'

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
  let piece = Buffer.allocUnsafe(pieceLength)
  let [view, at] = [toView(piece), 0]
  for (const { id, words, at: from } of balances) {
    if (at + headLength + longestNumeric > pieceLength) {
      yield piece.subarray(0, at)
      piece = Buffer.allocUnsafe(pieceLength)
      ;[view, at] = [toView(piece), 0]
    }
    at = writeNumeric(view, writeHead(view, at, tokenId, id), words, from)
  }
  if (at > 0) yield piece.subarray(0, at)
}

function writeHead(view: DataView, at: number, tokenId: number, id: number): number {
  view.setInt16(at, columns)
  return writeInteger(view, writeInteger(view, at + 2, tokenId), id)
}
