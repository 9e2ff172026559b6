/**
 * The square root of a whole number, rounded down: Newton's method from above, which falls until it is there.
 *
 * @param value not negative
 * @example squareRoot(24n) // 4n
 */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (;;) {
    const closer = (root + value / root) >> 1n
    if (closer >= root) return root
    root = closer
  }
}
