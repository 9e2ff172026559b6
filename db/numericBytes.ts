import { wordsPerBalance } from '@/lib/ledger/balanceWords'

/** 288 bits have 87 decimal digits at most, 22 to the base 10,000. */
const mostDigits = 22
/** Length, four words of its head, and its digits */
const longest = 4 + 8 + 2 * mostDigits

/** Balances as PostgreSQL's binary `numeric`, one after the other, each behind its length: the members of an array. */
export class NumericBytes {
  private buffer = Buffer.allocUnsafe(1 << 17)
  private at = 0
  private readonly halves = new Uint16Array(2 * wordsPerBalance)
  private readonly digits = new Uint16Array(mostDigits)

  /** Adds the balance that stands in words from `from` on. */
  append(words: Uint32Array, from: number): void {
    if (this.at + longest > this.buffer.length) this.enlarge()
    const { buffer } = this
    const isNegative = words[from + wordsPerBalance - 1]! > 0x7fff_ffff
    const count = this.toDigits(this.toHalves(words, from, isNegative))
    let at = this.at
    at = writeShort(buffer, at, 0)
    at = writeShort(buffer, at, 8 + count * 2)
    at = writeShort(buffer, at, count)
    at = writeShort(buffer, at, count === 0 ? 0 : count - 1)
    at = writeShort(buffer, at, isNegative ? 0x4000 : 0)
    at = writeShort(buffer, at, 0)
    for (let digit = count - 1; digit >= 0; digit -= 1) at = writeShort(buffer, at, this.digits[digit]!)
    this.at = at
  }

  /** Parts the balance without its sign into halves of words, the lowest first; how many there are up to the highest that is not zero. */
  private toHalves(words: Uint32Array, from: number, isNegative: boolean): number {
    const { halves } = this
    let count = 0
    let carry = 1
    for (let word = 0; word < wordsPerBalance; word += 1) {
      let value = words[from + word]!
      if (isNegative) {
        value = (~value >>> 0) + carry
        carry = value > 0xffff_ffff ? 1 : 0
      }
      halves[word * 2] = value
      halves[word * 2 + 1] = value >>> 16
      if (halves[word * 2] !== 0) count = word * 2 + 1
      if (halves[word * 2 + 1] !== 0) count = word * 2 + 2
    }
    return count
  }

  /** Divides the halves by 10,000 until nothing is left: the rests are the digits, the lowest first. Their number. */
  private toDigits(halvesCount: number): number {
    const { halves, digits } = this
    let count = 0
    for (let left = halvesCount; left > 0; count += 1) {
      let rest = 0
      for (let half = left - 1; half >= 0; half -= 1) {
        // Below 10,000 × 2^16: an integer of 31 bits, whose division costs no more than a multiplication.
        const part = (rest << 16) | halves[half]!
        const quotient = (part / 10_000) | 0
        halves[half] = quotient
        rest = part - quotient * 10_000
      }
      digits[count] = rest
      if (halves[left - 1] === 0) left -= 1
    }
    return count
  }

  /** All since it was last asked; valid until the next `append`. */
  take(): Buffer {
    const taken = this.buffer.subarray(0, this.at)
    this.at = 0
    return taken
  }

  private enlarge(): void {
    const larger = Buffer.allocUnsafe(this.buffer.length * 2)
    this.buffer.copy(larger, 0, 0, this.at)
    this.buffer = larger
  }
}

function writeShort(buffer: Buffer, at: number, value: number): number {
  buffer[at] = value >> 8
  buffer[at + 1] = value & 255
  return at + 2
}
