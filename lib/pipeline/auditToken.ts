import type { Database } from '@/db/database'
import { loadLedger } from '@/db/ledger'
import { saveAudit } from '@/db/snapshots'
import type { ChainReader } from '../chain/reader'
import type { Claim } from '../domain/distribution'
import { largestFirst } from '../domain/order'
import type { Token } from '../domain/protocol'
import type { Audit, Gap } from '../domain/snapshot'
import { auditSnapshot } from './auditSnapshot'

/**
 * Holds a token's ledger, as it stands, against the chain once more. The snapshot of the same block, where there is one, keeps the result:
 * a provider that lied when it was taken is found out by the next audit.
 *
 * @returns null where the token has no ledger yet
 */
export async function auditToken(options: {
  token: Token
  tokenId: number
  reader: ChainReader
  database: Database
}): Promise<{ block: number; audit: Audit; gaps: Gap[] } | null> {
  const { token, tokenId, reader, database } = options
  const ledger = await loadLedger(database, tokenId)
  if (!ledger) return null
  const block = ledger.block.number
  const claims = ledger.balances
    .map(({ account, balance }): Claim => ({ account, amount: balance }))
    .sort(largestFirst)
  const { audit, gaps } = await auditSnapshot(reader, token.address, block, claims)
  // What could not be read says nothing against an audit that passed.
  if (audit.status !== 'incomplete') await saveAudit(database, tokenId, block, audit)
  return { block, audit, gaps }
}

/**
 * What an audit found wrong, in plain words; null where it passed.
 *
 * @example toAuditFault('UNI', 17, audit, []) // 'UNI at block 17: 2 of 200 sampled balances differ from the chain'
 */
export function toAuditFault(symbol: string, block: number, audit: Audit, gaps: readonly Gap[]): string | null {
  if (audit.status === 'passed') return null
  const supply = audit.supply !== null && audit.supply !== audit.claimed ? [`the balances add up to ${audit.claimed}, totalSupply is ${audit.supply}`] : []
  const balances = audit.mismatches.length > 0 ? [`${audit.mismatches.length} of ${audit.sampled} sampled balances differ from the chain`] : []
  const unread = gaps.length > 0 ? [`${gaps.length} read${gaps.length === 1 ? '' : 's'} failed, the first with: ${gaps[0]?.reason}`] : []
  return `${symbol} at block ${block}: ${[...supply, ...balances, ...unread].join('; ')}`
}
