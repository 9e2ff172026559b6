import type { Address } from '@/lib/domain/address'
import type { ContractOwnership } from '@/lib/domain/contractOwnership'
import type { Proposal, Vote } from '@/lib/domain/proposal'
import { readCalls, type CallEvidence, type Payment } from './touchedContracts'

/** A contract that holds for others and is named by a proposal's calls. */
export interface TouchedContract {
  contract: Address
  evidence: readonly CallEvidence[]
  /** For how many accounts it holds, directly or through other contracts; null where that could not be read, or not of all */
  owners: number | null
}

/** Somebody who voted for a proposal and has something in what it touches. */
export interface GainingVoter {
  voter: Address
  /** What it cast for, smallest units */
  votes: bigint
  /** Touched contracts that hold for it */
  through: readonly Address[]
  /** Whether the proposal pays it directly */
  paid: boolean
}

/** Who voted for a proposal and has something in what its calls touch: facts from the chain. Whether that is why somebody voted so, nobody can read. */
export interface OwnGain {
  /** Σ for */
  inFavour: bigint
  /** What of it was cast by accounts for which a touched contract holds */
  byPosition: bigint
  /** What of it was cast by accounts that the proposal pays directly */
  byPayment: bigint
  /** Both, each voter once */
  together: bigint
  /** Largest first, ties by address */
  voters: readonly GainingVoter[]
  /** In the order of the calls */
  touched: readonly TouchedContract[]
  payments: readonly Payment[]
  /** Calls that name nothing known and are no payment. Places from 1 */
  unread: readonly number[]
}

/**
 * The share of "for" at a proposal that was cast by accounts with something in what its calls touch: a contract that holds for others (a pool, a vault,
 * a reward contract, vesting) is called or named, and it held for the voter when votes were counted; or the call pays the voter itself.
 *
 * A voter counts by its own address: positions of another address of the same person are not seen, and what calls change elsewhere is not either.
 * So the share is a lower bound of what is connected, and no measure of a motive.
 *
 * @param votes what was cast, each voter once
 * @param ownerships to whom what the protocol's wrappers hold belonged when votes were counted
 * @param wrappers addresses of the contracts that are looked for
 * @example toOwnGain({ calls: [payRewards] }, votes, ownerships, [rewards]).byPosition // 3_200_000n of inFavour 4_400_000n: 8/11
 */
export function toOwnGain({ calls }: Pick<Proposal, 'calls'>, votes: readonly Vote[], ownerships: readonly ContractOwnership[], wrappers: readonly Address[]): OwnGain {
  const { touched, payments, unread } = readCalls(calls, new Set(wrappers))
  const owners = new Map([...touched.keys()].map((contract) => [contract, toOwnersBehind(contract, ownerships)]))
  const payees = new Set(payments.map(({ payee }) => payee))
  const inFavour = votes.filter(({ parts }) => parts.for > 0n)
  const voters = inFavour.flatMap(({ voter, parts }): GainingVoter[] => {
    const through = [...owners].flatMap(([contract, { accounts }]) => (accounts.has(voter) ? [contract] : []))
    return through.length > 0 || payees.has(voter) ? [{ voter, votes: parts.for, through, paid: payees.has(voter) }] : []
  })
  const sum = (some: readonly GainingVoter[]) => some.reduce((total, one) => total + one.votes, 0n)
  return {
    inFavour: inFavour.reduce((total, { parts }) => total + parts.for, 0n),
    byPosition: sum(voters.filter(({ through }) => through.length > 0)),
    byPayment: sum(voters.filter(({ paid }) => paid)),
    together: sum(voters),
    voters: voters.sort((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : a.voter < b.voter ? -1 : 1)),
    touched: [...touched].map(([contract, evidence]) => {
      const { accounts, whole } = owners.get(contract)!
      return { contract, evidence, owners: whole ? accounts.size : null }
    }),
    payments,
    unread,
  }
}

/**
 * Every account for which a contract holds anything; where that is itself a contract that hands on, those for which it holds what it was given.
 *
 * @returns whole: false where of one of these contracts it could not be read for whom it holds
 */
function toOwnersBehind(contract: Address, ownerships: readonly ContractOwnership[]): { accounts: ReadonlySet<Address>; whole: boolean } {
  const accounts = new Set<Address>()
  const seen = new Set<ContractOwnership>()
  const first = ownerships.filter((one) => one.contract === contract)
  const waiting = [...first]
  let whole = first.length > 0
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one)) continue
    seen.add(one)
    if (one.unresolved.some(({ reason }) => reason === 'unread')) whole = false
    for (const { account, amount } of one.claims) {
      if (amount === 0n) continue
      const { shares } = one
      const further = shares === null ? [] : ownerships.filter((other) => other.contract === account && other.asset === shares)
      if (further.length > 0) waiting.push(...further)
      else accounts.add(account)
    }
  }
  return { accounts, whole }
}
