import type { Address } from '@/lib/domain/address'
import type { CountingRule, Support, Tally } from '@/lib/domain/ballot'
import { toCast, toLargestFirst, toMargin, toTally, type Ballot } from './decisiveVoters'
import { passes } from './tally'

/**
 * How a proposal would have ended by one address, one vote: whether more than the majority's share of addresses that voted for or against it
 * voted for. An address counts once, for what the most of its votes went to; where two parts are equal it counts for neither. There is no
 * quorum of addresses, so none is asked for.
 *
 * @returns null where no address counts for or against
 * @example passesByAddress([{ voter: a, votes: 60n, parts: { for: 60n, … } }, { voter: b, votes: 1n, parts: { against: 1n, … } }], rule) // false: 1 to 1
 */
export function passesByAddress(ballots: readonly Ballot[], rule: CountingRule): boolean | null {
  const heads: Tally = { for: 0n, against: 0n, abstain: 0n }
  for (const { parts } of ballots) {
    const side = toSide(parts)
    if (side) heads[side] += 1n
  }
  return heads.for + heads.against === 0n ? null : passes(heads, { ...rule, quorum: 0n })
}

/** What the most of somebody's votes went to. */
function toSide(parts: Tally): Support | null {
  const [first, second] = (['for', 'against', 'abstain'] as const).map((support) => ({ support, votes: parts[support] })).sort((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : 0))
  return first!.votes > second!.votes ? first!.support : null
}

/**
 * How a proposal would have ended had the k largest of those who voted stayed away, under its own rule.
 *
 * @example passesWithoutLargest(ballots, rule, 1) // false where the largest brought the quorum
 */
export const passesWithoutLargest = (ballots: readonly Ballot[], rule: CountingRule, k: number): boolean =>
  passes(toTally(toLargestFirst(ballots.map((ballot) => ({ ...ballot, votes: toCast(ballot.parts) }))).slice(k)), rule)

/** What the votes of some did to the outcome. */
export interface Sway {
  /** What they cast */
  cast: Tally
  /** Whether the outcome without their votes is another */
  needed: boolean
  /** Whether their votes on the side that won were enough, had nobody else been on it: decided by them alone */
  enough: boolean
}

/**
 * What some voters did to an outcome, as all who carry a label of an insider.
 *
 * - needed: take their votes away, and the outcome is another;
 * - enough: take everybody else's votes on the winning side away, and it is the same. Of what passed, the others' votes for and abstentions are
 *   taken, and it still passes with their own against all that was cast against it. Of what was defeated, the others' votes against are taken,
 *   and for still misses its share. A quorum that was missed is nobody's doing by voting: there nothing is enough.
 *
 * @param tally of all that was cast
 * @param theirs what of it they cast
 * @example toSway({ for: 60n, against: 30n, abstain: 0n }, { for: 40n, against: 0n, abstain: 0n }, rule) // { needed: true, enough: true, … }: 20 to 30, and 40 to 30
 */
export function toSway(tally: Tally, theirs: Tally, rule: CountingRule): Sway {
  const passed = passes(tally, rule)
  const without: Tally = { for: tally.for - theirs.for, against: tally.against - theirs.against, abstain: tally.abstain - theirs.abstain }
  const enough = passed ? passes({ ...theirs, against: tally.against }, rule) : theirs.against > 0n && toMargin({ ...tally, against: theirs.against }, rule) <= 0n
  return { cast: theirs, needed: passes(without, rule) !== passed, enough }
}

/**
 * What some voters cast together.
 *
 * @example toCastBy(ballots, new Set([founder])) // { for: 40n, against: 0n, abstain: 0n }
 */
export const toCastBy = (ballots: readonly Pick<Ballot, 'voter' | 'parts'>[], voters: ReadonlySet<Address>): Tally => toTally(ballots.filter(({ voter }) => voters.has(voter)))
