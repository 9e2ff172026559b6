import { perDistribution } from './perDistribution'

/**
 * Σ amount² in squared smallest units, exact: what HHI, effective holders and collision entropy are made of.
 *
 * @returns 0n for no holders
 * @example sumOfSquares(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }])) // 10n
 */
export const sumOfSquares = perDistribution(({ amounts }) => {
  let sum = 0n
  for (const amount of amounts) sum += amount * amount
  return sum
})
