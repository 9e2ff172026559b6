import { wordsPerBalance } from '@/lib/ledger/balanceWords'

/** Halves of words that a balance has without its sign, the lowest first: half i counts 2^(16 i). */
const mostHalves = 2 * wordsPerBalance
/** 288 bits have 87 decimal digits at most: so many limbs to the base 10^8, of which each is two of a `numeric`'s digits, to the base 10^4. */
const mostLimbs = 11
const base = 1e8
/** Length, four words of its head, and its digits */
const longest = 4 + 8 + 4 * mostLimbs

/** The lowest half whose value reaches into a limb, for each limb */
const firstHalves = Array.from({ length: mostLimbs + 1 }, (_, limb) => {
  for (let half = 0; ; half += 1) if (2n ** BigInt(16 * half) >= 10n ** BigInt(8 * limb)) return half
})
/** What each half counts in each limb, from that limb's lowest half on */
const weights = firstHalves.map((first, limb) =>
  Float64Array.from({ length: Math.max(0, mostHalves - first) }, (_, half) => Number((2n ** BigInt(16 * (first + half)) / 10n ** BigInt(8 * limb)) % BigInt(base))),
)

/** Balances as PostgreSQL's binary `numeric`, one after the other, each behind its length: the members of an array. */
export class NumericBytes {
  private buffer = Buffer.allocUnsafe(1 << 17)
  private view = toView(this.buffer)
  private at = 0
  private readonly halves = new Float64Array(mostHalves)
  private readonly limbs = new Int32Array(mostLimbs)

  /** Adds the balance that stands in words from `from` on. */
  append(words: Uint32Array, from: number): void {
    if (this.at + longest > this.buffer.length) this.enlarge()
    const { view, limbs } = this
    const isNegative = words[from + wordsPerBalance - 1]! > 0x7fff_ffff
    const limbsCount = this.toLimbs(this.toHalves(words, from, isNegative))
    const hidden = limbsCount > 0 && limbs[limbsCount - 1]! < 10_000 ? 1 : 0
    const count = limbsCount * 2 - hidden
    let at = this.at
    view.setInt32(at, 8 + count * 2)
    view.setInt16(at + 4, count)
    view.setInt16(at + 6, count === 0 ? 0 : count - 1)
    view.setInt32(at + 8, isNegative ? 0x4000_0000 : 0)
    // A first digit of zero is none: it is written over the head's last two bytes, which are zero too.
    at += 12 - 2 * hidden
    for (let limb = limbsCount - 1; limb >= 0; limb -= 1, at += 4) {
      const both = limbs[limb]!
      const upper = (both / 10_000) | 0
      view.setInt32(at, (upper << 16) | (both - upper * 10_000))
    }
    this.at = at
  }

  /** Parts the balance without its sign into halves of words; how many there are up to the highest that is not zero. */
  private toHalves(words: Uint32Array, from: number, isNegative: boolean): number {
    const { halves } = this
    let last = wordsPerBalance
    if (isNegative) {
      let carry = 1
      for (let word = 0; word < wordsPerBalance; word += 1) {
        const value = (~words[from + word]! >>> 0) + carry
        carry = value > 0xffff_ffff ? 1 : 0
        halves[word * 2] = value & 0xffff
        halves[word * 2 + 1] = (value >>> 16) & 0xffff
      }
    } else {
      while (last > 0 && words[from + last - 1] === 0) last -= 1
      for (let word = 0; word < last; word += 1) {
        const value = words[from + word]!
        halves[word * 2] = value & 0xffff
        halves[word * 2 + 1] = value >>> 16
      }
    }
    let count = last * 2
    while (count > 0 && halves[count - 1] === 0) count -= 1
    return count
  }

  /** Adds up what the halves count in each limb, and carries; how many limbs there are. Nothing is rounded: all sums are below 2^53. */
  private toLimbs(halvesCount: number): number {
    const { halves, limbs } = this
    let limb = 0
    for (let carry = 0; carry > 0 || firstHalves[limb]! < halvesCount; limb += 1) {
      const [first, weight] = [firstHalves[limb]!, weights[limb]!]
      let sum = carry
      for (let half = first; half < halvesCount; half += 1) sum += halves[half]! * weight[half - first]!
      carry = Math.floor(sum / base)
      limbs[limb] = sum - carry * base
    }
    return limb
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
    this.view = toView(larger)
  }
}

/** Written through a view: a buffer's own methods check each number again. */
const toView = (bytes: Buffer) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
