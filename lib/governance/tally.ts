import { half, type CountingRule, type Tally } from '@/lib/domain/ballot'

/**
 * The rules of the Governors in use, without their quorum: all three ask for more for than against, and a tie does not pass.
 *
 * - openZeppelin: GovernorCountingSimple, `quorum <= for + abstain` and `for > against`, and GovernorCountingFractional alike;
 *   https://github.com/OpenZeppelin/openzeppelin-contracts/tree/v5.7.0/contracts/governance/extensions
 * - bravo: GovernorBravoDelegate's `state`, defeated if `for <= against` or `for < quorum`; abstentions count for nothing;
 *   https://github.com/compound-finance/compound-governance/blob/main/contracts/GovernorBravoDelegate.sol
 * - alpha: GovernorAlpha's `state`, the same, and there are no abstentions;
 *   https://github.com/Uniswap/governance/blob/master/contracts/GovernorAlpha.sol
 *
 * An OpenZeppelin Governor may count otherwise: its `COUNTING_MODE()` says `quorum=for,abstain` or what it does instead.
 *
 * @example passes({ for: 5n, against: 3n, abstain: 2n }, { quorum: 6n, ...countingRules.bravo }) // false: 5 for are no quorum of 6
 */
export const countingRules = {
  openZeppelin: { quorumOf: ['for', 'abstain'], majority: half },
  bravo: { quorumOf: ['for'], majority: half },
  alpha: { quorumOf: ['for'], majority: half },
} as const satisfies Record<string, Omit<CountingRule, 'quorum'>>

/**
 * Whether a proposal passes: its quorum is reached, and of the votes for and against more than the majority's share are for.
 *
 * @example passes({ for: 5n, against: 3n, abstain: 2n }, { quorum: 6n, ...countingRules.openZeppelin }) // true
 */
export const passes = (tally: Tally, { quorum, quorumOf, majority }: CountingRule): boolean =>
  toQuorumVotes(tally, { quorumOf }) >= quorum &&
  majority.denominator * tally.for > majority.numerator * (tally.for + tally.against)

/**
 * What of a tally counts towards the quorum.
 *
 * @example toQuorumVotes({ for: 5n, against: 3n, abstain: 2n }, { quorumOf: ['for', 'abstain'] }) // 7n
 */
export const toQuorumVotes = (tally: Tally, { quorumOf }: Pick<CountingRule, 'quorumOf'>): bigint => quorumOf.reduce((sum, support) => sum + tally[support], 0n)
