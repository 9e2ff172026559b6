import { keccak256 } from 'viem'
import type { Log } from '../../chain/log'
import { zeroAddress, type Address } from '../../domain/address'
import type { StakeChange } from '../../liquidity/stakers'
import { assertEvent, toParty, toPlace, toWord, toWordAddress, type EventShape } from '../eventWords'

/** Events of UniswapV3Staker that tell what is staked. */
export const stakerEvents = {
  /** IncentiveCreated(address indexed rewardToken, address indexed pool, uint256 startTime, uint256 endTime, address refundee, uint256 reward) */
  created: { name: 'IncentiveCreated', topic: '0xa876344e28d4b5191ad03bc0d43f740e3695827ab0faccac739930b915ef8b02', indexed: 2, words: 4 },
  /** DepositTransferred(uint256 indexed tokenId, address indexed oldOwner, address indexed newOwner) */
  deposited: { name: 'DepositTransferred', topic: '0xcdfc765b85e1048bee3c6a0f9d1c91fc7c4631f5fe5745a55fc6843db5c3260f', indexed: 3, words: 0 },
  /** TokenStaked(uint256 indexed tokenId, bytes32 indexed incentiveId, uint128 liquidity) */
  staked: { name: 'TokenStaked', topic: '0x3fe90ccd0a34e28f2b4b7a1e8323415ed9dd595f4eec5dfd461d18c2df336dbd', indexed: 2, words: 1 },
  /** TokenUnstaked(uint256 indexed tokenId, bytes32 indexed incentiveId) */
  unstaked: { name: 'TokenUnstaked', topic: '0xe1ba67e807ae0efa0a9549f9520ddc15c27f0a4dae2bc045e800ca66a940778f', indexed: 2, words: 0 },
} as const satisfies Record<string, EventShape>

/** What an incentive pays for, as its key says it. */
export interface Incentive {
  pool: Address
  /** Unix seconds */
  from: bigint
  to: bigint
  refundee: Address
}

/** A position NFT in the contract: whose it is, and how much of its liquidity was staked for which incentive. */
interface Deposit {
  owner: Address
  /** By incentive */
  stakes: Map<string, bigint>
}

/** Who has staked what of a pool, as far as logs were added. */
export interface StakedPositions {
  /**
   * @returns how stakes in the pool changed, and whose position earned until now, and whether that was for the pool
   * @throws Error that names a log of another form, or one before which logs are missing
   */
  add: (log: Log) => { changes: StakeChange[]; earned: { account: Address; isOwn: boolean } | null }
  /** By id */
  incentives: ReadonlyMap<string, Incentive>
  /** What an account has staked for the pool's incentives */
  of: (account: Address) => { tokenId: bigint; incentive: Incentive }[]
}

/**
 * Positions that are staked with UniswapV3Staker for incentives of one pool in one token. A position is staked with the liquidity that it had then, for one incentive or
 * for several: it counts once, with the most. Whoever owns the deposit has the stake, and it goes with the deposit to another.
 *
 * @param pool whose incentives count
 * @example openStakedPositions(pool).of(ann) // []
 */
export function openStakedPositions(pool: Address): StakedPositions {
  const incentives = new Map<string, Incentive>()
  const deposits = new Map<string, Deposit>()
  const owned = new Map<Address, Set<string>>()
  const isOwn = (incentive: string) => incentives.get(incentive)?.pool === pool
  const liquidityOf = ({ stakes }: Deposit) => [...stakes].reduce((most, [incentive, liquidity]) => (isOwn(incentive) && liquidity > most ? liquidity : most), 0n)

  /** A stake that begins or ends; of incentives in another token nothing is known, and they are passed over. */
  function addStake(log: Log) {
    const isEnd = log.topics[0] === stakerEvents.unstaked.topic
    assertEvent(log, isEnd ? stakerEvents.unstaked : stakerEvents.staked)
    const [tokenId, incentive] = [log.topics[1]!, log.topics[2]!]
    if (!incentives.has(incentive)) return nothing
    const deposit = deposits.get(tokenId)
    if (!deposit) throw new Error(`${toPlace(log)} stakes position ${BigInt(tokenId)}, which nobody deposited: logs before it are missing`)
    const before = liquidityOf(deposit)
    if (isEnd) deposit.stakes.delete(incentive)
    else deposit.stakes.set(incentive, toWord(log, 0))
    const account = deposit.owner
    return { changes: toChanges(log, [[account, liquidityOf(deposit) - before]]), earned: isEnd ? { account, isOwn: isOwn(incentive) } : null }
  }

  function addDeposit(log: Log) {
    assertEvent(log, stakerEvents.deposited)
    const [tokenId, owner] = [log.topics[1]!, toParty(log, 3)]
    const before = deposits.get(tokenId)
    if (before) owned.get(before.owner)?.delete(tokenId)
    if (owner === zeroAddress) {
      deposits.delete(tokenId)
      return nothing
    }
    const deposit = { owner, stakes: before?.stakes ?? new Map<string, bigint>() }
    deposits.set(tokenId, deposit)
    owned.set(owner, (owned.get(owner) ?? new Set()).add(tokenId))
    const stake = liquidityOf(deposit)
    return { changes: before && before.owner !== owner ? toChanges(log, [[before.owner, -stake], [owner, stake]]) : [], earned: null }
  }

  return {
    incentives,
    add(log) {
      if (log.topics[0] === stakerEvents.deposited.topic) return addDeposit(log)
      if (log.topics[0] !== stakerEvents.created.topic) return addStake(log)
      assertEvent(log, stakerEvents.created)
      incentives.set(toIncentiveId(log), { pool: toParty(log, 2), from: toWord(log, 0), to: toWord(log, 1), refundee: toWordAddress(log, 2) })
      return nothing
    },
    of: (account) => [...(owned.get(account) ?? [])].flatMap((tokenId) =>
      [...deposits.get(tokenId)!.stakes.keys()].filter(isOwn).map((incentive) => ({ tokenId: BigInt(tokenId), incentive: incentives.get(incentive)! }))),
  }
}

const nothing = { changes: [], earned: null }

/** keccak256 of the key: token, pool, start, end and refundee, each in a word. */
const toIncentiveId = ({ topics, data }: Log): string => keccak256(`0x${topics[1]!.slice(2)}${topics[2]!.slice(2)}${data.slice(2, 194)}`)

const toChanges = ({ blockNumber, logIndex }: Log, parts: readonly (readonly [account: Address, change: bigint])[]): StakeChange[] =>
  parts.flatMap(([account, change]) => (change === 0n ? [] : [{ account, blockNumber, logIndex, change }]))
