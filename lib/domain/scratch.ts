/** Lends out typed arrays for a while. What is lent holds whatever was in it before. */
export interface Scratch {
  doubles(length: number): Float64Array
  words(length: number): Uint32Array
}

/**
 * Kept from one piece of work to the next: to have new pages from the system takes longer than to sort what is written into them. Shared
 * memory, though nobody shares it: of other buffers the collector takes account, and looks through millions of claims again and again
 * because a few large ones were made.
 */
let memory = new SharedArrayBuffer(2 ** 16)
let used = 0

/**
 * Does a piece of work with borrowed arrays; they are taken back when it is done, so none may be part of what it returns.
 *
 * @example withScratch((scratch) => { const twice = scratch.words(2); twice[0] = 1; return twice[0] }) // 1
 */
export function withScratch<Value>(work: (scratch: Scratch) => Value): Value {
  const before = used
  try {
    return work({
      doubles: (length) => new Float64Array(...take(8 * length), length),
      words: (length) => new Uint32Array(...take(4 * length), length),
    })
  } finally {
    used = before
  }
}

function take(bytes: number): [SharedArrayBuffer, number] {
  const at = used
  used += 8 * Math.ceil(bytes / 8)
  // What is lent already stays where it is, and goes with the work that borrowed it.
  if (used > memory.byteLength) memory = new SharedArrayBuffer(2 * used)
  return [memory, at]
}
