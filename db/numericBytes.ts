/** The longest: length, four words of its head, and twenty digits of 10,000 for 78 decimal ones. */
const longest = 4 + 8 + 2 * 20

/** Whole numbers as PostgreSQL's binary `numeric`, one after the other, each behind its length: the members of an array. */
export class NumericBytes {
  private buffer = Buffer.allocUnsafe(1 << 17)
  private at = 0

  append(value: bigint): void {
    if (this.at + longest > this.buffer.length) this.enlarge()
    const { buffer } = this
    const isNegative = value < 0n
    const text = (isNegative ? -value : value).toString()
    const isZero = text === '0'
    // Digits to the base 10,000: the first of 1 to 4 decimal ones, all others of 4.
    const digits = isZero ? 0 : (text.length + 3) >> 2
    const weight = isZero ? 0 : digits - 1
    let at = this.at
    at = writeShort(buffer, at, 0)
    at = writeShort(buffer, at, 8 + digits * 2)
    at = writeShort(buffer, at, digits)
    at = writeShort(buffer, at, weight)
    at = writeShort(buffer, at, isNegative ? 0x4000 : 0)
    at = writeShort(buffer, at, 0)
    let place = 0
    for (let digit = 0; digit < digits; digit += 1) {
      let number = 0
      for (const end = text.length - (digits - 1 - digit) * 4; place < end; place += 1) number = number * 10 + text.charCodeAt(place) - 48
      at = writeShort(buffer, at, number)
    }
    this.at = at
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
