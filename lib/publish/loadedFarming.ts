import type { Address } from '@/lib/domain/address'
import type { Liquidation } from '@/lib/domain/liquidation'
import type { Wrapper } from '@/lib/domain/protocol'
import type { RewardWindow } from '@/lib/domain/provider'
import type { Gap } from '@/lib/domain/snapshot'
import type { FarmingDeciles } from '@/lib/liquidity/farming'
import type { RewardMonth } from '@/lib/liquidity/rewardMonths'
import type { UseSums } from '@/lib/liquidity/rewardUse'

/** What a contract said that it owed: of whom it did not answer is in no sum, and a gap. */
export interface OwedSums {
  block: number
  /** Unix seconds */
  timestamp: number
  all: bigint
  /** By tenths of stakers, the smallest first; empty with fewer than 30 */
  byDecile: readonly bigint[]
}

/** A contract that pays the protocol's token for stakes, and what it paid to whom. */
export interface RewardReading {
  wrapper: Pick<Wrapper, 'address' | 'name'>
  /** Whether it pays for owing: the stake is a debt */
  isDebt: boolean
  /** Whether anything was ever staked with it, announced or paid */
  began: boolean
  /** For which time it was announced to pay; null where nothing was announced */
  window: RewardWindow | null
  /** All that it has paid, and in which Unix seconds first and last; null before its first payment */
  paid: { all: bigint; first: number; last: number } | null
  /** What it owed when it was asked last, and when that was; null where it never was */
  owed: OwedSums | null
  /** What is staked, as people call it, and its decimals; null where it was not asked, or has none, as positions in a pool */
  stake: { symbol: string; decimals: number } | null
  /** What one smallest unit of the stake is worth in smallest units of the reward, at the block; null where that is not known */
  worth: { rewards: bigint; stake: bigint } | null
  /** Everybody who ever staked or was paid */
  stakers: number
  farming: FarmingDeciles
  months: readonly RewardMonth[]
  /** What became of its payments whose 30 days are over */
  used: UseSums
  /** The same by tenths of stakers, the smallest first; empty with fewer than 30 */
  usedByDecile: readonly UseSums[]
  /** What was paid in the last 30 days: too soon to tell */
  tooSoon: bigint
}

/** Everything that is known of rewards in a protocol's own token. */
export interface LoadedFarming {
  block: { number: number; timestamp: number }
  /** That which paid most first */
  programs: readonly RewardReading[]
  /** How many contracts pay another token: they are not looked at here */
  others: number
  /**
   * Of accounts that were paid: what they hold now, looked through, and how much of that rewards can be that had not left after 30 days or had been put to
   * work again; null where the ledger was not replayed
   */
  compounding: { fromRewards: bigint; held: bigint } | null
  gaps: readonly Gap[]
}

/** A liquidation with its time, and with what was lost told in the protocol's token. */
export interface TimedLiquidation extends Liquidation {
  timestamp: number
  /** Smallest units of the protocol's token; null where it is not known what shares were worth */
  amount: bigint | null
}

/** Collateral in the protocol's token that borrowers lost. */
export interface LoadedLiquidations {
  block: { number: number; timestamp: number }
  /** Newest first */
  rows: readonly TimedLiquidation[]
  /** Lending contracts that were read */
  markets: readonly { address: Address; name: string }[]
  gaps: readonly Gap[]
}
