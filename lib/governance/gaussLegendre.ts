/** A place in (0, 1) and what it counts. */
export interface QuadraturePoint {
  at: number
  weight: number
}

/**
 * Gauss–Legendre points on (0, 1), in ascending order: Σ weight · f(at) is the integral of f from 0 to 1, exact for polynomials of degree up
 * to 2 · count − 1. Roots of the Legendre polynomial by Newton's method (Press et al., Numerical Recipes, 4.6).
 *
 * @param count at least 1
 * @example toGaussLegendre(2) // at 0.2113… and 0.7886…, weight ½ each
 */
export function toGaussLegendre(count: number): QuadraturePoint[] {
  return Array.from({ length: count }, (_, i) => {
    let root = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5))
    let slope = 1
    // Newton doubles the digits each time; from this start six steps are more than enough for any count.
    for (let step = 0; step < 6; step++) {
      let [value, before] = [1, 0]
      for (let degree = 1; degree <= count; degree++) [value, before] = [((2 * degree - 1) * root * value - (degree - 1) * before) / degree, value]
      slope = (count * (root * value - before)) / (root * root - 1)
      root -= value / slope
    }
    return { at: (1 + root) / 2, weight: 1 / ((1 - root * root) * slope * slope) }
  })
}
