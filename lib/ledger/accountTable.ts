/**
 * Accounts met so far, each under a small number in the order of their first appearance. An open-addressing hash table over
 * 20-byte addresses given as five words: looking one up allocates nothing.
 */
export class AccountTable {
  size = 0
  /** Five words for each account */
  words = new Uint32Array(5 * 1024)
  private slots = new Int32Array(4096).fill(-1)

  /** The account's number; the next free one where it is met for the first time. */
  intern(words: Uint32Array, at: number): number {
    const a = words[at]!
    const b = words[at + 1]!
    const c = words[at + 2]!
    const d = words[at + 3]!
    const e = words[at + 4]!
    const mask = this.slots.length - 1
    let slot = toHash(a, b, c, d, e) & mask
    for (let index = this.slots[slot]!; index >= 0; index = this.slots[slot]!) {
      const own = index * 5
      const known = this.words
      if (known[own] === a && known[own + 1] === b && known[own + 2] === c && known[own + 3] === d && known[own + 4] === e) return index
      slot = (slot + 1) & mask
    }
    const index = this.size
    if ((index + 1) * 5 > this.words.length) this.words = enlarge(this.words)
    for (let word = 0; word < 5; word += 1) this.words[index * 5 + word] = words[at + word]!
    this.slots[slot] = index
    this.size += 1
    if (this.size * 2 > this.slots.length) this.spread()
    return index
  }

  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1)
    const { words } = this
    for (let index = 0; index < this.size; index += 1) {
      const at = index * 5
      let slot = toHash(words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!, words[at + 4]!) & (slots.length - 1)
      while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = index
    }
    this.slots = slots
  }
}

function enlarge(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2)
  larger.set(words)
  return larger
}

/** Vanity addresses share their first or last digits, so every word takes part. */
function toHash(a: number, b: number, c: number, d: number, e: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ Math.imul(d, 0x27d4eb2f) ^ Math.imul(e, 0x165667b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
