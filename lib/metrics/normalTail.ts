const roundings = 1e-17

/**
 * How likely is it that a standard normal variable is as far from 0, or farther, on either side? The complementary error function of |z|/√2: its
 * series near 0, where it converges at once, and its continued fraction (Abramowitz & Stegun 7.1.5, 7.1.14) in the tail, where the series would cancel.
 *
 * Same as R's `2 * pnorm(-abs(z))`, to some 1e-13 of the value.
 *
 * @param z how many standard deviations from 0
 * @returns 0 to 1
 * @example normalTail(1.959963984540054) // 0.05
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI)
  if (x < 2) {
    let [term, sum] = [2 * x * scale, 2 * x * scale]
    for (let n = 1; term > roundings * sum; n++) sum += term *= (2 * x * x) / (2 * n + 1)
    return 1 - sum
  }
  // From far inside outwards: 80 steps are more than enough from 2 on.
  let fraction = x
  for (let n = 80; n > 0; n--) fraction = x + n / 2 / fraction
  return scale / fraction
}
