import { maxTick, minTick } from './sqrtPriceAtTick'

/** Ticks of one word of the contract's bitmap: a step of a swap never goes past one. */
const wordSize = 256

/**
 * Which ticks of a Uniswap v3 pool are in use, in the words of its contract (TickBitmap of v3-core). A swap's step ends at the next tick in use or at
 * the border of a word, whichever comes first, and rounds there: whoever wants its fees to the unit must stop where it stops.
 *
 * @example const bitmap = new TickBitmap(60); bitmap.flip(-120); bitmap.next(0, true) // 0, a border; bitmap.next(-1, true) // -120
 */
export class TickBitmap {
  /** The word of tick 0 begins here. */
  readonly #origin: number
  readonly #bits: Uint32Array
  readonly #spacing: number

  constructor(spacing: number) {
    this.#spacing = spacing
    this.#origin = wordSize * Math.ceil(maxTick / spacing / wordSize + 1)
    this.#bits = new Uint32Array((2 * this.#origin) / 32)
  }

  /** In use becomes not in use, and the other way round. @param tick a multiple of the spacing */
  flip(tick: number): void {
    const place = tick / this.#spacing + this.#origin
    this.#bits[place >>> 5] = this.#bits[place >>> 5]! ^ (1 << (place & 31))
  }

  has(tick: number): boolean {
    const place = Math.floor(tick / this.#spacing) + this.#origin
    return tick % this.#spacing === 0 && ((this.#bits[place >>> 5]! >>> (place & 31)) & 1) === 1
  }

  /** Where a step from a tick ends at the latest: downwards at this tick or below it, upwards above it (nextInitializedTickWithinOneWord). */
  next(tick: number, down: boolean): number {
    const from = Math.floor(tick / this.#spacing) + this.#origin + (down ? 0 : 1)
    const found = (down ? this.#below(from) : this.#above(from)) - this.#origin
    return Math.min(Math.max(found * this.#spacing, minTick), maxTick)
  }

  #below(from: number): number {
    const border = from - (from % wordSize)
    let index = from >>> 5
    let bits = this.#bits[index]! & (0xffffffff >>> (31 - (from & 31)))
    while (bits === 0 && index > border >>> 5) bits = this.#bits[--index]!
    return bits === 0 ? border : 32 * index + 31 - Math.clz32(bits)
  }

  #above(from: number): number {
    const border = from - (from % wordSize) + wordSize - 1
    let index = from >>> 5
    let bits = this.#bits[index]! & (0xffffffff << (from & 31))
    while (bits === 0 && index < border >>> 5) bits = this.#bits[++index]!
    return bits === 0 ? border : 32 * index + 31 - Math.clz32(bits & -bits)
  }
}
