/** The normal distribution's 97.5 % quantile. */
const normal = 1.959963984540054

/**
 * The 97.5 % quantile of Student's t distribution: how many standard errors a two-sided 95 % interval reaches to either side. By the expansion of Fisher &
 * Cornish (1960): within 0.0002 from 10 degrees of freedom on, within 0.02 from 4 on.
 *
 * @param freedom degrees of freedom
 * @throws RangeError for fewer than 4
 * @example studentQuantile975(10) // 2.228
 */
export function studentQuantile975(freedom: number): number {
  if (!(freedom >= 4)) throw new RangeError(`studentQuantile975: told from 4 degrees of freedom on, got ${freedom}`)
  const [z3, z5, z7] = [normal ** 3, normal ** 5, normal ** 7]
  return normal + (z3 + normal) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * normal) / (96 * freedom ** 2) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * normal) / (384 * freedom ** 3)
}
