import type { Address } from '../domain/address'
import type { UnresolvedReason } from '../domain/contractOwnership'
import { toDistribution, type Claim, type Distribution } from '../domain/distribution'
import type { ExcludedPart } from '../domain/excludedPart'
import type { AccountRole, Label } from '../domain/label'
import type { Lens } from '../domain/lens'
import type { Measurement } from '../domain/snapshot'
import { mergeEntityClaims } from './entities/mergeEntities'

/** What every lens looks at: who holds a token at a block, what stands behind contracts, and who belongs together. */
export interface Sight {
  /** What each address holds itself; none negative */
  claims: readonly Claim[]
  labels: readonly Label[]
  /** The same after contracts were looked through. Null where nobody looked, as into imported lists: no such lens is measured */
  owned: Owned | null
  /** The address that stands for an entity, by each other address of it */
  representatives: ReadonlyMap<Address, Address>
}

/**
 * What every lens looks at where no contract is looked through and no owner is known to have several addresses.
 *
 * @example toPlainSight([{ account: a, amount: 1n }], []).owned?.claims // [{ account: a, amount: 1n }]
 */
export const toPlainSight = (claims: readonly Claim[], labels: readonly Label[]): Sight => ({ claims, labels, owned: { claims, unresolved: [] }, representatives: new Map() })

/** Conservation: Σ claims + Σ unresolved = Σ of what the addresses hold themselves. */
export interface Owned {
  claims: readonly Claim[]
  unresolved: readonly { reason: UnresolvedReason; amount: bigint }[]
}

/** What a lens keeps, and what it leaves out by role or reason. Conservation: distribution.total + Σ excluded.amount = Σ claims. */
export interface Seen {
  distribution: Distribution
  excluded: Measurement['excluded']
}

/** Less than this part of everything is dust. */
export const dustFloor = 1_000_000_000n

/**
 * Looks at claims through a lens: hands on what contracts hold for others, leaves out the accounts whose label has one of the lens's excluded
 * roles, counts an entity's addresses as one holder, and drops dust, in this order. An account without a label is kept.
 *
 * @throws Error for a lens that looks through contracts where nobody looked into them
 * @example throughLens({ claims: [{account: treasury, amount: 4n}, {account: a, amount: 6n}], labels: [label(treasury, 'treasury')], owned: null, representatives: new Map() }, toLens('circulating'))
 * // distribution.total 6n, excluded [{role: 'treasury', accounts: 1, amount: 4n}]
 */
export function throughLens(sight: Sight, lens: Lens): Seen {
  if (lens.looksThrough && !sight.owned) throw new Error(`the lens "${lens.id}" looks through contracts, and nobody looked into them`)
  const { claims, unresolved } = lens.looksThrough ? sight.owned! : { claims: sight.claims, unresolved: [] }
  const { kept, left } = leaveOut(claims, toExcludedRoles(sight.labels, lens))
  const merged = lens.mergesEntities ? mergeEntityClaims(kept, sight) : kept
  const parts = [...left, ...unresolved.map(({ reason, amount }) => ({ role: reason, amount }))]
  if (!lens.withoutDust) return { distribution: toDistribution(merged), excluded: toExcluded(parts, lens) }
  const { amounts, accounts } = toDistribution(merged)
  const total = sight.claims.reduce((sum, { amount }) => sum + amount, 0n)
  const above = amounts.findIndex((amount) => amount * dustFloor < total)
  const end = above === -1 ? amounts.length : above
  const dust = amounts.slice(end).map((amount) => ({ role: 'dust' as const, amount }))
  return {
    distribution: toDistribution(accounts.slice(0, end).map((account, place) => ({ account, amount: amounts[place]! }))),
    excluded: toExcluded([...parts, ...dust], lens),
  }
}

function leaveOut(claims: readonly Claim[], roles: ReadonlyMap<Address, AccountRole>): { kept: Claim[]; left: { role: ExcludedPart; amount: bigint }[] } {
  const kept: Claim[] = []
  const left: { role: ExcludedPart; amount: bigint }[] = []
  for (const claim of claims) {
    const role = roles.get(claim.account)
    if (role) left.push({ role, amount: claim.amount })
    else kept.push(claim)
  }
  return { kept, left }
}

/** The accounts that a lens leaves out, and the role for which it does. */
export function toExcludedRoles(labels: readonly Label[], lens: Lens): ReadonlyMap<Address, AccountRole> {
  return new Map(labels.flatMap(({ address, role }) => (role && lens.excludedRoles.includes(role) ? [[address, role]] : [])))
}

/** What is left out, per role in the lens's order, then by the reasons why something has no known owner, then dust. Nothing of nothing. */
export function toExcluded(parts: readonly { role: ExcludedPart; amount: bigint }[], lens: Lens): Measurement['excluded'] {
  const found = new Map<ExcludedPart, { role: ExcludedPart; accounts: number; amount: bigint }>()
  for (const { role, amount } of parts) {
    const one = found.get(role) ?? { role, accounts: 0, amount: 0n }
    if (amount > 0n || lens.excludedRoles.includes(role as AccountRole)) found.set(role, { role, accounts: one.accounts + 1, amount: one.amount + amount })
  }
  const place = (role: ExcludedPart) => (role === 'dust' ? Infinity : (lens.excludedRoles.indexOf(role as AccountRole) + 1 || 1_000) )
  return [...found.values()].sort((a, b) => place(a.role) - place(b.role) || (a.role < b.role ? -1 : 1))
}
