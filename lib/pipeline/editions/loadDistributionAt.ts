import { loadBalancesAt } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import type { Distribution } from '@/lib/domain/distribution'
import type { Label } from '@/lib/domain/label'
import type { Lens } from '@/lib/domain/lens'
import { throughLens } from '@/lib/ownership/lenses'

/** Who held what at a block under a lens, replayed from the ledger. Accounts below zero hold nothing: their gap is the snapshot's. */
export async function loadDistributionAt(database: Database, tokenId: number, block: number, labels: readonly Label[], lens: Lens): Promise<Distribution> {
  const balances = await loadBalancesAt(database, tokenId, block)
  const claims = [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
  return throughLens(claims, labels, lens).distribution
}
