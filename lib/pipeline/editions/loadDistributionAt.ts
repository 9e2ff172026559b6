import { loadBalancesAt } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import type { Claim, Distribution } from '@/lib/domain/distribution'
import type { Label } from '@/lib/domain/label'
import type { Lens } from '@/lib/domain/lens'
import { throughLens } from '@/lib/ownership/lenses'

/** What every account held at a block, replayed from the ledger. Accounts below zero hold nothing: their gap is the snapshot's. */
export async function loadClaimsAt(database: Database, tokenId: number, block: number): Promise<Claim[]> {
  const balances = await loadBalancesAt(database, tokenId, block)
  return [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
}

/** Who held what at a block under a lens, replayed from the ledger. */
export async function loadDistributionAt(database: Database, tokenId: number, block: number, labels: readonly Label[], lens: Lens): Promise<Distribution> {
  return throughLens(await loadClaimsAt(database, tokenId, block), labels, lens).distribution
}
