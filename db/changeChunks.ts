import { NumericBytes } from './numericBytes'

/** A chunk ends with the first block that fills it so far. */
const fullChunk = 4096

/** Type numbers of PostgreSQL (pg_type): its arrays name the type of what they hold. */
const types = { bigint: 20, integer: 23, numeric: 1700 }
const columns = 7
const arrayHead = 20

/** Of a row: its columns' number, token, first and last block; and then how many changes it holds. */
const countAt = 2 + 8 + 12 + 12 + 4

/**
 * Puts ids into a row in place of the numbers that its accounts had when they were added.
 *
 * @param ids by number
 * @returns the same row
 */
export function putIds(row: Buffer, ids: readonly number[]): Buffer {
  const count = row.readInt32BE(countAt)
  const first = countAt + 4 + (4 + arrayHead) + count * 12 + (4 + arrayHead) + 4
  for (let at = first; at < first + count * 8; at += 8) row.writeInt32BE(ids[row.readInt32BE(at)]!, at)
  return row
}

/** Chunks of `balance_changes` as the bytes that a binary COPY reads, written without an object for each change. */
export class ChangeChunks {
  private chunks: Buffer[] = []
  private count = 0
  private blocks = new Float64Array(2 * fullChunk)
  private accounts = new Int32Array(2 * fullChunk)
  private readonly balances = new NumericBytes()

  constructor(private readonly tokenId: number) {}

  /** Adds a change of an account, named by its id or by a number until `putIds`; its balance in words (see `wordsPerBalance`) from `at` on; blocks come in order. */
  append(blockNumber: number, account: number, words: Uint32Array, at: number): void {
    if (this.count >= fullChunk && this.blocks[this.count - 1] !== blockNumber) this.endChunk()
    if (this.count === this.blocks.length) this.enlarge()
    this.blocks[this.count] = blockNumber
    this.accounts[this.count] = account
    this.balances.append(words, at)
    this.count += 1
  }

  /** All chunks since it was last asked, a row each. */
  take(): Buffer[] {
    this.endChunk()
    const taken = this.chunks
    this.chunks = []
    return taken
  }

  private enlarge(): void {
    const [blocks, accounts] = [new Float64Array(this.count * 2), new Int32Array(this.count * 2)]
    blocks.set(this.blocks)
    accounts.set(this.accounts)
    ;[this.blocks, this.accounts] = [blocks, accounts]
  }

  private endChunk(): void {
    const { count, blocks, accounts } = this
    if (count === 0) return
    const balances = this.balances.take()
    const row = Buffer.allocUnsafe(2 + 2 * 8 + 2 * 12 + 3 * (4 + arrayHead) + count * (12 + 8) + balances.length)
    let at = row.writeInt16BE(columns)
    at = writeInteger(row, at, this.tokenId)
    at = writeBigint(row, at, blocks[0]!)
    at = writeBigint(row, at, blocks[count - 1]!)
    at = writeInteger(row, at, count)
    at = writeArrayHead(row, at, types.bigint, count, count * 12)
    for (let index = 0; index < count; index += 1) at = writeBigint(row, at, blocks[index]!)
    at = writeArrayHead(row, at, types.integer, count, count * 8)
    for (let index = 0; index < count; index += 1) at = writeInteger(row, at, accounts[index]!)
    at = writeArrayHead(row, at, types.numeric, count, balances.length)
    balances.copy(row, at)
    this.chunks.push(row)
    this.count = 0
  }
}

function writeInteger(row: Buffer, at: number, value: number): number {
  row.writeInt32BE(4, at)
  return row.writeInt32BE(value, at + 4)
}

function writeBigint(row: Buffer, at: number, value: number): number {
  row.writeInt32BE(8, at)
  row.writeInt32BE(Math.floor(value / 2 ** 32), at + 4)
  return row.writeUInt32BE(value % 2 ** 32, at + 8)
}

/** Length, one dimension, no nulls, the type of its members, how many they are, counted from one. */
function writeArrayHead(row: Buffer, at: number, type: number, count: number, length: number): number {
  for (const word of [arrayHead + length, 1, 0, type, count, 1]) at = row.writeInt32BE(word, at)
  return at
}
