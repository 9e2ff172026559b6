import type { Ruling } from './outcome'
import type { Sway } from './otherwise'

/** A proposal that was decided, as rates count it. */
export interface Decision {
  ruling: Ruling
  /** What labelled insiders did to it */
  insiders: Sway
}

/** How often something was so, among those proposals of which it can be told. */
export interface Rate {
  count: number
  of: number
}

/** What is counted: of each decision whether it is so; null where that cannot be told. */
export const decisionQuestions = {
  byOne: ({ ruling }) => ruling.flip.alone > 0,
  byThree: ({ ruling: { flip } }) => flip.fewest !== null && flip.fewest.count <= 3,
  insidersEnough: ({ insiders }) => insiders.enough,
  insidersNeeded: ({ insiders }) => insiders.needed,
  turnedByAddress: ({ ruling: { passed, passedByAddress } }) => (passedByAddress === null ? null : passedByAddress !== passed),
  turnedWithoutLargest: ({ ruling: { passed, passedWithout } }) => passedWithout[0]!.passed !== passed,
} as const satisfies Record<string, (decision: Decision) => boolean | null>
export type DecisionQuestion = keyof typeof decisionQuestions

/**
 * How often each of these was so: one voter alone, or at most three of those who voted, could have flipped it; insiders decided it or were
 * needed for it; one address, one vote would have turned it, or the absence of the largest voter.
 *
 * @example toDecisionRates(decisions).byOne // { count: 3, of: 12 }
 */
export function toDecisionRates(decisions: readonly Decision[]): Record<DecisionQuestion, Rate> {
  const rate = (question: DecisionQuestion): Rate => {
    const told = decisions.map((decision) => decisionQuestions[question](decision)).filter((answer) => answer !== null)
    return { count: told.filter(Boolean).length, of: told.length }
  }
  return Object.fromEntries((Object.keys(decisionQuestions) as DecisionQuestion[]).map((question) => [question, rate(question)])) as Record<DecisionQuestion, Rate>
}

/** So many decisions make a running rate. */
export const runningLength = 10

/**
 * The rate over the last ten decisions, at each of them; null before there are ten of which it can be told.
 *
 * @param decisions oldest first
 * @example toRunningRate(twelveOfWhichTheFirstThreeAreSo, 'byOne') // [null × 9, { count: 3, of: 10 }, { count: 2, of: 10 }, { count: 1, of: 10 }]
 */
export function toRunningRate(decisions: readonly Decision[], question: DecisionQuestion): (Rate | null)[] {
  return decisions.map((_, place) => {
    const { count, of } = toDecisionRates(decisions.slice(Math.max(0, place + 1 - runningLength), place + 1))[question]
    return of < runningLength ? null : { count, of }
  })
}
