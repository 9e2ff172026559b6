import type { Database } from '@/db/database'
import type { Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'
import type { Gap } from '../../domain/snapshot'
import { lookThrough, type LookedThrough } from '../../ownership/lookThrough'
import type { Sight } from '../../ownership/throughLens'
import type { Ledger } from '../ledger'
import { openOwnerships } from './openOwnerships'
import type { Ownerships } from './openWrappers'
import { toRepresentatives } from './representatives'

/** A block as every lens looks at it, with all that was found on the way. */
export interface LookedAt {
  sight: Sight
  /** Routes, flows and what stayed unresolved; null where no contract holds the token for others */
  lookedThrough: LookedThrough | null
  gaps: readonly Gap[]
}

/** Looks through what wrappers hold at a block, from the database alone. @param claims what everybody holds then, none negative */
export async function loadSight(database: Database, ledger: Ledger, block: number, claims: readonly Claim[]): Promise<LookedAt> {
  let held: ReadonlyMap<Address, bigint> | null = null
  const balanceOf = (account: Address) => (held ??= new Map(claims.map((claim) => [claim.account, claim.amount]))).get(account) ?? 0n
  return toLookedAt(ledger, claims, await (await openOwnerships(database, ledger, block)).at(block, { balanceOf }))
}

/** The same from ownerships that are known. */
export function toLookedAt({ token, outlook }: Pick<Ledger, 'token' | 'outlook'>, claims: readonly Claim[], { ownerships, gaps }: Ownerships): LookedAt {
  const representatives = toRepresentatives(outlook)
  const concerned = ownerships.some(({ asset }) => asset === token.address)
  if (!concerned) return { sight: { claims, labels: outlook.labels, owned: { claims, unresolved: [] }, representatives }, lookedThrough: null, gaps }
  const lookedThrough = lookThrough(claims, ownerships, token.address)
  return { sight: { claims, labels: outlook.labels, owned: { claims: lookedThrough.owners, unresolved: lookedThrough.unresolved }, representatives }, lookedThrough, gaps }
}
