import { loadAccountChanges } from '@/db/accountChanges'
import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import type { AccountHistory } from '../../domain/account'
import type { Address } from '../../domain/address'
import { toBalanceDays } from '../../ownership/balanceDays'
import { toLedgers } from '../ledger'

/** What an account held of each token after each day that is kept, replayed from the ledgers. */
export async function loadAccountHistory(database: Database, account: Address, protocols: readonly TrackedProtocol[]): Promise<AccountHistory[]> {
  const changes = await loadAccountChanges(database, account)
  const moved = new Set(changes.map(({ tokenId }) => tokenId))
  const ledgers = protocols.flatMap((protocol) => toLedgers(protocol).map(({ token, tokenId }) => ({ protocol, token, tokenId }))).filter(({ tokenId }) => moved.has(tokenId))
  const histories = await Promise.all(ledgers.map(async ({ protocol: { slug, name, demo }, token, tokenId }): Promise<AccountHistory> => {
    const days = await loadHistory(database, tokenId, 'raw', { metricIds: [] })
    return { protocol: slug, protocolName: name, demo, token, days: toBalanceDays(changes.filter((change) => change.tokenId === tokenId), days) }
  }))
  // What a contract gives out is followed without days of its own.
  return histories.filter(({ days }) => days.length > 0)
}
