import type { Address } from '../domain/address'
import type { UnresolvedReason } from '../domain/contractOwnership'
import type { Claim } from '../domain/distribution'
import type { Label } from '../domain/label'
import type { SideOwners, Standing, StandingOf } from '../domain/otherSide'

/** Why what an account of the other chain has cannot be put to its address here. */
const reasons: Readonly<Record<Exclude<Standing, 'same'>, UnresolvedReason>> = { burned: 'locked', contract: 'otherContract', unsure: 'sameAddress' }

/** What is known of both chains' accounts. */
export interface BothSides {
  here: {
    labels: readonly Label[]
    /** Contracts that are looked through here */
    wrappers: readonly { address: Address }[]
    /** Whether the address holds any of the token here */
    holds: (account: Address) => boolean
  }
  there: {
    labels: readonly Label[]
    /** Whether a contract stands at the address there; null where nobody asked */
    hasCode: (account: Address) => boolean | null
  }
}

/**
 * Is an account of the other chain the same owner as the address here? Wrong merges are worse than none:
 *
 * - burned there: nobody's, whatever is said of the address here;
 * - named as the same on both chains, by the same entity or by the same role and name from the same source: the same;
 * - a contract there: another account, as anybody may have put another contract, or none, at that address here;
 * - an account without a contract there: the same, unless a contract is known to stand at the address here;
 * - never asked there: nobody else's, where the address is nothing here; else it cannot be told.
 *
 * @example toStandings(both)(person) // 'same'
 */
export function toStandings({ here, there }: BothSides): StandingOf {
  const [named, namedThere] = [toByAddress(here.labels), toByAddress(there.labels)]
  const wrappers = new Set(here.wrappers.map(({ address }) => address))
  return (account) => {
    const [label, other] = [named.get(account), namedThere.get(account)]
    if (other?.role === 'burn') return 'burned'
    if (label && other && isNamedAlike(label, other)) return 'same'
    const hasCode = there.hasCode(account)
    if (isContract(other) || hasCode) return 'contract'
    if (isContract(label) || wrappers.has(account)) return 'unsure'
    if (hasCode === false || other?.kind === 'person') return 'same'
    return label || here.holds(account) ? 'unsure' : 'same'
  }
}

const toByAddress = (labels: readonly Label[]) => new Map(labels.map((label) => [label.address, label]))
const isContract = (label: Label | undefined) => label?.kind === 'contract' || label?.kind === 'multisig'

/** What a chain says of its own contracts names the block at which it does: no two chains say the same. */
const isNamedAlike = (one: Label, other: Label) =>
  one.entity !== undefined || other.entity !== undefined
    ? one.entity === other.entity
    : one.role !== null && one.role === other.role && one.name === other.name && one.source === other.source

/**
 * What the owners of the other chain's token are to this one: those who are the same here, and what nobody here can be named for, by reason.
 * Conservation: Σ claims + Σ unresolved = Σ owners + Σ of what was unresolved there.
 *
 * @param owners on the other chain, after its own contracts were looked through; none negative
 * @param unresolved what had no owner there: it keeps its reason
 * @returns unresolved with each reason once, in the order of their names
 * @example toSideOwners({ owners: [{ account: ann, amount: 5n }, { account: pool, amount: 2n }], unresolved: [] }, (account) => (account === pool ? 'contract' : 'same'))
 * // { claims: [{ account: ann, amount: 5n }], unresolved: [{ reason: 'otherContract', amount: 2n }] }
 */
export function toSideOwners({ owners, unresolved }: { owners: readonly Claim[]; unresolved: SideOwners['unresolved'] }, standingOf: StandingOf): SideOwners {
  const claims: Claim[] = []
  const lost = new Map<UnresolvedReason, bigint>()
  const lose = (reason: UnresolvedReason, amount: bigint) => lost.set(reason, (lost.get(reason) ?? 0n) + amount)
  for (const claim of owners) {
    const standing = standingOf(claim.account)
    if (standing === 'same') claims.push(claim)
    else lose(reasons[standing], claim.amount)
  }
  for (const { reason, amount } of unresolved) lose(reason, amount)
  return { claims, unresolved: [...lost].flatMap(([reason, amount]) => (amount > 0n ? [{ reason, amount }] : [])).sort((a, b) => (a.reason < b.reason ? -1 : 1)) }
}

/**
 * Whether two came out the same of the same owners: nobody's standing is another one, and what could not be put to an address has the same reasons.
 *
 * @param one its claims are told apart by which objects they are
 * @example isSameSide({ claims: [], unresolved: [{ reason: 'sameAddress', amount: 2n }] }, { claims: [], unresolved: [{ reason: 'otherContract', amount: 2n }] }) // false
 */
export const isSameSide = (one: SideOwners, other: SideOwners): boolean =>
  one.claims.length === other.claims.length && one.claims.every((claim, place) => claim === other.claims[place]) &&
  one.unresolved.length === other.unresolved.length && one.unresolved.every(({ reason, amount }, place) => reason === other.unresolved[place]!.reason && amount === other.unresolved[place]!.amount)
