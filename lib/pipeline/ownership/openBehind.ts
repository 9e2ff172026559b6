import type { Database } from '@/db/database'
import type { Address } from '../../domain/address'
import type { ContractOwnership } from '../../domain/contractOwnership'
import type { Claim } from '../../domain/distribution'
import type { Gap } from '../../domain/snapshot'
import type { Behind } from '../../ownership/behind'
import { toFinalOwners } from '../../ownership/lookThrough'
import type { Ledger } from '../ledger'
import { openOwnerships } from './openOwnerships'
import type { OwnBalances } from './openWrappers'
import { toRepresentatives } from './representatives'

/** What stands behind the addresses of a block, and what could not be read. The same object as long as nothing changed. */
export interface BehindAt {
  behind: Behind
  gaps: readonly Gap[]
}

/**
 * What stands behind a token's addresses at one block after the other, from the database alone. Only contracts that hold for others and those
 * they hold for are looked at: of all other holders nothing changes.
 *
 * @param upTo the last block that will be asked about
 * @returns asks about a block, given what everybody holds after it; null where every address is its own owner
 */
export async function openBehind(database: Database, ledger: Ledger, upTo: number): Promise<(block: number, own: OwnBalances) => Promise<BehindAt | null>> {
  const { token, outlook } = ledger
  const representatives = toRepresentatives(outlook)
  if (outlook.wrappers.length === 0 && representatives.size === 0) return () => Promise.resolve(null)
  const opened = await openOwnerships(database, ledger, upTo)
  let last: { ownerships: readonly ContractOwnership[]; claims: readonly Claim[]; found: BehindAt } | null = null
  return async (block, own) => {
    const { ownerships, gaps } = await opened.at(block, own)
    const contracts = [...new Set(ownerships.flatMap(({ contract, asset }): Address[] => (asset === token.address ? [contract] : [])))].sort()
    const claims = contracts.map((account) => ({ account, amount: own.balanceOf(account) })).filter(({ amount }) => amount > 0n)
    if (last && isSameList(last.ownerships, ownerships) && isSameList(last.found.gaps, gaps) && isSameClaims(last.claims, claims)) return last.found
    const { owners, unresolved } = toFinalOwners(claims, ownerships, token.address)
    last = { ownerships, claims, found: { behind: { emptied: claims.map(({ account }) => account), gained: owners, unresolved, representatives }, gaps } }
    return last.found
  }
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]) => one.length === other.length && one.every((item, place) => item === other[place])
const isSameClaims = (one: readonly Claim[], other: readonly Claim[]) =>
  one.length === other.length && one.every(({ account, amount }, place) => account === other[place]!.account && amount === other[place]!.amount)
