import type { Address } from '../domain/address'
import { toHolderGroup, type HolderGroup } from '../domain/holderGroup'
import type { PossibleVoter } from '../domain/participation'
import { toDistances, type LookedThrough } from './lookThrough'
import { dustFloor, type Sight } from './throughLens'

/** Who can decide for themselves: people, the team and investors, Safes. Whoever keeps for others, and contracts, are left out as far as labels tell. */
const people: readonly HolderGroup[] = ['otherAccounts', 'otherMultisigs', 'team', 'investor', 'foundation', 'marketMaker']

/** Who did what, and which contracts count votes. */
export interface VotingActs {
  givers: ReadonlySet<Address>
  voters: ReadonlySet<Address>
  /** Contracts in which votes are counted: what lies there votes */
  voting: ReadonlySet<Address>
}

/**
 * Owners behind contracts who could vote, addresses of one owner as one, without dust.
 *
 * @param lookedThrough null where no contract holds the token for others
 * @example toPossibleVoters(sight, lookedThrough, { givers: new Set([ann]), voters: new Set(), voting: new Set() })[0] // ann: { amount: 7n, inHand: 5n, depth: 2n, delegated: true, voted: false }
 */
export function toPossibleVoters(sight: Sight, lookedThrough: LookedThrough | null, { givers, voters, voting }: VotingActs): PossibleVoter[] {
  const { owned, representatives } = sight
  const labels = new Map(sight.labels.map((label) => [label.address, label]))
  const toOne = (account: Address) => representatives.get(account) ?? account
  const supply = sight.claims.reduce((sum, claim) => sum + claim.amount, 0n)
  const distances = lookedThrough ? toDistances(lookedThrough, voting) : new Map<never, never>()
  const found = new Map<Address, PossibleVoter>()
  for (const { account, amount: has } of owned?.claims ?? []) {
    if (!people.includes(toHolderGroup(labels.get(account)))) continue
    const one = found.get(toOne(account)) ?? { amount: 0n, inHand: 0n, depth: 0n, delegated: false, voted: false }
    const { far, depth } = distances.get(account) ?? { far: 0n, depth: 0n }
    one.amount += has
    one.inHand += has - far
    one.depth += depth
    found.set(toOne(account), one)
  }
  for (const giver of givers) mark(found.get(toOne(giver)), 'delegated')
  for (const voter of voters) mark(found.get(toOne(voter)), 'voted')
  return [...found.values()].filter((one) => one.amount * dustFloor >= supply)
}

function mark(one: PossibleVoter | undefined, what: 'delegated' | 'voted'): void {
  if (one) one[what] = true
}
