import type { Address } from '@/lib/domain/address'
import { toDecimalString, toRatio } from '@/lib/domain/amount'
import { toDistribution } from '@/lib/domain/distribution'
import { toPowerIndices, type PowerIndices } from '@/lib/governance/powerIndices'
import type { VoteShare } from '@/lib/domain/ballot'
import { quotaAbove } from '@/lib/governance/quota'
import type { Interval } from '@/lib/governance/samplePower'
import type { VotingPower } from '@/lib/governance/votingPower'
import type { DecimalAmount } from '@/lib/lists/decimalAmount'
import type { HolderList } from '@/lib/lists/holderList'

/** What a coalition needs to win: more than a share of all votes, or at least an amount in the unit of the list. */
export type QuotaQuestion = { above: VoteShare } | { atLeast: DecimalAmount }

/** One voter. `weight` is an exact decimal string in the list's unit, `share` its share of all votes. */
export interface VoterPower extends VotingPower {
  address: Address
  weight: string
  share: number
  /** only of a sample: where each index lies with 95 % confidence */
  intervals?: Record<keyof VotingPower, Interval>
}

/** The power of all voters of a list, the largest first. */
export interface ListPower {
  /** a coalition wins with at least so much, in the list's unit */
  quota: string
  method: PowerIndices['method']
  /** only where weights were rounded to be counted: how many steps all votes were divided into, and what that can have moved at most */
  rounding?: { steps: number; banzhafAbsolute: number; shapleyShubik: number }
  /** only of a sample: how many coalitions were drawn for each index, and from which seed */
  samples?: number
  seed?: number
  voters: VoterPower[]
}

/** The same list gives the same sample. */
const seed = 1

/**
 * How much each voter of a list decides. Accounts without votes are no voters.
 *
 * @throws RangeError where nobody has a vote, and for a quota above all votes
 * @example measurePower(list, { above: { numerator: 1n, denominator: 2n } }).voters[0]?.banzhaf // 0.6, of 50, 49 and 1
 */
export function measurePower(list: HolderList, question: QuotaQuestion): ListPower {
  const places = 'atLeast' in question ? question.atLeast.places : 0
  const decimals = Math.max(list.decimals, places)
  const unit = 10n ** BigInt(decimals - list.decimals)
  const { accounts, amounts, total } = toDistribution(list.claims.map(({ account, amount }) => ({ account, amount: amount * unit })))
  const quota = 'above' in question ? quotaAbove(total, question.above) : question.atLeast.digits * 10n ** BigInt(decimals - places)
  const indices = toPowerIndices(amounts, quota, seed)
  return {
    quota: toDecimalString(quota, decimals),
    method: indices.method,
    ...(indices.method === 'exact'
      ? indices.rounding && { rounding: indices.rounding }
      : { samples: indices.samples, seed: indices.seed }),
    voters: indices.voters.map(({ banzhaf, banzhafAbsolute, shapleyShubik, ...rest }, i) => ({
      address: accounts[i]!,
      weight: toDecimalString(amounts[i]!, decimals),
      share: toRatio(amounts[i]!, total),
      banzhaf,
      banzhafAbsolute,
      shapleyShubik,
      ...rest,
    })),
  }
}
