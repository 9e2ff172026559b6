import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { LoadedFarming } from '@/lib/publish/loadedFarming'
import type { Address } from '../../domain/address'
import type { RewardUse } from '../../liquidity/rewardUse'
import { toLens } from '../../ownership/lenses'
import { toLedger } from '../ledger'
import { replayDistribution } from '../replay'

/**
 * How much of what accounts that were paid hold today can have come from rewards: of each, what it had kept of them for their 30 days or had put to work
 * again, at most what it holds. Holdings are looked through: what a pool or a stake holds for it counts.
 *
 * @returns null where nothing was paid
 */
export async function loadCompounding(database: Database, protocol: TrackedProtocol, block: number, uses: readonly RewardUse[]): Promise<LoadedFarming['compounding']> {
  if (uses.length === 0) return null
  const stayed = new Map<Address, bigint>()
  for (const { payment: { account }, kept, worked } of uses) stayed.set(account, (stayed.get(account) ?? 0n) + kept + worked)
  const { accounts, amounts } = await replayDistribution(database, toLedger(protocol, null)!, block, toLens('raw-owners'))
  let [fromRewards, held] = [0n, 0n]
  for (const [place, account] of accounts.entries()) {
    const rest = stayed.get(account)
    if (rest === undefined) continue
    const holds = amounts[place]!
    held += holds
    fromRewards += rest < holds ? rest : holds
  }
  return { fromRewards, held }
}
