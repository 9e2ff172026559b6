import type { Address } from '@/lib/domain/address'
import type { DelegateVotes } from '@/lib/domain/votingPower'

/** How much of a token votes at all, through whom, and who never does. Amounts in smallest units. */
export interface Delegation {
  supply: bigint
  /** Σ of all votes */
  delegated: bigint
  /** What of the supply has no vote; 0 where votes are more than the supply, as with vote escrows that multiply */
  undelegated: bigint
  /** What of the votes is the delegates' own; null where the source cannot tell */
  own: bigint | null
  delegates: number
  /** How many have nobody's votes but their own; null likewise */
  onlyOwn: number | null
  /** Delegates who cast nothing on any of the decided proposals, and their votes; null where nothing was decided */
  never: { delegates: number; votes: bigint } | null
}

/**
 * What of a supply is delegated, to oneself and to others, and what lies with delegates who never vote.
 *
 * @param supply positive
 * @param voters everybody who cast something on a decided proposal; null where there is none yet
 * @example toDelegation([{ delegate: a, votes: 6n, delegators: 1, own: 6n }], 10n, null) // { undelegated: 4n, own: 6n, onlyOwn: 1, never: null, … }
 */
export function toDelegation(delegates: readonly DelegateVotes[], supply: bigint, voters: ReadonlySet<Address> | null): Delegation {
  const sum = (some: readonly DelegateVotes[]) => some.reduce((total, { votes }) => total + votes, 0n)
  const delegated = sum(delegates)
  const tells = delegates.every(({ own }) => own !== null)
  const silent = voters && delegates.filter(({ delegate }) => !voters.has(delegate))
  return {
    supply,
    delegated,
    undelegated: supply > delegated ? supply - delegated : 0n,
    own: tells ? delegates.reduce((total, { own }) => total + own!, 0n) : null,
    delegates: delegates.length,
    onlyOwn: tells ? delegates.filter(({ own, votes }) => own === votes).length : null,
    never: silent && { delegates: silent.length, votes: sum(silent) },
  }
}

/**
 * On how many of some proposals each owner cast something, with any of its addresses.
 *
 * @param votedOn by account, the proposals that it voted on
 * @param toOne the account that stands for an account
 * @example countVotes(new Map([[a, [7, 6]], [b, [7]]]), new Set([7]), (account) => account).get(b) // 1
 */
export function countVotes(votedOn: ReadonlyMap<Address, readonly number[]>, proposals: ReadonlySet<number>, toOne: (account: Address) => Address): Map<Address, number> {
  const found = new Map<Address, Set<number>>()
  for (const [account, ids] of votedOn) {
    const counted = ids.filter((id) => proposals.has(id))
    if (counted.length === 0) continue
    const own = found.get(toOne(account)) ?? new Set()
    found.set(toOne(account), own)
    for (const id of counted) own.add(id)
  }
  return new Map([...found].map(([account, ids]) => [account, ids.size]))
}
