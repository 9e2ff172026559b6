import { SpareMemory } from '@/lib/domain/spareMemory'
import { toView, writeInteger } from './binaryRow'
import { longestNumeric, writeNumeric } from './writeNumeric'

/** A chunk ends with the first block that fills it so far. */
const fullChunk = 4096

/** Type numbers of PostgreSQL (pg_type): its arrays name the type of what they hold. */
const types = { bigint: 20, integer: 23, numeric: 1700 }
const columns = 7
const arrayHead = 20

/** Rows of two pieces: one is being written to Postgres while the next one is made. */
const mostSpare = 128

/** Of a row: its columns' number, token, first and last block; and then how many changes it holds. */
const countAt = 2 + 8 + 12 + 12 + 4

/**
 * Puts ids into a row in place of the numbers that its accounts had when they were added.
 *
 * @param ids by number
 * @returns the same row
 */
export function putIds(row: Buffer, ids: readonly number[]): Buffer {
  const view = toView(row)
  const count = view.getInt32(countAt)
  const first = countAt + 4 + (4 + arrayHead) + count * 12 + (4 + arrayHead) + 4
  for (let at = first; at < first + count * 8; at += 8) view.setInt32(at, ids[view.getInt32(at)]!)
  return row
}

/** Chunks of `balance_changes` as the bytes that a binary COPY reads, written without an object for each change. */
export class ChangeChunks {
  private chunks: Buffer[] = []
  private count = 0
  private blocks = new Float64Array(2 * fullChunk)
  private accounts = new Int32Array(2 * fullChunk)
  /** Each as PostgreSQL's `numeric`, one after the other, up to `end` */
  private balances = new DataView(new ArrayBuffer(2 * fullChunk * longestNumeric))
  private end = 0
  private readonly spare = new SpareMemory(mostSpare, 1 << 16)

  constructor(private readonly tokenId: number) {}

  /** Adds a change of an account, named by its id or by a number until `putIds`; its balance in words (see `wordsPerBalance`) from `at` on; blocks come in order. */
  append(blockNumber: number, account: number, words: Uint32Array, at: number): void {
    if (this.count >= fullChunk && this.blocks[this.count - 1] !== blockNumber) this.endChunk()
    if (this.count === this.blocks.length) this.enlarge()
    this.blocks[this.count] = blockNumber
    this.accounts[this.count] = account
    this.end = writeNumeric(this.balances, this.end, words, at)
    this.count += 1
  }

  /** All chunks since it was last asked, a row each. */
  take(): Buffer[] {
    this.endChunk()
    const taken = this.chunks
    this.chunks = []
    return taken
  }

  /** Says that rows are not read any more: their memory is the next ones'. */
  giveBack(rows: readonly Buffer[]): void {
    for (const row of rows) this.spare.giveBack(row as Buffer<ArrayBuffer>)
  }

  private enlarge(): void {
    const room = this.count * 2
    const [blocks, accounts, balances] = [new Float64Array(room), new Int32Array(room), new Uint8Array(room * longestNumeric)]
    blocks.set(this.blocks)
    accounts.set(this.accounts)
    balances.set(new Uint8Array(this.balances.buffer, 0, this.end))
    ;[this.blocks, this.accounts, this.balances] = [blocks, accounts, new DataView(balances.buffer)]
  }

  private endChunk(): void {
    const { tokenId, count, blocks, accounts } = this
    if (count === 0) return
    const balances = new Uint8Array(this.balances.buffer, 0, this.end)
    const length = 2 + 2 * 8 + 2 * 12 + 3 * (4 + arrayHead) + count * (12 + 8) + balances.length
    const row = Buffer.from(this.spare.take(length).buffer, 0, length)
    row.set(balances, writeRow(toView(row), { tokenId, count, blocks, accounts, balancesLength: balances.length }))
    this.chunks.push(row)
    ;[this.count, this.end] = [0, 0]
  }
}

interface Row {
  tokenId: number
  count: number
  blocks: Float64Array
  accounts: Int32Array
  balancesLength: number
}

/** Writes a row up to its balances; where they begin. Apart from the class, whose fields change: code that is made fast stays so. */
function writeRow(row: DataView, { tokenId, count, blocks, accounts, balancesLength }: Row): number {
  row.setInt16(0, columns)
  let at = writeInteger(row, 2, tokenId)
  at = writeBigint(row, at, blocks[0]!)
  at = writeBigint(row, at, blocks[count - 1]!)
  at = writeInteger(row, at, count)
  at = writeArrayHead(row, at, types.bigint, count, count * 12)
  for (let index = 0; index < count; index += 1) at = writeBigint(row, at, blocks[index]!)
  at = writeArrayHead(row, at, types.integer, count, count * 8)
  for (let index = 0; index < count; index += 1) at = writeInteger(row, at, accounts[index]!)
  return writeArrayHead(row, at, types.numeric, count, balancesLength)
}

function writeBigint(row: DataView, at: number, value: number): number {
  row.setInt32(at, 8)
  row.setInt32(at + 4, Math.floor(value / 2 ** 32))
  row.setUint32(at + 8, value % 2 ** 32)
  return at + 12
}

/** Length, one dimension, no nulls, the type of its members, how many they are, counted from one. */
function writeArrayHead(row: DataView, at: number, type: number, count: number, length: number): number {
  for (const word of [arrayHead + length, 1, 0, type, count, 1]) {
    row.setInt32(at, word)
    at += 4
  }
  return at
}
