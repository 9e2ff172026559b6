import { addressSchema, zeroAddress, type Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'
import type { EntityEvidence } from '../../domain/entityEvidence'
import type { Label } from '../../domain/label'
import { holdsForOthers } from './entityRule'
import { entityRules } from './registry'
import { toUnionFind } from './unionFind'

/** Why evidence joined nothing: the account holds for many, or both sides are said to have different owners. */
export type Refusal = 'holdsForOthers' | 'differentOwners'

/** Which accounts are one holder, and why. */
export interface Entities {
  /** The account that stands for an account: the smallest address of its owner's. Only for accounts that were joined with others */
  representatives: ReadonlyMap<Address, Address>
  /** All accounts of each owner, by the one that stands for them; in the order of addresses */
  members: ReadonlyMap<Address, readonly Address[]>
  /** Every piece of evidence that speaks for a merge, in the order in which it was heard */
  merges: readonly (EntityEvidence & { representative: Address })[]
  /** Evidence that was not followed */
  refused: readonly (EntityEvidence & { refusal: Refusal })[]
}

/**
 * Which addresses belong to one owner? Evidence is heard rule by rule, the most trusted first, and joins accounts into sets (union-find), so A
 * with B and B with C make one owner of all three. A rule that only concludes takes no account whose role holds for many (an exchange, a pool,
 * a bridge, …), and joins no two sets that labels say belong to different owners. The zero address belongs to nobody.
 *
 * Merging only ever adds claims up: HHI is never below what it is unmerged.
 *
 * @param evidence in any order
 * @param labels those that count: their roles and owners
 * @param rules ids of the rules that are switched on
 * @example mergeEntities([{ account: c, rule: 'deployer', entity: a, text }], [], ['deployer']).representatives.get(c) // a, where a < c
 */
export function mergeEntities(evidence: readonly EntityEvidence[], labels: readonly Label[], rules: readonly string[]): Entities {
  const roleOf = new Map(labels.map(({ address, role }) => [address, role]))
  const isTaken = (account: Address) => account === zeroAddress || holdsForOthers.some((role) => role === roleOf.get(account))
  const sets = toUnionFind<Address>()
  const owners = new Map<Address, string>()
  const byName = new Map<string, Address>()
  const followed: EntityEvidence[] = []
  const refused: (EntityEvidence & { refusal: Refusal })[] = []
  const ownerOf = (account: Address) => owners.get(sets.find(account))
  const join = (one: Address, another: Address) => {
    const owner = ownerOf(one) ?? ownerOf(another)
    sets.join(one, another)
    if (owner !== undefined) owners.set(sets.find(one), owner)
  }

  for (const { id, said } of entityRules.filter(({ id }) => rules.includes(id))) {
    for (const piece of evidence.filter(({ rule }) => rule === id).sort(inOrder)) {
      const { account, entity } = piece
      const owner = toAddress(entity) ?? byName.get(`${id} ${entity}`) ?? account
      if (said ? account === zeroAddress || owner === zeroAddress : isTaken(account) || isTaken(owner)) {
        refused.push({ ...piece, refusal: 'holdsForOthers' })
        continue
      }
      const [one, another] = [ownerOf(account), ownerOf(owner)]
      if (!said && one !== undefined && another !== undefined && one !== another) {
        refused.push({ ...piece, refusal: 'differentOwners' })
        continue
      }
      byName.set(`${id} ${entity}`, owner)
      if (said) owners.set(sets.find(account), entity)
      join(account, owner)
      followed.push(piece)
    }
  }
  return toEntities(followed, refused, sets.find)
}

function toEntities(followed: readonly EntityEvidence[], refused: Entities['refused'], find: (account: Address) => Address): Entities {
  const members = new Map<Address, Address[]>()
  const accounts = followed.flatMap(({ account, entity }) => [account, toAddress(entity) ?? account])
  for (const account of [...new Set(accounts)].sort()) {
    const joined = members.get(find(account))
    if (joined) joined.push(account)
    else members.set(find(account), [account])
  }
  for (const [representative, joined] of members) if (joined.length < 2) members.delete(representative)
  const representatives = new Map([...members].flatMap(([representative, joined]) => joined.map((account) => [account, representative] as const)))
  const merges = followed.flatMap((piece) => {
    const representative = representatives.get(piece.account)
    return representative === undefined ? [] : [{ ...piece, representative }]
  })
  return { representatives, members, merges, refused }
}

/** The owner as an account, where it is one. */
function toAddress(entity: string): Address | null {
  const parsed = addressSchema.safeParse(entity)
  return parsed.success ? parsed.data : null
}

const inOrder = (a: EntityEvidence, b: EntityEvidence): number => compare(a.entity, b.entity) || compare(a.account, b.account) || compare(a.text.en, b.text.en)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Gives each owner's claims to the one account that stands for it; `toDistribution` adds them up. To be done after a lens has left out what it
 * leaves out: an owner's role is each account's own.
 *
 * @example mergeEntityClaims([{ account: c, amount: 4n }], entities) // [{ account: a, amount: 4n }]
 */
export const mergeEntityClaims = (claims: readonly Claim[], { representatives }: Pick<Entities, 'representatives'>): Claim[] =>
  claims.map(({ account, amount }) => ({ account: representatives.get(account) ?? account, amount }))
