import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { loadSafeOwners } from '@/db/recognised'
import type { AccountSafe } from '../../domain/account'
import type { Address } from '../../domain/address'

/** Who may move what an account holds, on each chain where it answered as a Safe; none where it never did, or was never asked. */
export async function loadSafes(database: Database, address: Address, protocols: readonly Pick<TrackedProtocol, 'labels'>[]): Promise<AccountSafe[]> {
  const nameOf = (account: Address) => protocols.flatMap(({ labels }) => labels).find((label) => label.address === account)?.name ?? null
  const found = await loadSafeOwners(database, address)
  return found.map(({ chainId, block, safe: { owners, threshold } }) => ({
    chainId, block: block.number, timestamp: block.timestamp, threshold, owners: owners.map((account) => ({ account, label: nameOf(account) })),
  }))
}
