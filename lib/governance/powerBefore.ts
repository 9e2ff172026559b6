import type { Address } from '@/lib/domain/address'
import type { CountingRule, Support, Tally } from '@/lib/domain/ballot'
import type { Vote } from '@/lib/domain/proposal'
import type { DelegateVotes } from '@/lib/domain/votingPower'
import { passes } from './tally'

type Votes = readonly Pick<DelegateVotes, 'delegate' | 'votes'>[]

/** Everybody's votes around the block at which a proposal's votes are counted. An account that a list does not name has none there. */
export interface VotesAround {
  /** At the block itself */
  at: Votes
  /** 7 and 30 days before it */
  weekBefore: Votes
  monthBefore: Votes
  /** 30 days after it; null where that is not yet */
  monthAfter: Votes | null
}

/** One account that had more votes when they were counted than some days before. Smallest units. */
export interface Gatherer {
  account: Address
  /** When they were counted */
  votes: bigint
  /** More than 7 and than 30 days before; 0 where it had as many or more then */
  gainedInWeek: bigint
  gainedInMonth: bigint
  /** What of it is gone 30 days after; null where that is not yet */
  letGo: bigint | null
  /** What it cast on the proposal; null where it did not vote */
  cast: bigint | null
}

/** Who gathered votes before a proposal, and whether that decided it. */
export interface GatheredPower {
  /** Largest gain within the 30 days first, ties by address */
  gatherers: readonly Gatherer[]
  gainedInWeek: bigint
  gainedInMonth: bigint
  /** Whether the outcome would be another without what the winning side's voters had gained; null where the rule is not known */
  decisive: { week: boolean; month: boolean } | null
}

/**
 * Who gathered votes before a proposal's votes were counted, let them go afterwards, and whether they decided it: the tally is counted again under
 * the proposal's own rule, without what each voter of the winning side had gained and cast. What passed loses votes in favour and abstentions that
 * bring a quorum; what failed loses votes against. A voter who split its votes loses of each part in proportion.
 *
 * @param around only voters and delegates that the reader wants to see; who is left out here gathers nothing
 * @param rule null where it is not known
 * @example toGatheredPower({ at: [{ delegate: a, votes: 60n }], weekBefore: [{ delegate: a, votes: 10n }], … }, votes, rule).decisive // { week: true, month: false }
 */
export function toGatheredPower(around: VotesAround, votes: readonly Vote[], rule: CountingRule | null): GatheredPower {
  const [week, month, after] = [around.weekBefore, around.monthBefore, around.monthAfter].map((list) => list && toMap(list))
  const cast = new Map(votes.map((vote) => [vote.voter, vote]))
  const gatherers = around.at
    .map(({ delegate, votes: had }): Gatherer => {
      const left = after?.get(delegate) ?? 0n
      return {
        account: delegate,
        votes: had,
        gainedInWeek: toGain(had, week!.get(delegate)),
        gainedInMonth: toGain(had, month!.get(delegate)),
        letGo: after ? toGain(had, left) : null,
        cast: cast.get(delegate)?.votes ?? null,
      }
    })
    .filter(({ gainedInWeek, gainedInMonth }) => gainedInWeek > 0n || gainedInMonth > 0n)
    .sort((a, b) => compare(b.gainedInMonth, a.gainedInMonth) || compare(b.gainedInWeek, a.gainedInWeek) || (a.account < b.account ? -1 : 1))
  const sum = (which: 'gainedInWeek' | 'gainedInMonth') => gatherers.reduce((total, one) => total + one[which], 0n)
  const decides = (which: 'gainedInWeek' | 'gainedInMonth') => isTurned(votes, new Map(gatherers.map((one) => [one.account, one[which]])), rule!)
  return {
    gatherers,
    gainedInWeek: sum('gainedInWeek'),
    gainedInMonth: sum('gainedInMonth'),
    decisive: rule && { week: decides('gainedInWeek'), month: decides('gainedInMonth') },
  }
}

const toMap = (list: Votes) => new Map(list.map(({ delegate, votes }) => [delegate, votes]))
const toGain = (now: bigint, before = 0n): bigint => (now > before ? now - before : 0n)
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether a proposal ends otherwise without what its winners had gained. */
function isTurned(votes: readonly Vote[], gained: ReadonlyMap<Address, bigint>, rule: CountingRule): boolean {
  const tally: Tally = { for: 0n, against: 0n, abstain: 0n }
  const supports = Object.keys(tally) as Support[]
  for (const { parts } of votes) for (const support of supports) tally[support] += parts[support]
  const passed = passes(tally, rule)
  const winning: readonly Support[] = passed ? [...new Set<Support>(['for', ...rule.quorumOf.filter((support) => support === 'abstain')])] : ['against']
  const without = { ...tally }
  for (const { voter, votes: all, parts } of votes) {
    const gain = gained.get(voter) ?? 0n
    const lost = gain < all ? gain : all
    if (lost > 0n) for (const support of winning) without[support] -= (parts[support] * lost) / all
  }
  return passes(without, rule) !== passed
}
