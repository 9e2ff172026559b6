import { setFlagsFromString } from 'node:v8'

/**
 * By how many per cent the heap may outgrow what is alive before all of it is swept. Left to itself, V8 lets the large heap of a long job grow to several
 * times what is alive, as far as the machine has memory. It is no limit: what needs more gets more.
 */
const growingPercent = 40

/** How many pieces of work go on in it. */
let inside = 0

/**
 * Does something for which millions of rows pass through memory, with little garbage waiting at any time: slower by what sweeping costs, see README.
 *
 * @example await inTightHeap(() => takeStudies(work, options)) // what takeStudies answers
 */
export async function inTightHeap<Result>(work: () => Promise<Result>): Promise<Result> {
  if (inside++ === 0) setFlagsFromString(`--heap-growing-percent=${growingPercent}`)
  try {
    return await work()
  } finally {
    // 0 leaves it to V8 again.
    if (--inside === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}
