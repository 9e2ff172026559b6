import { wordsPerBalance } from '@/lib/ledger/balanceWords'

/** Halves of words that a balance has without its sign, the lowest first: half i counts 2^(16 i). */
const mostHalves = 2 * wordsPerBalance
/** 288 bits have 87 decimal digits at most: so many limbs to the base 10^8, of which each is two of a `numeric`'s digits, to the base 10^4. */
const mostLimbs = 11
const base = 1e8
/** The lowest half whose value reaches into a limb, for each limb */
const firstHalves = Array.from({ length: mostLimbs + 1 }, (_, limb) => {
  for (let half = 0; ; half += 1) if (2n ** BigInt(16 * half) >= 10n ** BigInt(8 * limb)) return half
})
/** What each half counts in each limb, from that limb's lowest half on */
const weights = firstHalves.map((first, limb) =>
  Float64Array.from({ length: Math.max(0, mostHalves - first) }, (_, half) => Number((2n ** BigInt(16 * (first + half)) / 10n ** BigInt(8 * limb)) % BigInt(base))),
)

/** Length, four words of its head, and its digits: a balance takes no more bytes as a `numeric` */
export const longestNumeric = 4 + 8 + 4 * mostLimbs

const halves = new Float64Array(mostHalves)
const limbs = new Int32Array(mostLimbs)

/**
 * Writes the balance that stands in words (see `wordsPerBalance`) from `from` on as PostgreSQL's binary `numeric`, behind its length.
 *
 * @param view written to through a view: a buffer's own methods check each number again
 * @returns where it ends
 * @example writeNumeric(view, 0, Uint32Array.of(12345, 0, 0, 0, 0, 0, 0, 0, 0), 0) // 16: twelve bytes before the digits 1 and 2345
 */
export function writeNumeric(view: DataView, at: number, words: Uint32Array, from: number): number {
  const isNegative = words[from + wordsPerBalance - 1]! > 0x7fff_ffff
  const limbsCount = toLimbs(toHalves(words, from, isNegative))
  const hidden = limbsCount > 0 && limbs[limbsCount - 1]! < 10_000 ? 1 : 0
  const count = limbsCount * 2 - hidden
  view.setInt32(at, 8 + count * 2)
  view.setInt16(at + 4, count)
  view.setInt16(at + 6, count === 0 ? 0 : count - 1)
  view.setInt32(at + 8, isNegative ? 0x4000_0000 : 0)
  // A first digit of zero is none: it is written over the head's last two bytes, which are zero too.
  let end = at + 12 - 2 * hidden
  for (let limb = limbsCount - 1; limb >= 0; limb -= 1, end += 4) {
    const both = limbs[limb]!
    const upper = (both / 10_000) | 0
    view.setInt32(end, (upper << 16) | (both - upper * 10_000))
  }
  return end
}

/** Parts a balance without its sign into `halves`; how many there are up to the highest that is not zero. */
function toHalves(words: Uint32Array, from: number, isNegative: boolean): number {
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

/** Adds up what the halves count in each of the `limbs`, and carries; how many there are. Nothing is rounded: all sums are below 2^53. */
function toLimbs(halvesCount: number): number {
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
