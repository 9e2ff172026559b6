/**
 * Memory that nobody reads any more, kept for what is made next. To take new memory for each piece of a long run takes longer than to fill it,
 * and the collector sweeps what is old again and again for it.
 *
 * @example
 * const spare = new SpareMemory(4, 1 << 20)
 * const bytes = spare.take(3_000_000) // of this length; what is in it is whatever was there before
 * spare.giveBack(bytes)
 */
export class SpareMemory {
  private readonly kept: ArrayBuffer[] = []

  /**
   * @param most pieces that are kept at once
   * @param step bytes to whole multiples of which memory is taken; shorter pieces are not worth keeping
   */
  constructor(
    private readonly most: number,
    private readonly step: number,
  ) {}

  take(length: number): Uint8Array<ArrayBuffer> {
    if (length < this.step) return new Uint8Array(length)
    const fitting = this.kept.findIndex(({ byteLength }) => byteLength >= length && byteLength <= length * 4)
    if (fitting >= 0) return new Uint8Array(this.kept.splice(fitting, 1)[0]!, 0, length)
    // Pieces of one run are about as long as each other: a little more room fits the next one too.
    return new Uint8Array(new ArrayBuffer(Math.ceil((length * 1.1) / this.step) * this.step), 0, length)
  }

  /** Says that bytes which were taken are not read any more, neither these nor any others of the same memory. */
  giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
    if (buffer.byteLength < this.step) return
    this.kept.push(buffer)
    // The smallest that fits is found first.
    this.kept.sort((a, b) => a.byteLength - b.byteLength)
    // And the smallest goes: pieces grow with a run, and what is too small would never be taken again.
    if (this.kept.length > this.most) this.kept.shift()
  }
}
