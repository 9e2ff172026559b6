import { perDistribution } from './perDistribution'

/**
 * Each holder's amount as a multiple of the mean holding, largest first. Equal holders give exactly 1 each, because n · amount is
 * multiplied before it is rounded; so the measures built on it give exactly 0 for equality.
 *
 * @returns an empty array for no holders
 * @example toMultiplesOfMean(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }])) // Float64Array [1.5, 0.5]
 */
export const toMultiplesOfMean = perDistribution(({ amounts, total }) => {
  const whole = Number(total)
  const count = BigInt(amounts.length)
  const multiples = new Float64Array(amounts.length)
  for (let i = 0; i < multiples.length; i++) multiples[i] = Number(amounts[i]! * count) / whole
  return multiples
})

/**
 * Each holder's share of the total as a double, largest first: right to within a few units in the last place.
 * For sums of shares that decide something (Nakamoto), bigint is used instead.
 *
 * @returns an empty array for no holders
 * @example toShares(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }])) // Float64Array [0.75, 0.25]
 */
export const toShares = perDistribution((distribution) => {
  const multiples = toMultiplesOfMean(distribution)
  return multiples.map((multiple) => multiple / multiples.length)
})
