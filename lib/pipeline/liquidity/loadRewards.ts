import type { Database } from '@/db/database'
import { toReason } from '../../chain/reason'
import type { Address } from '../../domain/address'
import type { RewardPayment } from '../../domain/provider'
import type { Doing } from '../../liquidity/sharedGas'
import { toShareKeepers } from '../../sources/pools/keepers/registry'
import { toProgramPlaces, type ProgramPlace } from '../../sources/rewards/registry'
import { loadProgram, type ProgramLedgers, type ProgramRecord } from '../farming/loadProgram'
import type { FollowedPool } from './readPoolFacts'

/** What contracts paid for stakes of a pool's shares or positions, and who staked, took back or fetched in which transaction. */
export interface Rewards {
  programs: { place: ProgramPlace; record: ProgramRecord }[]
  payments: RewardPayment[]
  doings: Doing[]
}

/**
 * Everything that was paid for stakes of a pool's shares or of positions in it up to a block, from kept logs, or of what a contract gave out for these. A contract that takes in
 * another token, or none of whose payments can be told, pays nothing for them.
 *
 * @throws Error in plain words where a contract's logs do not reach the block, or are none of its kind
 */
export async function loadRewards(database: Database, ledgers: ProgramLedgers['ledgers'], { facts: { address, chainId }, stakings, own }: FollowedPool, upTo: number): Promise<Rewards> {
  const programs: Rewards['programs'] = []
  const taken = [address, ...toShareKeepers(address, stakings).map(({ keeping }) => keeping.asset)]
  for (const place of [...own, ...stakings].flatMap(toProgramPlaces)) {
    const { stakeToken, earlierTokens = [], isDebt } = place.program
    if (isDebt || ![stakeToken, ...earlierTokens].some((token) => taken.includes(token))) continue
    try {
      programs.push({ place, record: await loadProgram(database, { chainId, ledgers }, place, upTo) })
    } catch (error) {
      throw new Error(`rewards of ${place.wrapper.name}: ${toReason(error)}`, { cause: error })
    }
  }
  return { programs, payments: programs.flatMap(({ record }) => record.book.payments()), doings: programs.flatMap(({ record }) => record.doings) }
}

/**
 * Of rewards what is for the pool: not what a contract paid for other shares, for which it exchanged these or which came before them.
 *
 * @param isKept whether it had the pool's shares in a block
 * @example toPoolRewards(rewards, book.isKept, upTo).programs // those whose stakes are still the pool's shares
 */
export function toPoolRewards({ programs, payments }: Rewards, isKept: (contract: Address, block: number) => boolean, upTo: number): Rewards {
  return {
    programs: programs.filter(({ place }) => isKept(place.wrapper.address, upTo)),
    payments: payments.filter(({ contract, blockNumber }) => isKept(contract, blockNumber)),
    doings: programs.flatMap(({ place, record }) => record.doings.filter(({ blockNumber }) => isKept(place.wrapper.address, blockNumber))),
  }
}
