import { toMedianAmount } from '../domain/medianAmount'
import { half, type CountingRule, type Tally } from '@/lib/domain/ballot'
import type { Text } from '@/lib/domain/text'
import { quotaAbove } from './quota'
import { fewestToReach } from './thresholds'

/** The numbers that a protocol's own rules set. */
export const thresholdNames = {
  proposal: { en: 'make a proposal', de: 'einen Vorschlag machen' },
  quorum: { en: 'reach the quorum', de: 'das Quorum erreichen' },
  majority: { en: 'have a majority of what is usually cast', de: 'die Mehrheit der üblicherweise abgegebenen Stimmen haben' },
  veto: { en: 'stop what usually passes', de: 'verhindern, was üblicherweise durchgeht' },
} as const satisfies Record<string, Text>
export type ThresholdId = keyof typeof thresholdNames

/** How few it takes to get somewhere. */
export interface Threshold {
  id: ThresholdId
  /** Smallest units; null where nobody can tell it */
  amount: bigint | null
  /** How few of the largest have at least so much together; null where not even all have, or the amount is not known */
  fewest: number | null
}

/** What thresholds are told from. */
export interface ThresholdBasis {
  /** To propose; `strictly` where it takes more than that, as GovernorBravo and GovernorAlpha ask */
  proposal: { amount: bigint; strictly: boolean } | null
  /** Of the newest decided proposal whose rule could be read */
  rule: CountingRule | null
  /** What was counted on the newest decided proposals */
  tallies: readonly Tally[]
}

/**
 * How few voters reach the protocol's own numbers, with the votes they have now:
 *
 * - proposal: the proposal threshold;
 * - quorum: the quorum of the newest decided proposal;
 * - majority: more than the majority's share of the median of what was cast for and against on the newest decided proposals;
 * - veto: so many against that the median of what was cast in favour would not pass: (1 − m) ÷ m of it where it takes more than m.
 *
 * @param votes of each voter that the lens keeps, in any order
 * @example toThresholds([50n, 30n, 20n], { proposal: { amount: 50n, strictly: true }, rule: null, tallies: [] })[0] // { id: 'proposal', amount: 51n, fewest: 2 }
 */
export function toThresholds(votes: readonly bigint[], { proposal, rule, tallies }: ThresholdBasis): Threshold[] {
  const { numerator, denominator } = rule?.majority ?? half
  const decided = toMedianAmount(tallies.map((tally) => tally.for + tally.against))
  const inFavour = toMedianAmount(tallies.map((tally) => tally.for))
  const amounts: Record<ThresholdId, bigint | null> = {
    proposal: proposal && proposal.amount + (proposal.strictly ? 1n : 0n),
    quorum: rule && rule.quorum,
    majority: decided === null || decided === 0n ? null : quotaAbove(decided, { numerator, denominator }),
    veto: inFavour === null || inFavour === 0n ? null : ceilDivide(inFavour * (denominator - numerator), numerator),
  }
  return (Object.keys(thresholdNames) as ThresholdId[]).map((id) => {
    const amount = amounts[id]
    return { id, amount, fewest: amount === null ? null : fewestToReach(votes, amount) }
  })
}

const ceilDivide = (amount: bigint, by: bigint): bigint => (amount + by - 1n) / by
