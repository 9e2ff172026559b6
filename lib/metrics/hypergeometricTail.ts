/** Two groups drawn from one population, and how many belong to both. */
export interface GroupOverlap {
  /** How many there are to draw from */
  population: number
  /** How many belong to the first group, and to the second */
  first: number
  second: number
  /** How many belong to both */
  common: number
}

/**
 * How likely is it that two groups have so many members in common, or more, if each was drawn by chance? P(X ≥ common) of the hypergeometric
 * distribution, as its natural logarithm: of two hundred who are the same two hundred among 400,000 the probability itself is too small for a double.
 *
 * Weights of neighbouring counts differ by a ratio of small integers. They are built up from the likeliest count both ways and divided by their sum, so
 * that no factorial is needed: exact to some 1e-13, in as many steps as the smaller group has members.
 *
 * Same as R's `phyper(common - 1, first, population - first, second, lower.tail = FALSE, log.p = TRUE)`.
 *
 * @throws RangeError for counts that no two such groups can have
 * @example Math.exp(hypergeometricTail({ population: 6, first: 3, second: 3, common: 2 })) // 0.5: (9 + 1) of 20 ways
 */
export function hypergeometricTail({ population, first, second, common }: GroupOverlap): number {
  const least = Math.max(0, first + second - population)
  const most = Math.min(first, second)
  const fits = [population, first, second, common].every(Number.isSafeInteger) && least >= 0 && most >= 0 && Math.max(first, second) <= population && common >= 0 && common <= most
  if (!fits) throw new RangeError(`hypergeometricTail: no groups of ${first} and ${second} among ${population} have ${common} in common`)
  if (common <= least) return 0
  /** How much likelier one more in common is */
  const ratio = (count: number) => ((first - count) * (second - count)) / ((count + 1) * (population - first - second + count + 1))
  const likeliest = Math.min(most, Math.max(least, Math.floor(((first + 1) * (second + 1)) / (population + 2))))
  const sumUp = (from: number) => {
    let [sum, weight] = [1, 1]
    for (let count = from; count < most && weight > 0; count++) sum += weight *= ratio(count)
    return sum
  }
  /** From the likeliest down to a count, the likeliest itself left out */
  const sumDown = (to: number) => {
    let [sum, weight] = [0, 1]
    for (let count = likeliest - 1; count >= to && weight > 0; count--) sum += weight /= ratio(count)
    return sum
  }
  const above = sumUp(likeliest)
  const whole = above + sumDown(least)
  if (common <= likeliest) return Math.log((above + sumDown(common)) / whole)
  let climb = 0
  for (let count = likeliest; count < common; count++) climb += Math.log(ratio(count))
  return climb + Math.log(sumUp(common) / whole)
}

/**
 * How many members two groups have in common on average, if each was drawn by chance.
 *
 * @returns 0 for a population of nobody
 * @example expectedOverlap({ population: 400_000, first: 100, second: 100 }) // 0.025
 */
export const expectedOverlap = ({ population, first, second }: Omit<GroupOverlap, 'common'>): number => (population === 0 ? 0 : (first * second) / population)
