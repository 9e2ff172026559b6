import type { VoteShare } from '@/lib/domain/ballot'

/**
 * The quota that means "strictly more than a share of all votes": the least whole number of smallest units that is above it. Everywhere in this
 * room a coalition wins with at least the quota, so [51; 50, 49, 1] and "more than half of 100" are one game. A tie does not pass.
 *
 * @param total all votes, in smallest units
 * @example quotaAbove(100n, { numerator: 1n, denominator: 2n }) // 51n
 * @example quotaAbove(101n, { numerator: 1n, denominator: 2n }) // 51n
 * @example quotaAbove(9n, { numerator: 2n, denominator: 3n }) // 7n
 */
export const quotaAbove = (total: bigint, { numerator, denominator }: VoteShare): bigint => (numerator * total) / denominator + 1n
